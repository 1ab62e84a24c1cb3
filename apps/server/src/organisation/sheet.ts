import ExcelJS from 'exceljs';
import { whyNotUnpack } from '../adapters/zip-guard.ts';
import { problem } from '../kernel/problem.ts';
import type { UploadedFile } from '../kernel/module.ts';

/**
 * An XLSX sheet as rows of text under known headings. What the texts mean is decided elsewhere; a formula is never
 * evaluated nor believed, its cell says so and the row is refused.
 */
export type SheetColumn<Key extends string> = {
  readonly key: Key;
  readonly heading: string;
  readonly required: boolean;
  readonly width: number;
  /** what to write there, for the second sheet of the template */
  readonly hint: string;
};

export type SheetRow<Key extends string> = {
  /** number of the row as the spreadsheet shows it */
  readonly row: number;
  readonly cells: Readonly<Record<Key, string>>;
  /** keys of cells that hold a formula or an error instead of a value */
  readonly formulas: readonly Key[];
};

export const maximumRows = 5000;
const maximumUnpackedBytes = 64 * 1024 * 1024;

/** @throws Problem `import.not_xlsx`, `import.wrong_columns`, `import.too_many_rows`, `import.no_rows` */
export async function readSheet<Key extends string>(
  file: UploadedFile | undefined,
  columns: readonly SheetColumn<Key>[],
): Promise<SheetRow<Key>[]> {
  const sheet = await openSheet(file);
  const placed = placesOf(sheet, columns);
  const rows: SheetRow<Key>[] = [];
  sheet.eachRow((row, number) => {
    if (number <= placed.headingRow) return;
    const cells = {} as Record<Key, string>;
    const formulas: Key[] = [];
    for (const { key } of columns) {
      const column = placed.columns.get(key);
      const text = column === undefined ? '' : cellText(row.getCell(column).value);
      if (text === null) formulas.push(key);
      cells[key] = text ?? '';
    }
    if (formulas.length === 0 && Object.values(cells).every((text) => text === '')) return;
    if (rows.length === maximumRows) throw problem('import.too_many_rows', { limit: maximumRows });
    rows.push({ row: number, cells, formulas });
  });
  if (rows.length === 0) throw problem('import.no_rows');
  return rows;
}

async function openSheet(file: UploadedFile | undefined): Promise<ExcelJS.Worksheet> {
  if (!file || file.bytes.length === 0) throw problem('import.not_xlsx', { reason: 'empty' });
  const fault = whyNotUnpack(file.bytes, maximumUnpackedBytes);
  if (fault) throw problem('import.not_xlsx', { reason: fault });
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(file.bytes as unknown as ExcelJS.Buffer);
  } catch {
    // The library throws plain errors of many kinds on files that are no workbook; all of them mean this.
    throw problem('import.not_xlsx', { reason: 'damaged' });
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) throw problem('import.not_xlsx', { reason: 'no_sheet' });
  return sheet;
}

function placesOf<Key extends string>(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn<Key>[]) {
  for (let headingRow = 1; headingRow <= 5; headingRow++) {
    const places = new Map<Key, number>();
    const row = sheet.getRow(headingRow);
    for (let at = 1; at <= Math.min(row.cellCount, 100); at++) {
      const heading = (cellText(row.getCell(at).value) ?? '').replace(/[\s*＊]/g, '');
      const column = columns.find((candidate) => candidate.heading === heading);
      if (column && !places.has(column.key)) places.set(column.key, at);
    }
    const missing = columns.filter(({ key, required }) => required && !places.has(key));
    if (missing.length === 0) return { headingRow, columns: places };
  }
  const missing = columns.filter(({ required }) => required).map(({ heading }) => heading);
  throw problem('import.wrong_columns', { missing: missing.join('、') });
}

/** The text of a cell; null when it holds a formula or an error. */
function cellText(value: ExcelJS.CellValue): string | null {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    if ('richText' in value)
      return value.richText
        .map(({ text }) => text)
        .join('')
        .trim();
    if ('hyperlink' in value) return typeof value.text === 'string' ? value.text.trim() : null;
    return null;
  }
  return String(value).trim();
}

/** A workbook of one table, texts written as texts, with an explanation of its columns beside it. */
export async function writeSheet<Key extends string>(
  name: string,
  columns: readonly SheetColumn<Key>[],
  rows: readonly Readonly<Record<Key, string>>[],
  explanation: readonly string[] = [],
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, heading, width, required }) => ({
    header: required ? `${heading}*` : heading,
    key,
    width,
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row);
  const about = workbook.addWorksheet('说明 Notes');
  about.columns = [{ width: 18 }, { width: 90 }];
  about.addRow(['列 column', '填写要求 what to write']).font = { bold: true };
  for (const { heading, hint, required } of columns) about.addRow([required ? `${heading}*` : heading, hint]);
  for (const line of explanation) about.addRow(['', line]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
