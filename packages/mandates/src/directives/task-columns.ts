import { neverAlone, type TaskColumn, taskColumnWords } from '../rules/task-columns.ts';

/** The rows that make the head of a table, and what its columns hold. */
export type TableHead = {
  /** how many rows the head takes */
  readonly rows: number;
  readonly width: number;
  readonly columns: ReadonlyMap<TaskColumn, number>;
  /** a column of tasks in front of the one that counts: what the measures are for */
  readonly context: number | null;
};

const MOST_HEAD_ROWS = 3;
const LONGEST_HEAD = 16;

const some = (words: readonly string[] = []): string => (words.length === 0 ? '' : `(?:${words.join('|')})`);

const patterns = (Object.keys(taskColumnWords) as TaskColumn[]).map((column) => ({
  column,
  pattern: new RegExp(
    `^(?:${taskColumnWords[column]
      .map(
        ({ before, words, after }) =>
          `${before ? `${some(before)}*` : ''}${some(words)}${after ? `${some(after)}?` : ''}`,
      )
      .join('|')})$`,
  ),
}));

/** What a head cell announces; null when it is none of the known columns. */
export function columnNamed(cell: string): TaskColumn | null {
  const name = cell.replaceAll(/\s/g, '').replaceAll(/[（(][^）)]*[）)]/g, '');
  if (name === '' || name.length > LONGEST_HEAD || neverAlone.includes(name)) return null;
  return patterns.find(({ pattern }) => pattern.test(name))?.column ?? null;
}

/** Looks for the head of a table of tasks in the rows from here on: one row, or two and three that are merged. */
export function headAt(rows: readonly (readonly string[])[], from: number): TableHead | null {
  const first = rows[from]!;
  if (first.length < 2) return null;
  let best = headOf(first, 1);
  let merged = [...first];
  for (let count = 2; count <= MOST_HEAD_ROWS; count++) {
    const next = rows[from + count - 1];
    if (!next || next.length < 2 || !continuesHead(next)) break;
    merged = Array.from({ length: Math.max(merged.length, next.length) }, (_, i) => {
      const own = next[i] ?? '';
      return own === '' || own === '〃' ? (merged[i] ?? '') : own;
    });
    const found = headOf(merged, count);
    if (found && (best === null || found.columns.size > best.columns.size)) best = found;
  }
  return best;
}

/** The lower row of a head has cells merged with the one above, or nothing but names of columns. */
function continuesHead(row: readonly string[]): boolean {
  const own = row.filter((cell) => cell !== '' && cell !== '〃');
  return (
    own.length > 0 && own.every((cell) => cell.length <= LONGEST_HEAD) && own.some((cell) => columnNamed(cell) !== null)
  );
}

function headOf(cells: readonly string[], rows: number): TableHead | null {
  const columns = new Map<TaskColumn, number>();
  let context: number | null = null;
  for (const [i, cell] of cells.entries()) {
    const column = columnNamed(cell);
    if (column === null) continue;
    if (column === 'task') {
      context = columns.get('task') ?? null;
      columns.set('task', i);
    } else if (!columns.has(column)) columns.set(column, i);
  }
  const isTasks =
    columns.has('task') && ['lead', 'responsible', 'support', 'due'].some((name) => columns.has(name as TaskColumn));
  return isTasks && columns.size >= 2 ? { rows, width: cells.length, columns, context } : null;
}
