import { type Refusal, refuse } from '@duban/kit/refusal';
import { type CivilDate, parseCivilDate, weekdayOf } from './civil-date.ts';
import { DEFAULT_WORKING_HOURS, type WorkingHours } from './working-hours.ts';

/**
 * A calendar as plain data: which years the State Council has published, the days on which it departs from the plain
 * week, and the office's hours. It can be stored, sent and compared; `workingCalendar` makes the quick index of it.
 */
export type CalendarData = {
  /** years whose arrangement is published, ascending; any other year is provisional */
  readonly years: readonly number[];
  /** one row per date, ascending */
  readonly days: readonly CalendarDay[];
  readonly hours: WorkingHours;
  /** when a limit counted in days ends (Civil Code art. 203): with the last session of the day, or at 24:00 */
  readonly dayEnds: DayEnds;
};

export type DayEnds = 'close_of_business' | 'midnight';

/** `holiday`: off although the plain week would work, or a feast on a weekend; `workday`: works although a weekend. */
export type DayKind = 'holiday' | 'workday';

export type CalendarDay = {
  readonly date: CivilDate;
  readonly kind: DayKind;
  /** 春节, 国庆节 …; for a working weekend the feast it makes up for */
  readonly name: string;
  /** where the row comes from: the notice, the library with its version, or the person who entered it */
  readonly source: string;
};

export const EMPTY_CALENDAR: CalendarData = {
  years: [],
  days: [],
  hours: DEFAULT_WORKING_HOURS,
  dayEnds: 'close_of_business',
};

/** First and last date a calendar can answer for. */
export const HORIZON = { first: '2000-01-01', last: '2099-12-31' } as const;

/** A row must lie on an existing date of the horizon and say what it is. */
export function whyNotCalendarDay(day: CalendarDay): Refusal | null {
  if (parseCivilDate(day.date) === null) return refuse('calendar.date_invalid', { date: day.date });
  if (day.date < HORIZON.first || day.date > HORIZON.last) {
    return refuse('calendar.date_out_of_range', { date: day.date, first: HORIZON.first, last: HORIZON.last });
  }
  if (day.kind !== 'holiday' && day.kind !== 'workday') {
    return refuse('calendar.day_kind_unknown', { date: day.date, kind: String(day.kind) });
  }
  if (day.name.trim() === '') return refuse('calendar.day_name_missing', { date: day.date });
  return null;
}

/** The plain week works from Monday to Friday. */
export function isPlainWorkingDay(date: CivilDate): boolean {
  return weekdayOf(date) <= 5;
}

/**
 * Lays rows over a calendar: a row replaces the one of the same date; years are added to the published ones.
 *
 * @throws RangeError when a row was not checked with `whyNotCalendarDay`
 */
export function withDays(
  base: CalendarData,
  over: { readonly days: readonly CalendarDay[]; readonly years?: readonly number[] },
): CalendarData {
  const byDate = new Map(base.days.map((day) => [day.date, day]));
  for (const day of over.days) {
    const refusal = whyNotCalendarDay(day);
    if (refusal) throw new RangeError(`${refusal.code}: ${day.date}`);
    byDate.set(day.date, day);
  }
  return {
    ...base,
    days: [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    years: [...new Set([...base.years, ...(over.years ?? [])])].sort((a, b) => a - b),
  };
}

export function withHours(base: CalendarData, hours: WorkingHours, dayEnds: DayEnds = base.dayEnds): CalendarData {
  return { ...base, hours, dayEnds };
}

/**
 * The identity of a calendar: sixteen hexadecimal digits made from everything that can change an answer. Equal data
 * have the equal version; names and sources of days do not count, because no deadline depends on them.
 */
export function calendarVersion({ years, days, hours, dayEnds }: CalendarData): string {
  const parts = [
    `years ${years.join(',')}`,
    `hours ${hours.map(({ from, to }) => `${from}-${to}`).join(',')} ${dayEnds}`,
    ...days.map(({ date, kind }) => `${date} ${kind}`),
  ];
  return fingerprint(parts.join('\n'));
}

/** Two rounds of 32-bit mixing (multiplication and rotation). It tells apart, it does not protect. */
function fingerprint(text: string): string {
  let left = 0xdeadbeef;
  let right = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    left = Math.imul(left ^ code, 2_654_435_761);
    right = Math.imul(right ^ code, 1_597_334_677);
  }
  left = Math.imul(left ^ (left >>> 16), 2_246_822_507) ^ Math.imul(right ^ (right >>> 13), 3_266_489_909);
  right = Math.imul(right ^ (right >>> 16), 2_246_822_507) ^ Math.imul(left ^ (left >>> 13), 3_266_489_909);
  return [left, right].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
