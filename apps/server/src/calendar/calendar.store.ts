import { type CalendarDay, calendarVersion } from '@duban/calendar/calendar-data';
import {
  type CalendarEvent,
  type CalendarRecord,
  type CalendarSettings,
  NEW_CALENDAR,
  calendarDataOf,
  evolve,
} from '@duban/calendar/calendar-record';
import type { Ctx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { appendEvents } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { publishedYears } from './published-years.ts';

/** The only writer of the calendar's tables. The record of a jurisdiction has the jurisdiction's id. */
export type FoundCalendar = {
  readonly record: CalendarRecord;
  /** 0 while nothing was ever changed */
  readonly version: number;
  readonly revision: string | null;
};

export async function readCalendar(tx: Tx, jurisdictionId: string): Promise<FoundCalendar> {
  const head = await tx
    .selectFrom('calendars')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdictionId)
    .executeTakeFirst();
  if (!head) return { record: NEW_CALENDAR, version: 0, revision: null };
  const days = await tx
    .selectFrom('calendar_days')
    .select(['date', 'kind', 'name', 'source'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('until_version', 'is', null)
    .orderBy('date')
    .execute();
  const years = await tx
    .selectFrom('calendar_years')
    .select(['year', 'source'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .orderBy('year')
    .execute();
  const settings = { hours: head.hours, dayEnds: head.day_ends, weekStart: head.week_start };
  return {
    record: { days: days as CalendarDay[], years, settings: settings as unknown as CalendarSettings },
    version: head.version,
    revision: head.revision,
  };
}

/**
 * The calendar of the caller's jurisdiction, locked for a change. Before the first change there is no row to lock;
 * of two first changes the later one is refused when it writes the head.
 */
export async function lockCalendar({ tx, actor }: Ctx, version: number): Promise<FoundCalendar> {
  await tx
    .selectFrom('calendars')
    .select('version')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .forUpdate()
    .execute();
  const found = await readCalendar(tx, actor.jurisdictionId);
  if (found.version !== version) throw problem('record.stale');
  return found;
}

/** Appends the events to the history and writes the tables to match. */
export async function appendToCalendar(
  ctx: Ctx,
  found: FoundCalendar,
  events: readonly CalendarEvent[],
): Promise<FoundCalendar> {
  const { jurisdictionId } = ctx.actor;
  const version = await appendEvents(ctx, {
    recordType: 'calendar',
    recordId: jurisdictionId,
    jurisdictionId,
    events: events.map(({ type, ...data }) => ({ type, data })),
  });
  const record = events.reduce(evolve, found.record);
  const revision = ctx.newId();
  await writeHead(ctx, record, found.version, version, revision);
  for (const event of events) await writeRows(ctx, event, version);
  return { record, version, revision };
}

/** @throws Problem `record.stale` when the head is no longer the one that the change was decided on */
async function writeHead(
  { tx, actor, now }: Ctx,
  record: CalendarRecord,
  decidedOn: number,
  version: number,
  revision: string,
): Promise<void> {
  const { jurisdictionId } = actor;
  const settings = { hours: JSON.stringify(record.settings.hours), day_ends: record.settings.dayEnds };
  const head = { ...settings, version, revision, week_start: record.settings.weekStart };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('calendars')
    .values({ jurisdiction_id: jurisdictionId, ...head })
    .onConflict((conflict) =>
      conflict.column('jurisdiction_id').doUpdateSet(head).where('calendars.version', '=', decidedOn),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw problem('record.stale');
  await tx
    .insertInto('calendar_versions')
    .values({
      jurisdiction_id: jurisdictionId,
      version,
      fingerprint: calendarVersion(calendarDataOf(record, publishedYears)),
      ...settings,
      at: now().toString(),
    })
    .execute();
}

async function writeRows(ctx: Ctx, event: CalendarEvent, version: number): Promise<void> {
  switch (event.type) {
    case 'calendar.day_set':
      return replaceDays(ctx, [event.day], version);
    case 'calendar.year_imported':
      return replaceDays(ctx, event.days, version);
    case 'calendar.day_reset':
      return closeDays(ctx, [event.before.date], version);
    case 'calendar.year_published':
      await ctx.tx
        .insertInto('calendar_years')
        .values({
          jurisdiction_id: ctx.actor.jurisdictionId,
          year: event.year,
          source: event.source,
          from_version: version,
        })
        .execute();
      return;
    case 'calendar.settings_set':
      return;
  }
}

async function replaceDays(ctx: Ctx, days: readonly CalendarDay[], version: number): Promise<void> {
  await closeDays(
    ctx,
    days.map(({ date }) => date),
    version,
  );
  const rows = days.map((day) => ({ ...day, jurisdiction_id: ctx.actor.jurisdictionId, from_version: version }));
  await ctx.tx.insertInto('calendar_days').values(rows).execute();
}

async function closeDays({ tx, actor }: Ctx, dates: readonly string[], version: number): Promise<void> {
  await tx
    .updateTable('calendar_days')
    .set({ until_version: version })
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('until_version', 'is', null)
    .where('date', 'in', dates)
    .execute();
}
