import ExcelJS from 'exceljs';
import { type UnpackFault, whyNotUnpack } from '../adapters/zip-guard.ts';
import { csvCells } from './csv.ts';

/**
 * The bytes of a year's arrangement, turned into rows of text: XLSX, CSV (UTF-8 or GB18030), or JSON, either a list of
 * `{date, kind, name, source}` or the `{days: [{date, name, isOffDay}]}` that public holiday data sets use. What the
 * texts mean is decided elsewhere.
 */
export type YearFile = { readonly rows: readonly RawRow[] } | { readonly fault: FileFault };

/** @property row as the spreadsheet counts, headings in row 1; in JSON the place in the list, from 1 */
export type RawRow = {
  readonly row: number;
  readonly date: string;
  readonly kind: string;
  readonly name: string;
  readonly source: string;
};

export type FileFault =
  | { readonly kind: 'unreadable'; readonly reason: UnpackFault | 'empty' | 'encoding' | 'json' | 'csv' | 'no_sheet' }
  | { readonly kind: 'missing_columns'; readonly missing: readonly string[] }
  | { readonly kind: 'too_many_rows' }
  | { readonly kind: 'no_rows' };

/** A year has at most 366 dates; more rows than this are another table. */
export const MAX_ROWS = 400;
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

export async function readYearFile(bytes: Uint8Array): Promise<YearFile> {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes);
  const text = textOf(bytes);
  if (text === null) return unreadable('encoding');
  if (/^\s*[[{]/.test(text)) return readJson(text);
  const cells = csvCells(text);
  return cells ? fromTable(cells) : unreadable('csv');
}

const unreadable = (reason: Extract<FileFault, { kind: 'unreadable' }>['reason']): YearFile => ({
  fault: { kind: 'unreadable', reason },
});

async function readXlsx(bytes: Uint8Array): Promise<YearFile> {
  const fault = whyNotUnpack(bytes, MAX_UNPACKED_BYTES);
  if (fault) return unreadable(fault);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    // The library throws plain errors of many kinds on files that are no workbook; all of them mean this.
    return unreadable('damaged');
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) return unreadable('no_sheet');
  if (sheet.rowCount > MAX_ROWS) return { fault: { kind: 'too_many_rows' } };
  const table: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, 20); column++) cells.push(cellText(row.getCell(column)));
    table[number - 1] = cells;
  });
  return fromTable(table);
}

/** A date cell as its date; a formula as its text, so that it is refused as no date instead of being believed. */
function cellText({ value, formula, text }: ExcelJS.Cell): string {
  if (formula) return `=${formula}`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(text ?? '').trim();
}

const HEADINGS = {
  date: ['日期', 'date'],
  kind: ['类型', 'kind'],
  name: ['名称', 'name'],
  source: ['来源', 'source'],
} as const;

function fromTable(table: readonly (readonly string[])[]): YearFile {
  const [headings = [], ...body] = table;
  const columnOf = (names: readonly string[]) =>
    headings.findIndex((heading) => names.includes(heading.trim().toLowerCase()));
  const columns = { date: columnOf(HEADINGS.date), kind: columnOf(HEADINGS.kind), name: columnOf(HEADINGS.name) };
  const source = columnOf(HEADINGS.source);
  const missing = Object.entries(columns).flatMap(([key, at]) =>
    at < 0 ? [HEADINGS[key as keyof typeof columns][0]] : [],
  );
  if (missing.length > 0) return { fault: { kind: 'missing_columns', missing } };
  const rows = body.flatMap((cells = [], index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const at = (column: number) => (cells[column] ?? '').trim();
    return [
      { row: index + 2, date: at(columns.date), kind: at(columns.kind), name: at(columns.name), source: at(source) },
    ];
  });
  return bounded(rows);
}

function bounded(rows: readonly RawRow[]): YearFile {
  if (rows.length === 0) return { fault: { kind: 'no_rows' } };
  return rows.length > MAX_ROWS ? { fault: { kind: 'too_many_rows' } } : { rows };
}

function readJson(text: string): YearFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return unreadable('json');
  }
  const { days, papers } = (Array.isArray(parsed) ? { days: parsed } : parsed) as { days?: unknown; papers?: unknown };
  if (!Array.isArray(days)) return unreadable('json');
  const paper = Array.isArray(papers) ? textValue(papers[0]) : '';
  const rows = days.map((entry: unknown, index) => {
    const day = (entry !== null && typeof entry === 'object' ? entry : {}) as Record<string, unknown>;
    const kind =
      typeof day['isOffDay'] === 'boolean' ? (day['isOffDay'] ? 'holiday' : 'workday') : textValue(day['kind']);
    const source = textValue(day['source']) || paper;
    return { row: index + 1, date: textValue(day['date']), kind, name: textValue(day['name']), source };
  });
  return bounded(rows);
}

const textValue = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** UTF-8 when it is sound UTF-8, else GB18030, in which Chinese spreadsheets save their CSV; null when it is neither. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}
