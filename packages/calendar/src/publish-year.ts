import { type Decision, type Refusal, accept, refuse } from '@duban/kit/refusal';
import { type CalendarData, HORIZON } from './calendar-data.ts';
import { type CalendarEvent, type CalendarRecord, type PublishedYear, calendarDataOf } from './calendar-record.ts';
import { certainFeastDays } from './statutory-feast-days.ts';

/** Feasts that the moon fixes, with the number of statutory days of each (2025 on). */
const LUNAR_FEASTS = [
  { name: '春节', days: 4 },
  { name: '端午', days: 1 },
  { name: '中秋', days: 1 },
] as const;

/**
 * A year is published as a whole: the calendar must hold every statutory feast day of it as a day off. A year in which
 * one is missing was typed incompletely, and publishing it would silently make certain what is wrong.
 */
export function whyNotPublishYear(record: CalendarRecord, year: number, base: CalendarData): Refusal | null {
  const first = Number(HORIZON.first.slice(0, 4));
  const last = Number(HORIZON.last.slice(0, 4));
  if (!Number.isInteger(year) || year < first || year > last) {
    return refuse('calendar.year_out_of_range', { year, first, last });
  }
  const { years, days } = calendarDataOf(record, base);
  if (years.includes(year)) return refuse('calendar.year_already_published', { year });
  const off = days.filter(({ date, kind }) => kind === 'holiday' && date.startsWith(`${year}-`));
  const missing = [
    ...certainFeastDays(year)
      .filter((feast) => !off.some(({ date }) => date === feast.date))
      .map(({ name, date }) => `${name} ${date}`),
    ...LUNAR_FEASTS.filter((feast) => off.filter(({ name }) => name.includes(feast.name)).length < feast.days).map(
      ({ name }) => name,
    ),
  ];
  return missing.length === 0 ? null : refuse('calendar.year_incomplete', { year, missing: missing.join('、') });
}

export function publishYear(
  record: CalendarRecord,
  { year, source }: PublishedYear,
  base: CalendarData,
): Decision<CalendarEvent> {
  return whyNotPublishYear(record, year, base) ?? accept({ type: 'calendar.year_published', year, source });
}
