import type { FoundQuantity } from '../quantities/quantities.ts';
import { lineMarker } from '../outline/markers.ts';
import type { Heading } from '../outline/heading.ts';
import { headingsAbove } from '../outline/outline.ts';
import { leadLabel, supportLabel, type TaskColumn, unitEnd } from '../rules/task-columns.ts';
import { actionOf } from './acts.ts';
import { timesIn } from './deadline.ts';
import { fillDirective, quantitiesWithin } from './fill-directive.ts';
import type { FoundDirective } from './found-directive.ts';
import { headAt, type TableHead } from './task-columns.ts';

/** A table of tasks 任务分解表 in the clean text: its directives, and the stretch that they came from. */
export type TaskTable = {
  readonly start: number;
  readonly end: number;
  readonly directives: readonly FoundDirective[];
};

type Row = { readonly text: string; readonly start: number; readonly cells: readonly string[] };

/**
 * Rows of a table with a column of tasks and one of units or of times, whatever format it came from: cells are parted by
 * tabs, and `〃` means the same as above. Each row is one directive; a line without cells inside the table is the heading
 * of the rows below it. Where both a leading and a responsible unit are named, the responsible one carries out and
 * supports.
 */
export function taskTablesIn(
  text: string,
  outline: readonly Heading[],
  date: string | null,
  year: number | null,
  quantities: readonly FoundQuantity[],
): TaskTable[] {
  const tables: TaskTable[] = [];
  const rows = rowsOf(text);
  const cells = rows.map((row) => row.cells);
  for (let at = 0; at < rows.length; at++) {
    const head = rows[at]!.cells.length >= 2 ? headAt(cells, at) : null;
    if (!head) continue;
    const last = lastRowOf(cells, at + head.rows, head);
    const start = rows[at]!.start;
    const end = rows[last]!.start + rows[last]!.text.length;
    const context: Context = {
      text,
      outline: headingsFor(outline, rows, at, [...tables, { start, end }]),
      date,
      year,
      quantities,
      head,
    };
    tables.push({ start, end, directives: directivesOf(rows.slice(at + head.rows, last + 1), context) });
    at = last;
  }
  return tables;
}

/**
 * The headings that a table stands under: none from before the annex that it is, and none of those that part a table
 * into sections, because rows know their own section.
 */
function headingsFor(
  outline: readonly Heading[],
  rows: readonly Row[],
  at: number,
  tables: readonly { readonly start: number; readonly end: number }[],
): Heading[] {
  const annex = rows.slice(0, at).findLast(({ text }) => /^附[件表录]\s*\d{0,2}\s*[：:]?/.test(text))?.start ?? 0;
  return outline.filter((heading) => heading.start >= annex && !tables.some((table) => isWithin(heading, table)));
}

const isWithin = (heading: Heading, { start, end }: { start: number; end: number }): boolean =>
  heading.start >= start && heading.start < end;

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    rows.push({ text: line, start, cells: line.split('\t').map((cell) => cell.trim()) });
    start += line.length + 1;
  }
  return rows;
}

/** Headings stand between the rows of a table, one line at a time; a table may go on under its repeated head. */
function lastRowOf(cells: readonly (readonly string[])[], from: number, head: TableHead): number {
  let last = from - 1;
  for (let at = from; at < cells.length; at++) {
    const row = cells[at]!;
    const isRow = row.length >= Math.min(3, head.width) && row.length <= head.width + 1;
    if (isRow && headAt(cells, at) === null) last = at;
    else if (row.length > 1 || last < at - 1) break;
  }
  return last;
}

type Context = {
  readonly text: string;
  readonly outline: readonly Heading[];
  readonly date: string | null;
  readonly year: number | null;
  readonly quantities: readonly FoundQuantity[];
  readonly head: TableHead;
};

function directivesOf(rows: readonly Row[], context: Context): FoundDirective[] {
  const found: FoundDirective[] = [];
  let above: readonly string[] = [];
  let section: string | null = null;
  for (const row of rows) {
    if (row.cells.length === 1) {
      const title = row.text.trim();
      section = title.slice(lineMarker(title)?.length ?? 0);
      continue;
    }
    const filled = row.cells.map((cell, i) => (cell === '〃' ? (above[i] ?? '') : cell));
    const directive = directiveOf(row, filled, section, context);
    const before = found.at(-1);
    if (directive === 'adds' && before) found[found.length - 1] = withUnitsOf(before, row.cells, context.head);
    else if (directive !== null && directive !== 'adds') found.push(directive);
    above = filled;
  }
  return found;
}

