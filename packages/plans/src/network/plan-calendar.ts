import { type CivilDate, type Weekday, epochDayOf, parseCivilDate } from '@duban/calendar/civil-date';
import { HORIZON } from '@duban/calendar/calendar-data';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { NetworkList, StopKind } from './words.ts';

/**
 * The working time of a crew or a site. It begins with a week, takes the stop windows out, and lets single days
 * decide last. A night shift belongs to the date on which it begins; what follows it begins on the next date.
 */
export type PlanCalendar = {
  readonly id: string;
  readonly name: string;
  /**
   * `office`: working days with holidays and shifted days; `every_day`: a site that never rests; else the weekdays
   * that work (1 Monday … 7 Sunday), the days of the holiday notice excepted.
   */
  readonly week: 'office' | 'every_day' | readonly Weekday[];
  /** whether a week given as weekdays is worked on the days of the holiday notice too; by default it is not */
  readonly holidays?: 'off' | 'worked';
  /** `night`: the road may be closed at night only; told to people, the count of days is the same */
  readonly shift?: 'day' | 'night';
  readonly stops?: readonly StopWindow[];
  readonly days?: readonly { readonly date: CivilDate; readonly works: boolean }[];
};

/**
 * A stretch in which nothing is worked 停工期, both days included. Each year with `MM-DD` (and it may run over New Year:
 * 11-15 to 03-15), once with full dates.
 */
export type StopWindow = {
  readonly kind: StopKind;
  readonly name: string;
  readonly from: string;
  readonly to: string;
};

const DAY_OF_YEAR = /^\d{2}-\d{2}$/;

export function isYearly({ from, to }: StopWindow): boolean {
  return DAY_OF_YEAR.test(from) && DAY_OF_YEAR.test(to);
}

export function whyNotPlanCalendar(calendar: PlanCalendar, row: number): Refusal | null {
  const { id, week, stops = [], days = [] } = calendar;
  const readable =
    week === 'office' ||
    week === 'every_day' ||
    (Array.isArray(week) && week.length > 0 && week.every((day) => Number.isInteger(day) && day >= 1 && day <= 7));
  if (!readable) return refuse('network.calendar_week_unknown', { row, calendar: id, week: String(week) });
  for (const stop of stops) {
    const refusal = whyNotStop(stop, id, row);
    if (refusal) return refusal;
  }
  for (const { date } of days) {
    if (!isInHorizon(date)) return outOfCalendar('calendars', row, id, date);
  }
  return null;
}

function whyNotStop(stop: StopWindow, calendar: string, row: number): Refusal | null {
  const { from, to } = stop;
  const window = `${from}—${to}`;
  if (isYearly(stop)) {
    // 2000 is a leap year: 02-29 is a day of some years
    const exist = parseCivilDate(`2000-${from}`) !== null && parseCivilDate(`2000-${to}`) !== null;
    return exist ? null : refuse('network.stop_window_invalid', { row, calendar, window });
  }
  if (!isInHorizon(from) || !isInHorizon(to) || from > to) {
    return refuse('network.stop_window_invalid', { row, calendar, window });
  }
  return null;
}

/** Whether the text is an existing date that calendars answer for. */
export function isInHorizon(date: string): boolean {
  return parseCivilDate(date) !== null && date >= HORIZON.first && date <= HORIZON.last;
}

/** @param list which list of the network the row is in: activities, links, calendars … */
export function outOfCalendar(list: NetworkList, row: number, id: string, date: string): Refusal {
  return refuse('network.date_outside_calendar', {
    network_list: list,
    row,
    id,
    date,
    first: HORIZON.first,
    last: HORIZON.last,
  });
}

const FIRST = epochDayOf(HORIZON.first);

/** The day as a count of days since the first of the horizon, the only form of a date the passes know. */
export function dayNumberOf(date: CivilDate): number {
  return epochDayOf(date) - FIRST;
}
