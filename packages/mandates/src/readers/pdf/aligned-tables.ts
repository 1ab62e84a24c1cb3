import type { TableCell } from '../table-lines.ts';
import { type Line, linesOf, textOf, withNextLine } from './lines.ts';
import type { Word } from './page.ts';

/**
 * A table without drawn lines: words that stand under each other with empty stripes between them. Its rows are told by
 * the column of numbers in front, because the lines of one cell need not stand at the height of the next cell's.
 */
export type AlignedTable = {
  readonly words: ReadonlySet<Word>;
  readonly top: number;
  readonly rows: readonly TableCell[][];
};

const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
/** the narrowest empty stripe between two columns, in units of the font size */
const STRIPE = 0.35;
/** lines further apart than this, in units of the font size, belong to different things */
const FARTHEST = 3.2;

export function alignedTables(words: readonly Word[]): AlignedTable[] {
  const rows = groupedByLine(words);
  const tables: AlignedTable[] = [];
  for (let first = 0; first < rows.length; first++) {
    if (rows[first]!.length < FEWEST_COLUMNS || columnsOf(rows[first]!).length < FEWEST_COLUMNS) continue;
    let top = first;
    let last = first;
    const own = [...rows[first]!];
    const takes = (next: number, beside: number): boolean => {
      const line = rows[next];
      if (!line || Math.abs(line[0]!.baseline - rows[beside]![0]!.baseline) > line[0]!.size * FARTHEST) return false;
      if (columnsOf([...own, ...line]).length < Math.max(FEWEST_COLUMNS, columnsOf(own).length - 1)) return false;
      for (const word of line) own.push(word);
      return true;
    };
    while (takes(last + 1, last)) last++;
    while (top > 0 && takes(top - 1, top)) top--;
    const table = tableOf(own, headAbove(rows[top - 1], own));
    if (table && rows.slice(top, last + 1).filter((row) => row.length >= FEWEST_COLUMNS).length >= FEWEST_ROWS) {
      tables.push(table);
    }
    first = last;
  }
  return tables;
}

function groupedByLine(words: readonly Word[]): Word[][] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const [first] = rows.at(-1) ?? [];
    if (first && word.baseline - first.baseline <= word.size * 0.3) rows.at(-1)!.push(word);
    else rows.push([word]);
  }
  return rows;
}

type Column = { left: number; right: number };

/** Stretches of the width that hold words, parted by empty stripes. */
function columnsOf(words: readonly Word[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right, size } of words.toSorted((a, b) => a.left - b.left)) {
    const open = columns.at(-1);
    const far = Math.max(left, right);
    if (open && left < open.right + STRIPE * size) open.right = Math.max(open.right, far);
    else columns.push({ left, right: far });
  }
  return columns;
}

/** A row: where its number stands, or the middle of the lines that its first cell has. */
type Anchor = { from: number; to: number };

function tableOf(words: readonly Word[], head: readonly Word[]): AlignedTable | null {
  const table = rowsByAnchors(words);
  if (!table || head.length === 0) return table;
  const cells = textOf(linesOf(head)[0]!).split(' ');
  const row = cells.map((text): TableCell => ({ text, columns: 1, isContinued: false }));
  return { words: new Set([...table.words, ...head]), top: head[0]!.baseline, rows: [row, ...table.rows] };
}

/** Headings in one line, which a program wrote as one piece with blanks for the stripes. */
function headAbove(line: readonly Word[] | undefined, words: readonly Word[]): readonly Word[] {
  if (!line) return [];
  const cells = textOf(linesOf(line)[0]!).split(' ');
  const isHead = cells.length === columnsOf(words).length && cells.every((cell) => cell.length <= 12);
  return isHead ? line : [];
}

function rowsByAnchors(words: readonly Word[]): AlignedTable | null {
  const columns = columnsOf(words);
  const inColumn = (word: Word): number =>
    Math.max(
      0,
      columns.findLastIndex(({ left }) => left <= (word.left + word.right) / 2),
    );
  const anchors = anchorsOf(words.filter((word) => inColumn(word) === 0));
  if (!anchors) return byLines(words, columns, inColumn);
  const middles = anchors.map(({ from, to }) => (from + to) / 2);
  // The lines of a cell stand around its number, or begin beside it; then none stands half a line above a number.
  const isTopAligned = !words.some((word) =>
    middles.some((at, i) => i > 0 && at - word.baseline > word.size * 0.3 && at - word.baseline < word.size * 1.05),
  );
  const cells = middles.map(() => columns.map((): Word[] => []));
  for (const word of words) {
    const row = isTopAligned
      ? Math.max(
          0,
          middles.findLastIndex((at) => at <= word.baseline + word.size * 0.3),
        )
      : nearest(middles, word.baseline);
    cells[row]![inColumn(word)]!.push(word);
  }
  return {
    words: new Set(words),
    top: topOf(words),
    rows: cells.map((row) => row.map((own, i) => cellOf(own, columns[i]!))),
  };
}

const topOf = (words: readonly Word[]): number =>
  words.reduce((top, { baseline }) => Math.min(top, baseline), Number.POSITIVE_INFINITY);

const nearest = (middles: readonly number[], baseline: number): number =>
  middles.reduce((best, at, i) => (Math.abs(at - baseline) < Math.abs(middles[best]! - baseline) ? i : best), 0);

/** The numbers 1, 2, 3 … in the first column, and above them its heading, whose lines are one. */
function anchorsOf(words: readonly Word[]): Anchor[] | null {
  const anchors: (Anchor & { isNumber: boolean })[] = [];
  for (const line of linesOf(words)) {
    const isNumber = /^\d{1,3}[.、]?$/.test(textOf(line));
    const open = anchors.at(-1);
    if (open && !open.isNumber && !isNumber) open.to = line.baseline;
    else anchors.push({ from: line.baseline, to: line.baseline, isNumber });
  }
  const numbers = anchors.filter((anchor) => anchor.isNumber).length;
  return numbers >= FEWEST_ROWS - 1 && numbers >= anchors.length - 2 ? anchors : null;
}

/** Without numbers a line is a row, unless it has nothing in the first column: then it goes on from the row above. */
function byLines(
  words: readonly Word[],
  columns: readonly Column[],
  inColumn: (word: Word) => number,
): AlignedTable | null {
  const rows: Word[][][] = [];
  for (const line of groupedByLine(words)) {
    const isNew = line.some((word) => inColumn(word) === 0);
    if (isNew || rows.length === 0) rows.push(columns.map(() => []));
    for (const word of line) rows.at(-1)![inColumn(word)]!.push(word);
  }
  if (rows.length < FEWEST_ROWS) return null;
  return {
    words: new Set(words),
    top: topOf(words),
    rows: rows.map((row) => row.map((own, i) => cellOf(own, columns[i]!))),
  };
}

/** Lines that fill the column go on in the next one. */
function cellOf(words: readonly Word[], column: Column): TableCell {
  let text = '';
  let before: Line | null = null;
  for (const line of linesOf(words)) {
    const wasFull = before !== null && before.right - before.left >= column.right - column.left - 1.6 * line.size;
    const own = textOf(line);
    text = text === '' ? own : wasFull ? withNextLine(text, own) : `${text} ${own}`;
    before = line;
  }
  return { text, columns: 1, isContinued: false };
}