/** @returns `adds` for a row that only names further units for the task above it */
function directiveOf(
  row: Row,
  cells: readonly string[],
  section: string | null,
  context: Context,
): FoundDirective | 'adds' | null {
  const { head, outline, date, year, quantities } = context;
  const place = (name: TaskColumn): number => head.columns.get(name) ?? -1;
  const cellAt = (name: TaskColumn): string => cells[place(name)] ?? '';
  const ownAt = (name: TaskColumn): string => row.cells[place(name)]?.replace('〃', '') ?? '';
  const measure = cellAt('task');
  const column = measure === '' && head.context !== null ? head.context : place('task');
  const task = cells[column] ?? '';
  if (task.length < 4) return null;
  const isOwn = row.cells[column] === task;
  if (!isOwn && ownAt('target') === '' && ownAt('due') === '') return 'adds';
  const units = unitsOf(cells, head);
  const due = cellAt('due');
  const target = cellAt('target');
  const times = timesIn(due, date, year);
  const trimmed = row.text.trim();
  const start = row.start + (isOwn ? startOfCell(row.text, column) : row.text.indexOf(trimmed));
  const span = { start, end: start + (isOwn ? task.length : trimmed.length) };
  const subject = head.context === null || column === head.context ? '' : (cells[head.context] ?? '');
  const headings = headingsAbove(outline, row.start);
  return fillDirective(
    context.text,
    {
      span,
      act: target && /\d/.test(target) ? `${actionOf(task)}（${target}）` : task,
      ...units,
      times: { ...times, deadline: times.deadline ?? (due === '' ? null : { text: due, date: null }) },
      quantities: quantitiesWithin(quantities, { start: row.start, end: row.start + row.text.length }),
      headings: [...headings, ...[section, subject].filter((name) => isNew(name, headings))].map(String),
      rules: ['row_of_task_table'],
    },
    date,
  );
}

const isNew = (name: string | null, headings: readonly string[]): boolean =>
  name !== null && name !== '' && !headings.some((heading) => name.endsWith(heading));

function startOfCell(line: string, column: number): number {
  let at = 0;
  for (let i = 0; i < column; i++) at = line.indexOf('\t', at) + 1;
  return at + (/^\s*/.exec(line.slice(at))?.[0].length ?? 0);
}

type Units = { readonly leads: readonly string[]; readonly supports: readonly string[] };

function unitsOf(cells: readonly string[], { columns }: TableHead): Units {
  const cellAt = (name: TaskColumn): string => cells[columns.get(name) ?? -1] ?? '';
  const lead = namesIn(cellAt('lead'));
  const responsible = namesIn(cellAt('responsible'));
  const isLed = lead.leads.length > 0;
  return {
    leads: isLed ? lead.leads : responsible.leads,
    supports: [
      ...lead.supports,
      ...(isLed ? responsible.leads : []),
      ...responsible.supports,
      ...namesIn(cellAt('support')).leads,
    ],
  };
}

/** 区住建局、区水务局; also 牵头：区住建局；配合：区水务局 in one cell. */
function namesIn(cell: string): Units {
  const [led, ...helping] = cell.split(supportLabel);
  return { leads: listed((led ?? '').replace(leadLabel, '')), supports: helping.flatMap(listed) };
}

/** Where some of the names are units for certain, a short name that is none is a person's. */
function listed(names: string): string[] {
  const all = names
    .split(/[、，,；;/\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '〃');
  const isUnit = all.map((name) => unitEnd.test(name.replace(/[（(][^）)]*[）)]$/, '')));
  return isUnit.includes(true) ? all.filter((name, i) => isUnit[i] || name.length > 3) : all;
}

function withUnitsOf(directive: FoundDirective, cells: readonly string[], head: TableHead): FoundDirective {
  const { leads, supports } = unitsOf(
    cells.map((cell) => (cell === '〃' ? '' : cell)),
    head,
  );
  const added = (known: readonly string[], more: readonly string[]): readonly string[] => [
    ...new Set([...known, ...more]),
  ];
  return {
    ...directive,
    leadUnits: added(directive.leadUnits, leads),
    supportUnits: added(directive.supportUnits, supports),
  };
}
