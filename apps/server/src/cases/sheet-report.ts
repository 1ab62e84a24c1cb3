import type { ImportReport } from '@duban/contract/organisation-files';
import type { Locale } from '@duban/contract/problem-texts';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import type { RefusalParams } from '@duban/kit/refusal';
import { readWorkbook, type Sheet } from '../adapters/workbook.ts';
import type { UploadedFile } from '../kernel/module.ts';
import { problem } from '../kernel/problem.ts';

/** What the imports of this slice share: the sheet itself, and the report of what is wrong row by row. */
export type SheetFault = {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly params: RefusalParams;
};

export const mostRows = 5000;
/** A sheet with more faults than this is the wrong sheet. */
const MOST_FAULTS = 500;

/** @throws Problem `import.not_xlsx`, `import.too_many_rows` */
export async function openSheet(file: UploadedFile | undefined): Promise<Sheet> {
  const sheet = await readWorkbook(file?.bytes, mostRows + 20);
  if (!('fault' in sheet)) return sheet;
  if (sheet.fault === 'not_xlsx') throw problem('import.not_xlsx', { reason: sheet.reason });
  throw problem('import.too_many_rows', { limit: mostRows });
}

/** Every formula of the sheet as a fault. @param headings of the row that names the columns */
export function formulaFaults({ formulas }: Sheet, headings: readonly string[]): SheetFault[] {
  return formulas.map(({ row, column }) => ({
    row,
    column: headings[column - 1] || null,
    code: 'import.formula',
    params: {},
  }));
}

export function reportOf(
  mode: ImportReport['mode'],
  counts: { readonly rows: number; readonly good: number; readonly applied: boolean },
  faults: readonly SheetFault[],
  locale: Locale,
): ImportReport {
  return {
    mode,
    applied: counts.applied,
    rows: counts.rows,
    added: counts.good,
    changed: 0,
    unchanged: 0,
    faults: faults.slice(0, MOST_FAULTS).map(({ row, column, code, params }) => {
      if (!isProblemCode(code)) throw new Error(`problem code is not registered: ${code}`);
      return { row, column, code, message: problemTitle(code, params, locale) };
    }),
    faultCount: faults.length,
  };
}
