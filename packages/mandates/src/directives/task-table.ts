import type { FoundQuantity } from '../quantities/quantities.ts';
import { headingsAbove, type Heading } from '../outline/outline.ts';
import { actionOf } from './acts.ts';
import { timesIn } from './deadline.ts';
import { fillDirective, quantitiesWithin } from './fill-directive.ts';
import type { FoundDirective } from './found-directive.ts';

/** A table of tasks 任务分解表 in the clean text: its directives, and the stretch that they came from. */
export type TaskTable = {
  readonly start: number;
  readonly end: number;
  readonly directives: readonly FoundDirective[];
};

const columnNames = {
  task: /^(?:主要|重点|工作|具体|整改)*(?:任务|事项|内容|措施|项目名称|问题)(?:内容|名称|事项|分解)?$/,
  lead: /^(?:牵头|主责|主办|承办)(?:单位|部门|领导)?$/,
  responsible: /^(?:责任|实施|落实)(?:单位|部门|主体)$/,
  support: /^(?:配合|协办|协同|参与)(?:单位|部门)$/,
  due: /^(?:完成|整改|办结)?(?:时限|时间|期限|日期)(?:要求)?$|^截止(?:时间|日期)$/,
  target: /^(?:目标|工作目标|指标|数量|任务量|目标要求)$/,
} as const;
type ColumnName = keyof typeof columnNames;

/**
 * Rows of a table with a column of tasks and one of units or of times. Each row is one directive; `〃` means the same as
 * above. Where both a leading and a responsible unit are named, the responsible one carries out and supports.
 */
export function taskTablesIn(
  text: string,
  outline: readonly Heading[],
  date: string | null,
  year: number | null,
  quantities: readonly FoundQuantity[],
): TaskTable[] {
  const tables: TaskTable[] = [];
  let at = 0;
  let open: {
    columns: ReadonlyMap<ColumnName, number>;
    width: number;
    start: number;
    above: string[];
    rows: FoundDirective[];
  } | null = null;
  const close = (end: number): void => {
    if (open) tables.push({ start: open.start, end, directives: open.rows });
    open = null;
  };
  for (const line of text.split('\n')) {
    const cells = line.split('\t').map((cell) => cell.trim());
    const columns: ReadonlyMap<ColumnName, number> | null = cells.length >= 3 ? headOf(cells) : null;
    if (columns) {
      close(at);
      open = { columns, width: cells.length, start: at, above: [], rows: [] };
    } else if (open && cells.length >= 2 && cells.length <= open.width + 1) {
      const filled: string[] = cells.map((cell, i) => (cell === '〃' ? (open!.above[i] ?? '') : cell));
      open.above = filled;
      const directive = directiveOf(text, at, line, filled, open.columns, outline, date, year, quantities);
      if (directive) open.rows.push(directive);
    } else close(at);
    at += line.length + 1;
  }
  close(text.length);
  return tables;
}

function headOf(cells: readonly string[]): ReadonlyMap<ColumnName, number> | null {
  const found = new Map<ColumnName, number>();
  for (const [i, cell] of cells.entries()) {
    for (const name of Object.keys(columnNames) as ColumnName[]) {
      if (!found.has(name) && columnNames[name].test(cell.replaceAll(/\s/g, ''))) found.set(name, i);
    }
  }
  const names = found.has('task') && (found.has('lead') || found.has('responsible') || found.has('due'));
  return names ? found : null;
}

function directiveOf(
  text: string,
  lineStart: number,
  line: string,
  cells: readonly string[],
  columns: ReadonlyMap<ColumnName, number>,
  outline: readonly Heading[],
  date: string | null,
  year: number | null,
  quantities: readonly FoundQuantity[],
): FoundDirective | null {
  const cellAt = (name: ColumnName): string => cells[columns.get(name) ?? -1] ?? '';
  const task = cellAt('task');
  const own = line.split('\t')[columns.get('task')!]?.trim() ?? '';
  // A merged task cell went to the row above; this row only adds to it.
  if (task.length < 4 || own === '〃' || own === '') return null;
  const start = lineStart + line.indexOf(task);
  const end = start + task.length;
  const lineEnd = lineStart + line.length;
  const lead = unitsIn(cellAt('lead'));
  const responsible = unitsIn(cellAt('responsible'));
  const due = cellAt('due');
  const target = cellAt('target');
  const times = timesIn(due, date, year);
  return fillDirective(
    text,
    {
      span: { start, end },
      act: target && /\d/.test(target) ? `${actionOf(task)}（${target}）` : task,
      leads: lead.length > 0 ? lead : responsible,
      supports: [...(lead.length > 0 ? responsible : []), ...unitsIn(cellAt('support'))],
      times: { ...times, deadline: times.deadline ?? (due === '' ? null : { text: due, date: null }) },
      quantities: quantitiesWithin(quantities, { start: lineStart, end: lineEnd }),
      headings: headingsAbove(outline, lineStart),
      rules: ['row_of_task_table'],
    },
    date,
  );
}

const unitsIn = (cell: string): string[] =>
  cell
    .split(/[、，,；;\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '〃');
