/**
 * Tables as lines of text, the same from every format: a row per line, cells parted by tabs, `〃` where a cell is merged
 * with the one above, and an empty cell for each further column that a cell spans, so that columns keep their places.
 */
export type TableCell = {
  readonly text: string;
  /** columns that the cell takes, at least 1 */
  readonly columns: number;
  /** the cell goes on from the row above */
  readonly isContinued: boolean;
};

export const SAME_AS_ABOVE = '〃';

/** A table may claim any width; no list of tasks has more columns. */
const MOST_COLUMNS = 60;

/** The lines of a table; rows without any text are left out. */
export function tableLines(rows: readonly (readonly TableCell[])[]): string[] {
  const lines: string[] = [];
  for (const row of rows) {
    const line = rowLine(row);
    if (line !== null) lines.push(line);
  }
  return lines;
}

function rowLine(row: readonly TableCell[]): string | null {
  const filled = row.filter((cell) => !cell.isContinued && cell.text.trim() !== '');
  if (filled.length === 0) return null;
  // A row with nothing but words across its width is a title, a section or a note, not a record.
  const [only] = filled;
  if (filled.length === 1 && only === row[0] && !row.some((cell) => cell.isContinued) && !isNumber(only!.text)) {
    return oneLine(only!.text);
  }
  const cells = row.flatMap((cell) => [
    cell.isContinued ? SAME_AS_ABOVE : oneLine(cell.text),
    ...Array.from({ length: Math.min(cell.columns, MOST_COLUMNS) - 1 }, () => ''),
  ]);
  return cells.slice(0, MOST_COLUMNS).join('\t').trimEnd();
}

const isNumber = (text: string): boolean => /^[\d\s.、()（）]+$/.test(text);

/** Everything in a cell on one line: a break inside a cell may part two names, so a blank stays. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
