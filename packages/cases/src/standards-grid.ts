import { allEvidenceRules, type EvidenceRule, evidenceRules } from './words.ts';
import { parseTimeLimit } from '@duban/calendar/time-limit-text';
import type { TimeLimit } from '@duban/calendar/time-limit';
import type { RefusalParams } from '@duban/kit/refusal';
import type { StandardRow } from './standards.ts';

/**
 * Reads a standards table from a grid of cells, the way cities publish it: one or two rows of headings anywhere near
 * the top, vertically merged cells or empty cells meaning "same as above". A limit that cannot be read is a fault with
 * its row and column, never a default: a system in use once took an unreadable limit for one day.
 *
 * A merged area arrives with its text in the first cell and empty cells below. What is carried down ends with the class:
 * a new class without a basis of its own does take the basis above (it is merged over many classes), but never the
 * condition, the limits or the closing condition of another class.
 */
export type Grid = readonly (readonly string[])[];

export type GridFault = {
  /** as the spreadsheet counts it, from 1 */
  readonly row: number;
  /** heading of the column; null for the row or the sheet as a whole */
  readonly column: string | null;
  readonly code: string;
  readonly params: RefusalParams;
};

export type GridReading = {
  readonly rows: readonly { readonly row: number; readonly standard: StandardRow }[];
  readonly faults: readonly GridFault[];
  /** rows that were looked at, good or not */
  readonly looked: number;
};

type Column = keyof typeof headings;

/** The words a heading may use; the first is the one our own template prints. */
const headings = {
  category: ['大类', '大类名称', '类别'],
  classCode: ['小类代码', '代码', '编码', '类别代码', '小类编码'],
  className: ['小类名称', '小类', '名称', '问题类别'],
  conditionCode: ['立案条件代码', '条件代码', '条件编号', '序号'],
  conditionText: ['立案条件', '立案标准', '条件'],
  acceptLimit: ['签收时限', '接收时限', '受理时限', '签收'],
  finishLimit: ['处置时限', '办理时限', '整改时限', '时限', '处置'],
  closingCondition: ['结案条件', '结案标准', '结案规范'],
  responsible: ['责任部门', '责任主体', '主管部门', '牵头单位'],
  basis: ['依据', '法律依据', '法规依据'],
  communityDuty: ['社区职责', '社区职责清单'],
  evidence: ['结案凭据', '凭据', '凭据要求'],
} as const satisfies Record<string, readonly string[]>;

export const standardsHeadings: readonly { readonly column: string; readonly heading: string }[] = Object.entries(
  headings,
).map(([column, [heading]]) => ({ column, heading }));

const required: readonly Column[] = ['classCode', 'className', 'conditionText', 'finishLimit', 'closingCondition'];
/** An empty cell takes what stands above within the table. */
const carriedAlways: readonly Column[] = [
  'category',
  'classCode',
  'className',
  'responsible',
  'basis',
  'communityDuty',
];
/** An empty cell takes what stands above as long as the class is the same. */
const carriedInClass: readonly Column[] = [
  'conditionText',
  'acceptLimit',
  'finishLimit',
  'closingCondition',
  'evidence',
];

export type GridDefaults = {
  /** when the table has no such column */
  readonly acceptLimit: TimeLimit | null;
  readonly basis: string;
};

export function readStandardsGrid(grid: Grid, defaults: GridDefaults): GridReading {
  const head = findHead(grid);
  const missing = required.filter((column) => !head?.columns.has(column));
  if (!head || missing.length > 0) {
    const columns = (head ? missing : required).map((column) => headings[column][0]).join('、');
    return {
      rows: [],
      looked: 0,
      faults: [{ row: head?.last ?? 1, column: null, code: 'standards.columns_missing', params: { columns } }],
    };
  }
  if (!head.columns.has('acceptLimit') && defaults.acceptLimit === null) {
    const fault = {
      row: head.last,
      column: headings.acceptLimit[0],
      code: 'standards.accept_limit_missing',
      params: {},
    };
    return { rows: [], looked: 0, faults: [fault] };
  }
  return readBody(grid, head, defaults);
}

type Head = { readonly last: number; readonly columns: ReadonlyMap<Column, number>; readonly names: readonly string[] };

/** The row (or two rows) that names the most columns, within the first ten. */
function findHead(grid: Grid): Head | null {
  let best: Head | null = null;
  for (let at = 0; at < Math.min(10, grid.length); at++) {
    const one = headOf(at + 1, [grid[at] ?? []]);
    const two = at + 1 < grid.length ? headOf(at + 2, [grid[at] ?? [], grid[at + 1] ?? []]) : one;
    const better = two.columns.size > one.columns.size ? two : one;
    if (better.columns.size > (best?.columns.size ?? 1)) best = better;
  }
  return best;
}

/** As the sheet writes it; the word of our own template for a column that it lacks. */
function headingOf({ columns, names }: Head, column: Column): string {
  const index = columns.get(column);
  return (index === undefined ? undefined : names[index]) ?? headings[column][0];
}

