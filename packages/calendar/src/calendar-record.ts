import { type Decision, type Refusal, accept, refuse } from '@duban/kit/refusal';
import { type CalendarData, type CalendarDay, type DayEnds, whyNotCalendarDay, withDays } from './calendar-data.ts';
import { type CivilDate, type Weekday } from './civil-date.ts';
import { DEFAULT_WORKING_HOURS, type WorkingHours, whyNotWorkingHours } from './working-hours.ts';

/**
 * What a jurisdiction lays over the published years: single days, whole years it published itself when the notice came
 * out, and the hours of its offices. This is the record that administrators edit; its history is the list of events.
 */
export type CalendarRecord = {
  /** ascending by date */
  readonly days: readonly CalendarDay[];
  /** ascending by year */
  readonly years: readonly PublishedYear[];
  readonly settings: CalendarSettings;
};

/** @property source the notice that arranged the year, as a reader can look it up */
export type PublishedYear = { readonly year: number; readonly source: string };

export type CalendarSettings = {
  readonly hours: WorkingHours;
  readonly dayEnds: DayEnds;
  /** the weekday on which the weeks of bulletins begin, 1 Monday … 7 Sunday */
  readonly weekStart: Weekday;
};

export const NEW_CALENDAR: CalendarRecord = {
  days: [],
  years: [],
  settings: { hours: DEFAULT_WORKING_HOURS, dayEnds: 'close_of_business', weekStart: 1 },
};

export type CalendarEvent =
  | { readonly type: 'calendar.day_set'; readonly day: CalendarDay; readonly before: CalendarDay | null }
  | { readonly type: 'calendar.day_reset'; readonly before: CalendarDay }
  | {
      readonly type: 'calendar.year_imported';
      readonly year: number;
      readonly fileName: string;
      readonly days: readonly CalendarDay[];
    }
  | { readonly type: 'calendar.year_published'; readonly year: number; readonly source: string }
  | { readonly type: 'calendar.settings_set'; readonly settings: CalendarSettings; readonly before: CalendarSettings };

export type CalendarEventType = CalendarEvent['type'];

/** Everything after which a deadline may come out differently. */
export const CALENDAR_EVENTS = [
  'calendar.day_set',
  'calendar.day_reset',
  'calendar.year_imported',
  'calendar.year_published',
  'calendar.settings_set',
] as const satisfies readonly CalendarEventType[];

export function evolve(record: CalendarRecord, event: CalendarEvent): CalendarRecord {
  switch (event.type) {
    case 'calendar.day_set':
      return { ...record, days: laidOver(record.days, [event.day]) };
    case 'calendar.day_reset':
      return { ...record, days: record.days.filter(({ date }) => date !== event.before.date) };
    case 'calendar.year_imported':
      return { ...record, days: laidOver(record.days, event.days) };
    case 'calendar.year_published': {
      const years = [...record.years, { year: event.year, source: event.source }];
      return { ...record, years: years.sort((a, b) => a.year - b.year) };
    }
    case 'calendar.settings_set':
      return { ...record, settings: event.settings };
  }
}

function laidOver(days: readonly CalendarDay[], over: readonly CalendarDay[]): readonly CalendarDay[] {
  const byDate = new Map([...days, ...over].map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The calendar that deadlines are computed with: the base, the record's days over it, the record's hours. */
export function calendarDataOf(record: CalendarRecord, base: CalendarData): CalendarData {
  const { hours, dayEnds } = record.settings;
  const laid = withDays(base, { days: record.days, years: record.years.map(({ year }) => year) });
  return { ...laid, hours, dayEnds };
}

export function setDay(record: CalendarRecord, day: CalendarDay): Decision<CalendarEvent> {
  const refusal = whyNotCalendarDay(day);
  if (refusal) return refusal;
  const before = record.days.find(({ date }) => date === day.date) ?? null;
  if (before && sameDay(before, day)) return refuse('calendar.nothing_changed');
  return accept({ type: 'calendar.day_set', day, before });
}

/** Takes an own row away, so that the date is again what the published year says. */
export function resetDay(record: CalendarRecord, date: CivilDate): Decision<CalendarEvent> {
  const before = record.days.find((day) => day.date === date);
  if (!before) return refuse('calendar.day_not_set', { date });
  return accept({ type: 'calendar.day_reset', before });
}

export function setSettings(record: CalendarRecord, settings: CalendarSettings): Decision<CalendarEvent> {
  const refusal = whyNotWorkingHours(settings.hours);
  if (refusal) return refusal;
  const before = record.settings;
  if (JSON.stringify(before) === JSON.stringify(settings)) return refuse('calendar.nothing_changed');
  return accept({ type: 'calendar.settings_set', settings, before });
}

/** Lays the rows of a file over a year; rows that say what already stands are left out. */
export function importYear(
  record: CalendarRecord,
  { year, days, fileName }: { readonly year: number; readonly days: readonly CalendarDay[]; readonly fileName: string },
): Decision<CalendarEvent> {
  for (const day of days) {
    const refusal = whyNotCalendarDay(day) ?? whyNotInYear(day, year);
    if (refusal) return refusal;
  }
  const standing = new Map(record.days.map((day) => [day.date, day]));
  const changed = days.filter((day) => {
    const before = standing.get(day.date);
    return !before || !sameDay(before, day);
  });
  if (changed.length === 0) return refuse('calendar.nothing_changed');
  return accept({ type: 'calendar.year_imported', year, fileName, days: changed });
}

/** The notice of a year may shift days in the last week of the year before (29 December 2018 was one of 2019's). */
export function whyNotInYear({ date }: CalendarDay, year: number): Refusal | null {
  const inYear = date.startsWith(`${year}-`) || date >= `${year - 1}-12-25`;
  return inYear && date <= `${year}-12-31` ? null : refuse('calendar.day_of_other_year', { date, year });
}

export function sameDay(a: CalendarDay, b: CalendarDay): boolean {
  return a.kind === b.kind && a.name === b.name && a.source === b.source && a.date === b.date;
}
