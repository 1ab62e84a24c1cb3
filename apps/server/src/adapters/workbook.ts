import ExcelJS from 'exceljs';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { whyNotUnpack } from './zip-guard.ts';

/**
 * The first sheet of an XLSX file as a grid of texts, and a grid of texts as an XLSX file. Formulas are neither
 * evaluated nor believed on the way in; on the way out every value is written as text, so that one beginning with
 * `=`, `+`, `-` or `@` stays what somebody typed.
 */
export type Sheet = {
  /** cells by row and column; every cell of a merged area holds its text */
  readonly grid: readonly (readonly string[])[];
  /** cells that hold a formula or an error, both counted from 1 */
  readonly formulas: readonly { readonly row: number; readonly column: number }[];
};

export type SheetFault = { readonly fault: 'not_xlsx'; readonly reason: string } | { readonly fault: 'too_many_rows' };

const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MOST_COLUMNS = 60;

export async function readWorkbook(bytes: Uint8Array | undefined, mostRows: number): Promise<Sheet | SheetFault> {
  if (!bytes || bytes.length === 0) return { fault: 'not_xlsx', reason: 'empty' };
  const unsafe = whyNotUnpack(bytes, MOST_UNPACKED_BYTES);
  if (unsafe) return { fault: 'not_xlsx', reason: unsafe };
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    // The library throws plain errors of many kinds on files that are no workbook; all of them mean this.
    return { fault: 'not_xlsx', reason: 'damaged' };
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) return { fault: 'not_xlsx', reason: 'no_sheet' };
  if (sheet.actualRowCount > mostRows) return { fault: 'too_many_rows' };
  return gridOf(sheet);
}

function gridOf(sheet: ExcelJS.Worksheet): Sheet {
  const grid: string[][] = [];
  const formulas: { row: number; column: number }[] = [];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, MOST_COLUMNS); column++) {
      const text = textOf(row.getCell(column).master.value);
      if (text === null) formulas.push({ row: number, column });
      cells.push(text ?? '');
    }
    grid[number - 1] = cells;
  });
  return { grid: Array.from(grid, (row) => row ?? []), formulas };
}

/** The text of a cell; null when it holds a formula or an error. */
function textOf(value: ExcelJS.CellValue): string | null {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value) {
    const parts = value.richText.map(({ text }) => text);
    return parts.join('').trim();
  }
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text.trim() : null;
  return null;
}

export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  /** lines of a second sheet that explains the columns */
  readonly notes?: readonly (readonly string[])[];
};

export async function writeWorkbook({ name, columns, rows, notes = [] }: Table): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, width }) => ({ header: heading, width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  if (notes.length > 0) {
    const about = workbook.addWorksheet('说明 Notes');
    about.columns = [{ width: 20 }, { width: 90 }];
    for (const line of notes) about.addRow([...line]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const ROWS_AT_A_TIME = 50;

/**
 * The same for many rows, made while it is being sent: a lot of rows at a time, so that other requests are answered in
 * between. It begins when somebody reads, and stops when nobody does any more.
 */
export function streamWorkbook({ name, columns, rows }: Omit<Table, 'notes'>): Readable {
  const sent = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sent, useStyles: true });
  const write = async () => {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ heading, width }) => ({ header: heading, width, style: { numFmt: '@' } }));
    for (let from = 0; from < rows.length && !sent.destroyed; from += ROWS_AT_A_TIME) {
      for (const row of rows.slice(from, from + ROWS_AT_A_TIME)) sheet.addRow([...row]).commit();
      await nextTurn();
    }
    if (sent.destroyed) return;
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => sent.destroy(error instanceof Error ? error : new Error(String(error))));
  return sent;
}
