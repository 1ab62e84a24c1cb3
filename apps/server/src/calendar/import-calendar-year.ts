import { importYear } from '@duban/calendar/calendar-record';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import { problemTitle } from '@duban/contract/problems';
import type { Ctx } from '../kernel/context.ts';
import type { UploadedFile } from '../kernel/module.ts';
import { type Problem, problem, unwrap } from '../kernel/problem.ts';
import { demandYear } from './calendar.queries.ts';
import { appendToCalendar, lockCalendar } from './calendar.store.ts';
import { type FileFault, MAX_ROWS, type RawRow, readYearFile } from './year-file.ts';
import { compareRows, readYearRows } from './year-rows.ts';

/** A file read before the transaction: its rows as text. */
export type PreparedYear = { readonly rows: readonly RawRow[]; readonly fileName: string };

export async function prepareCalendarYear(
  { year }: Input<typeof contract.importCalendarYear>,
  file: UploadedFile | undefined,
): Promise<PreparedYear> {
  demandYear(year);
  const read = await readYearFile(file?.bytes ?? new Uint8Array());
  if ('fault' in read) throw problemOf(read.fault);
  return { rows: read.rows, fileName: file!.name.replace(/\p{Cc}/gu, '').slice(0, 100) };
}

/**
 * Unlike other commands it may succeed without an event: checking changes nothing, and a file that says what already
 * stands is a good file. What it did is in the report.
 */
export async function importCalendarYear(
  ctx: Ctx,
  { version, year, mode }: Input<typeof contract.importCalendarYear>,
  { rows, fileName }: PreparedYear,
): Promise<Reply<typeof contract.importCalendarYear>> {
  const found = await lockCalendar(ctx, version);
  const { days, faults } = readYearRows(rows, year, fileName);
  const counts = compareRows(days, found.record.days);
  const applied = (mode === 'good' || (mode === 'all' && faults.length === 0)) && counts.added + counts.changed > 0;
  if (applied) await appendToCalendar(ctx, found, unwrap(importYear(found.record, { year, days, fileName })));
  return {
    mode,
    applied,
    rows: rows.length,
    ...counts,
    faults: faults.map(({ row, column, code, params }) => ({
      row,
      column,
      code,
      message: problemTitle(code, params, ctx.locale),
    })),
    faultCount: faults.length,
  };
}

function problemOf(fault: FileFault): Problem {
  switch (fault.kind) {
    case 'missing_columns':
      return problem('import.wrong_columns', { missing: fault.missing.join('、') });
    case 'too_many_rows':
      return problem('import.too_many_rows', { limit: MAX_ROWS });
    case 'no_rows':
      return problem('import.no_rows');
    case 'unreadable':
      return problem('calendar.file_unreadable', { reason: fault.reason });
  }
}
