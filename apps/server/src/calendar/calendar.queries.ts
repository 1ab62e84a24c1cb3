import { HORIZON, calendarVersion } from '@duban/calendar/calendar-data';
import { type CalendarRecord, calendarDataOf } from '@duban/calendar/calendar-record';
import { daysOf, periodOf } from '@duban/calendar/period';
import { whyNotPublishYear } from '@duban/calendar/publish-year';
import { STATE_COUNCIL_SOURCE } from '@duban/calendar/state-council-years';
import { type WorkingCalendar, dayStatus, workingCalendar, workingDaysBetween } from '@duban/calendar/working-calendar';
import type * as contract from '@duban/contract/calendar';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs } from '../organisation/module.ts';
import { type FoundCalendar, readCalendar } from './calendar.store.ts';
import { publishedYears } from './published-years.ts';

/** What the pages read. Years are shown from the first known one to two years after today. */
export async function listCalendarYears(ctx: Ctx): Promise<Reply<typeof contract.listCalendarYears>> {
  const found = await readCalendar(ctx.tx, ctx.actor.jurisdictionId);
  const calendar = workingCalendar(calendarDataOf(found.record, publishedYears));
  const first = publishedYears.years[0]!;
  const last = Math.max(ctx.now().toZonedDateTimeISO('Asia/Shanghai').year + 2, calendar.data.years.at(-1)!);
  const years = Array.from({ length: last - first + 1 }, (_, index) => summaryOf(last - index, calendar, found.record));
  return { ...headOf(found), years };
}

export async function getCalendarYear(
  { tx, actor }: Ctx,
  { year }: Input<typeof contract.getCalendarYear>,
): Promise<Reply<typeof contract.getCalendarYear>> {
  demandYear(year);
  const found = await readCalendar(tx, actor.jurisdictionId);
  const calendar = workingCalendar(calendarDataOf(found.record, publishedYears));
  const own = new Set(found.record.days.map(({ date }) => date));
  const refusal = whyNotPublishYear(found.record, year, publishedYears);
  return {
    ...headOf(found),
    summary: summaryOf(year, calendar, found.record),
    whyNotPublish: refusal && { code: refusal.code, params: refusal.params },
    days: daysOf(periodOf('year', `${year}-01-01`)).map((date) => ({
      ...dayStatus(calendar, date),
      source: calendar.index.rows.get(date)?.source ?? null,
      own: own.has(date),
    })),
  };
}

export function headOf({ record, version }: FoundCalendar): contract.CalendarHead {
  const { hours, dayEnds, weekStart } = record.settings;
  return {
    version,
    calendarVersion: calendarVersion(calendarDataOf(record, publishedYears)),
    settings: { hours: [...hours], dayEnds, weekStart },
  };
}

/** @throws Problem when the calendar cannot answer for the year */
export function demandYear(year: number): void {
  const first = Number(HORIZON.first.slice(0, 4));
  const last = Number(HORIZON.last.slice(0, 4));
  if (year < first || year > last) throw problem('calendar.year_out_of_range', { year, first, last });
}

function summaryOf(year: number, calendar: WorkingCalendar, record: CalendarRecord): contract.CalendarYear {
  const inYear = ({ date }: { readonly date: string }) => date.startsWith(`${year}-`);
  const rows = calendar.data.days.filter(inYear);
  const published = calendar.data.years.includes(year);
  const byRecord = record.years.find((entry) => entry.year === year);
  const firstDay = `${year}-01-01`;
  return {
    year,
    published,
    source: published ? (byRecord?.source ?? STATE_COUNCIL_SOURCE) : null,
    workingDays:
      workingDaysBetween(calendar, firstDay, `${year}-12-31`) + (dayStatus(calendar, firstDay).working ? 1 : 0),
    holidays: rows.filter(({ kind }) => kind === 'holiday').length,
    shiftedWorkingDays: rows.filter(({ kind }) => kind === 'workday').length,
    ownRows: record.days.filter(inYear).length,
  };
}

const CHANGES_PER_PAGE = 25;

/** The history of the calendar, newest first, page by page down to version 1. */
export async function listCalendarChanges(
  { tx, actor }: Ctx,
  { before }: Input<typeof contract.listCalendarChanges>,
): Promise<Reply<typeof contract.listCalendarChanges>> {
  let query = tx
    .selectFrom('history')
    .select(['sequence', 'type', 'data', 'actor_id', 'at'])
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('record_type', '=', 'calendar')
    .where('record_id', '=', actor.jurisdictionId)
    .orderBy('sequence', 'desc')
    .limit(CHANGES_PER_PAGE + 1);
  if (before !== undefined) query = query.where('sequence', '<', before);
  const rows = await query.execute();
  const shown = rows.slice(0, CHANGES_PER_PAGE);
  const people = await personRefs(
    tx,
    shown.flatMap(({ actor_id }) => actor_id ?? []),
  );
  return {
    changes: shown.map(({ sequence, type, data, actor_id, at }) => ({
      version: sequence,
      type,
      at,
      by: (actor_id && people.get(actor_id)) || null,
      data: data as Record<string, unknown>,
    })),
    next: rows.length > CHANGES_PER_PAGE ? shown.at(-1)!.sequence : null,
  };
}
