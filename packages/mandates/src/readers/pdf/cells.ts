import { type TableCell } from '../table-lines.ts';
import { linesOf, textOf, withNextLine } from './lines.ts';
import type { Word } from './page.ts';
import type { RuledCell, RuledTable } from './ruled-tables.ts';

/** The rows of a ruled table with the words that stand in its cells. */
export function rowsOf(table: RuledTable, words: readonly Word[]): TableCell[][] {
  const { rows, columns, cells } = table;
  const inCell = new Map<RuledCell, Word[]>();
  for (const word of words.flatMap((one) => cutAtEdges(one, table))) {
    const row = bandOf(rows, word.baseline - word.size * 0.35);
    const column = bandOf(columns, (word.left + word.right) / 2);
    const cell = cells.find(
      (one) => row >= one.row && row < one.row + one.rows && column >= one.column && column < one.column + one.columns,
    );
    if (cell) inCell.set(cell, [...(inCell.get(cell) ?? []), word]);
  }
  return rows.slice(0, -1).map((_, row) =>
    cells
      .filter((cell) => row >= cell.row && row < cell.row + cell.rows)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => ({
        text: cell.row === row ? cellText(inCell.get(cell) ?? [], widthOf(cell, columns)) : '',
        columns: cell.columns,
        isContinued: cell.row < row,
      })),
  );
}

export const isInside = (table: RuledTable, word: Word): boolean => {
  const middle = (word.left + word.right) / 2;
  const height = word.baseline - word.size * 0.35;
  return middle > table.left && middle < table.right && height > table.top && height < table.bottom;
};

const widthOf = (cell: RuledCell, columns: readonly number[]): number =>
  columns[cell.column + cell.columns]! - columns[cell.column]!;

const bandOf = (edges: readonly number[], value: number): number => edges.findLastIndex((edge) => edge <= value);

/** Lines that fill the cell go on in the next one; shorter ones stand for themselves. */
function cellText(words: readonly Word[], width: number): string {
  let text = '';
  let wasFull = false;
  for (const line of linesOf(words)) {
    const own = textOf(line);
    text = text === '' ? own : wasFull ? withNextLine(text, own) : `${text} ${own}`;
    wasFull = line.right - line.left >= width - 3 * line.size;
  }
  return text;
}

/** A word that reaches over the edge of a cell was written as one run by the program: it belongs to both. */
function cutAtEdges(word: Word, { columns, cells, rows }: RuledTable): Word[] {
  const row = bandOf(rows, word.baseline - word.size * 0.35);
  const edge = columns.find(
    (at, i) =>
      at > word.left + word.size * 0.8 &&
      at < word.right - word.size * 0.8 &&
      cells.some((cell) => cell.column === i && row >= cell.row && row < cell.row + cell.rows),
  );
  if (edge === undefined) return [word];
  const share = (edge - word.left) / (word.right - word.left);
  const guess = Math.round(word.text.length * share);
  const blank = nearestBlank(word.text, guess);
  if (blank === null) return [word];
  const first = { ...word, text: word.text.slice(0, blank).trimEnd(), right: edge - 1 };
  const rest = { ...word, text: word.text.slice(blank).trimStart(), left: edge + 1 };
  return [first, ...cutAtEdges(rest, { columns, cells, rows } as RuledTable)];
}

function nearestBlank(text: string, at: number): number | null {
  for (let distance = 0; distance <= 3; distance++) {
    for (const i of [at - distance, at + distance]) if (text[i] === ' ') return i;
  }
  return null;
}