/** In a head of two rows the lower cell names the column, the upper one when nothing stands below it. */
function headOf(last: number, rows: readonly (readonly string[])[]): Head {
  const width = Math.max(...rows.map((row) => row.length), 0);
  const names = Array.from({ length: width }, (_, index) => {
    const lower = plain(rows.at(-1)?.[index]);
    return lower === '' ? plain(rows[0]?.[index]) : columnNamed(lower) ? lower : plain(rows[0]?.[index]) + lower;
  });
  const columns = new Map<Column, number>();
  for (const [index, name] of names.entries()) {
    const column = columnNamed(name);
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return { last, columns, names };
}

function columnNamed(name: string): Column | null {
  const entries = Object.entries(headings) as [Column, readonly string[]][];
  return entries.find(([, words]) => words.includes(name))?.[0] ?? null;
}

function readBody(grid: Grid, head: Head, defaults: GridDefaults): GridReading {
  const rows: { row: number; standard: StandardRow }[] = [];
  const faults: GridFault[] = [];
  const seen = new Map<string, number>();
  const conditions = new Map<string, number>();
  let above: Partial<Record<Column, string>> = {};
  let looked = 0;
  for (let index = head.last; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every((cell) => plain(cell) === '')) continue;
    looked += 1;
    const row = index + 1;
    const values = carriedDown(cells, head, above);
    above = values;
    const found: GridFault[] = [];
    const fault = (column: Column, code: string, params: RefusalParams = {}) =>
      found.push({ row, column: headingOf(head, column), code, params });
    for (const column of required) if (!values[column]) fault(column, 'standards.cell_empty');
    const acceptLimit = head.columns.has('acceptLimit') ? limitIn(values, 'acceptLimit', fault) : defaults.acceptLimit;
    const finishLimit = limitIn(values, 'finishLimit', fault);
    const communityDuty = yesOrNo(values.communityDuty ?? '');
    if (communityDuty === null) fault('communityDuty', 'standards.yes_or_no');
    const evidence = evidenceNamed(values.evidence ?? '');
    if (evidence === null) fault('evidence', 'standards.evidence_unknown', { words: evidenceWords.join('、') });
    const classCode = values.classCode ?? '';
    const order = (conditions.get(classCode) ?? 0) + 1;
    conditions.set(classCode, order);
    const conditionCode = values.conditionCode || String(order);
    const key = JSON.stringify([classCode, conditionCode]);
    const first = seen.get(key);
    if (first !== undefined) fault('conditionText', 'standards.duplicate_row', { row: first });
    seen.set(key, first ?? row);
    faults.push(...found);
    if (found.length > 0 || !acceptLimit || !finishLimit) continue;
    rows.push({
      row,
      standard: {
        category: values.category ?? '',
        classCode,
        className: values.className ?? '',
        conditionCode,
        conditionText: values.conditionText ?? '',
        acceptLimit,
        finishLimit,
        closingCondition: values.closingCondition ?? '',
        basis: values.basis || defaults.basis,
        responsible: values.responsible ?? '',
        communityDuty: communityDuty ?? false,
        evidence: evidence ?? 'statement',
      },
    });
  }
  return { rows, faults, looked };
}

function carriedDown(
  cells: readonly string[],
  head: Head,
  above: Partial<Record<Column, string>>,
): Partial<Record<Column, string>> {
  const own: Partial<Record<Column, string>> = {};
  for (const [column, index] of head.columns) own[column] = tidy(cells[index]);
  const values = { ...own };
  for (const column of carriedAlways) if (!values[column] && above[column]) values[column] = above[column];
  const sameClass = values.classCode === above.classCode;
  // A class that is named again under another code is another class: its name must not be the one above.
  if (!sameClass && own.classCode && !own.className) delete values.className;
  if (!sameClass) return values;
  for (const column of carriedInClass) if (!values[column] && above[column]) values[column] = above[column];
  return values;
}

function limitIn(
  values: Partial<Record<Column, string>>,
  column: 'acceptLimit' | 'finishLimit',
  fault: (column: Column, code: string, params?: RefusalParams) => void,
): TimeLimit | null {
  const text = values[column] ?? '';
  if (text === '') {
    if (column === 'acceptLimit') fault(column, 'standards.cell_empty');
    return null;
  }
  const limit = parseTimeLimit(text);
  if (!('refused' in limit)) return limit;
  fault(column, limit.code, limit.params);
  return null;
}

function yesOrNo(text: string): boolean | null {
  if (['', '否', 'no', '×'].includes(text.toLowerCase())) return false;
  return ['是', 'yes', '√'].includes(text.toLowerCase()) ? true : null;
}

const evidenceWords = allEvidenceRules.map((rule) => evidenceRules[rule]['zh-CN']);

/** Nothing written asks for nothing but a statement. */
function evidenceNamed(text: string): EvidenceRule | null {
  const named = allEvidenceRules.find((rule) => Object.values<string>(evidenceRules[rule]).includes(text));
  return text === '' ? 'statement' : (named ?? null);
}

/** Headings are compared without spaces, line breaks and remarks in parentheses. */
function plain(cell: string | undefined): string {
  return (cell ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(.*?\)/g, '');
}

function tidy(cell: string | undefined): string {
  return (cell ?? '').replace(/\s+/g, ' ').trim();
}
