import { addWorkingDays, workingCalendar, type WorkingCalendar } from '@duban/calendar/working-calendar';
import { certainFeastDays } from '@duban/calendar/statutory-feast-days';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { feasts } from '../rules/time-words.ts';

/** Days as documents mean them. Everything is a date of the document's place; null where the words give no real day. */

type Day = Temporal.PlainDate;

/** 2月30日 is written now and then; it is no day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The last day of a month; months beyond the twelfth belong to the years after. */
export function endOfMonth(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({
    year: year + Math.floor((month - 1) / 12),
    month: ((month - 1) % 12) + 1,
    day: 1,
  });
  return first.with({ day: first.daysInMonth });
}

export const endOfQuarter = (year: number, quarter: number): Day => endOfMonth(year, quarter * 3);

/** The last day of a ten-day period 旬: the 10th, the 20th, the end of the month. */
export function endOfTenDays(year: number, month: number, part: '上' | '中' | '下'): Day | null {
  if (month < 1 || month > 12) return null;
  return part === '下' ? endOfMonth(year, month) : dayOf(year, month, part === '上' ? 10 : 20);
}

/** The next such weekday, the day itself included: 1 = Monday … 7 = Sunday. */
export const nextWeekday = (on: Day, weekday: number): Day => on.add({ days: (weekday - on.dayOfWeek + 7) % 7 });

/** Monday of the week that a day is in. */
export const mondayOf = (on: Day): Day => on.subtract({ days: on.dayOfWeek - 1 });

let calendar: WorkingCalendar | undefined;

/** The working day that many working days later; null beyond the years a calendar can know. */
export function workingDaysAfter(on: Day, count: number): Day | null {
  calendar ??= workingCalendar(stateCouncilDays());
  try {
    return Temporal.PlainDate.from(addWorkingDays(calendar, on.toString(), count));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The last day before the next feast of that name after the document's day; null when no feast is named. */
export function dayBeforeFeast(name: string, on: Day): Day | null {
  for (const year of [on.year, on.year + 1]) {
    const day = feastDay(name, year)?.subtract({ days: 1 });
    if (day && Temporal.PlainDate.compare(day, on) >= 0) return day;
  }
  return null;
}

function feastDay(name: string, year: number): Day | null {
  const tombs = certainFeastDays(year).find((day) => day.name === '清明');
  if (name.includes('清明') && tombs) return Temporal.PlainDate.from(tombs.date);
  const feast = feasts.find((known) => known.name.test(name));
  if (!feast) return null;
  if (feast.calendar === 'gregorian') return dayOf(year, feast.month, feast.day);
  const monthCode = `M${String(feast.month).padStart(2, '0')}`;
  return Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day: feast.day }).withCalendar('iso8601');
}
