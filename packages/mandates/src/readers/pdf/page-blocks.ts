import { tableLines } from '../table-lines.ts';
import { alignedTables } from './aligned-tables.ts';
import { isInside, rowsOf } from './cells.ts';
import { type Line, linesOf } from './lines.ts';
import type { Page, Word } from './page.ts';
import { ruledTables } from './ruled-tables.ts';

/** A page in reading order: lines of text, and rows of tables. */
export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly top: number; readonly lines: readonly string[] };

export function blocksOf(page: Page): Block[] {
  const tables = ruledTables(page.rulings)
    .map((table) => ({ table, words: page.words.filter((word) => isInside(table, word)) }))
    .filter(({ words }) => words.length > 0);
  const inTables = new Set(tables.flatMap(({ words }) => words));
  const blocks: Block[] = tables.map(({ table, words }) => ({
    kind: 'table',
    top: table.top,
    lines: tableLines(rowsOf(table, words)),
  }));
  const free = page.words.filter((word) => !inTables.has(word));
  for (const part of inReadingOrder(free, page.width)) for (const block of blocksIn(part)) blocks.push(block);
  return tables.length === 0 ? blocks : blocks.toSorted((a, b) => topOf(a) - topOf(b));
}

const topOf = (block: Block): number => (block.kind === 'table' ? block.top : block.line.baseline);

function blocksIn(words: readonly Word[]): Block[] {
  const tables = alignedTables(words);
  const inTables = new Set(tables.flatMap((table) => [...table.words]));
  const lines = linesOf(words.filter((word) => !inTables.has(word)));
  const blocks = [
    ...lines.map((line): Block => ({ kind: 'line', line })),
    ...tables.map((table): Block => ({ kind: 'table', top: table.top, lines: tableLines(table.rows) })),
  ];
  return tables.length === 0 ? blocks : blocks.toSorted((a, b) => topOf(a) - topOf(b));
}

const FEWEST_LINES = 6;
/** a gutter is at least this many times as wide as a character */
const GUTTER = 1.2;

/** Two columns of running text are read one after the other; what reaches over both parts them. */
function inReadingOrder(words: readonly Word[], width: number): Word[][] {
  const gutter = gutterOf(words, width);
  if (gutter === null) return [[...words]];
  const spanning = linesOf(words.filter((word) => word.left < gutter && word.right > gutter));
  const parts: Word[][] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const at of [...spanning.map(({ baseline }) => baseline), Number.POSITIVE_INFINITY]) {
    const between = words.filter((word) => word.baseline > from + 0.1 && word.baseline < at - 0.1);
    const sides = between.filter((word) => word.right <= gutter || word.left >= gutter);
    parts.push(
      sides.filter((word) => word.right <= gutter),
      sides.filter((word) => word.left >= gutter),
      words.filter((word) => Math.abs(word.baseline - at) <= 0.1),
    );
    from = at;
  }
  return parts.filter((part) => part.length > 0);
}

/** The middle of a stripe that nearly no line crosses, with full lines on both sides; null for a page of one column. */
function gutterOf(words: readonly Word[], width: number): number | null {
  const lines = linesOf(words);
  if (lines.length < FEWEST_LINES) return null;
  for (let at = width * 0.4; at <= width * 0.6; at += 4) {
    const parted = lines.filter(({ fragments, size }) =>
      fragments.some(
        (piece, i) =>
          i > 0 &&
          fragments[i - 1]!.right <= at &&
          piece.left >= at &&
          piece.left - fragments[i - 1]!.right >= GUTTER * size,
      ),
    );
    const crossing = lines.filter(({ fragments }) => fragments.some((piece) => piece.left < at && piece.right > at));
    if (parted.length < FEWEST_LINES || crossing.length > parted.length * 0.3) continue;
    // Columns of running text fill their width; the columns of a list do not.
    const full = parted.filter(({ fragments, left, right }) => {
      const shown = fragments.reduce((sum, piece) => sum + piece.right - piece.left, 0);
      return fragments.length === 2 && shown >= 0.8 * (right - left);
    });
    if (full.length >= parted.length * 0.6) return at;
  }
  return null;
}
