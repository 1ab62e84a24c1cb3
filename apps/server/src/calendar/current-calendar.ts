import { calendarDataOf } from '@duban/calendar/calendar-record';
import type { Weekday } from '@duban/calendar/civil-date';
import { type WorkingCalendar, workingCalendar } from '@duban/calendar/working-calendar';
import type { Tx } from '../kernel/database.ts';
import { readCalendar } from './calendar.store.ts';
import { publishedYears } from './published-years.ts';

/**
 * The calendar that deadlines are computed with. Its index takes a few milliseconds to build, so it is kept in memory
 * under the revision of the record: a number that is new with every change, also with one that is rolled back. One
 * look at a one-row table tells whether the kept one is still right, so no server answers with an old calendar.
 */
export type CurrentCalendar = { readonly calendar: WorkingCalendar; readonly weekStart: Weekday };

const unchanged: CurrentCalendar = { calendar: workingCalendar(publishedYears), weekStart: 1 };

/** Newest last; a district changes its calendar a few times a year, so a handful is plenty. */
const kept = new Map<string, CurrentCalendar>();
const KEPT_AT_MOST = 32;

export async function currentCalendar(tx: Tx, jurisdictionId: string): Promise<CurrentCalendar> {
  const row = await tx
    .selectFrom('calendars')
    .select('revision')
    .where('jurisdiction_id', '=', jurisdictionId)
    .executeTakeFirst();
  if (!row) return unchanged;
  const known = kept.get(row.revision);
  if (known) return known;
  const { record, revision } = await readCalendar(tx, jurisdictionId);
  const current = {
    calendar: workingCalendar(calendarDataOf(record, publishedYears)),
    weekStart: record.settings.weekStart,
  };
  if (revision !== null) keep(revision, current);
  return current;
}

function keep(revision: string, current: CurrentCalendar): void {
  kept.set(revision, current);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest);
}
