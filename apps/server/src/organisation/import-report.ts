import type { ImportReport } from '@duban/contract/organisation-files';
import { type ProblemCode, problemTitle } from '@duban/contract/problems';
import type { Locale } from '@duban/contract/problem-texts';
import type { Refusal } from '@duban/kit/refusal';
import type { SheetColumn, SheetRow } from './sheet.ts';

/** What is wrong with a row. The sentence is made when the reader's language is known. */
export type RowFault = {
  readonly row: number;
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export type Counts = { readonly added: number; readonly changed: number; readonly unchanged: number };

const shownFaults = 500;

export function reportOf(
  mode: ImportReport['mode'],
  applied: boolean,
  rows: number,
  counts: Counts,
  faults: readonly RowFault[],
  locale: Locale,
): ImportReport {
  const sorted = [...faults].sort((one, other) => one.row - other.row);
  return {
    mode,
    applied,
    rows,
    ...counts,
    faultCount: faults.length,
    faults: sorted.slice(0, shownFaults).map(({ row, column, code, params }) => ({
      row,
      column,
      code,
      message: problemTitle(code, params, locale),
    })),
  };
}

export const refusalFault = (row: number, column: string | null, refusal: Refusal): RowFault => ({
  row,
  column,
  code: refusal.code as ProblemCode,
  params: refusal.params,
});

/**
 * What is wrong with any row whatever it is about: a formula, a missing cell, text that is too long or would be taken
 * for a formula by the next spreadsheet that opens it.
 */
export function commonFaults<Key extends string>(
  { row, cells, formulas }: SheetRow<Key>,
  columns: readonly SheetColumn<Key>[],
  limits: Readonly<Partial<Record<Key, number>>>,
): RowFault[] {
  return columns.flatMap(({ key, heading, required }) => {
    const text = cells[key];
    const fault = (code: ProblemCode, params: RowFault['params'] = {}): RowFault[] => [
      { row, column: heading, code, params },
    ];
    if (formulas.includes(key) || /^[=@\t\r]/.test(text) || /^[+-](?![\d ])/.test(text)) return fault('import.formula');
    if (required && text === '') return fault('import.missing');
    const limit = limits[key] ?? 60;
    const value = text.slice(0, 20);
    if (text.length > limit) return fault('import.invalid_value', { value, detail: `≤ ${limit}` });
    if (/\p{Cc}/u.test(text)) return fault('import.invalid_value', { value: '', detail: 'U+0000–U+001F' });
    return [];
  });
}

/** `2026-02-05`, `2026/2/5`, `2026.2.5` or `2026年2月5日` as a day; null when it is none. */
export function dayOfText(text: string): string | null {
  const found = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
