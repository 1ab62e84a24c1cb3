import { dateOfEpochDay, datePartsOf, daysInMonth, weekdayOfEpochDay } from '@duban/calendar/civil-date';
import { certainFeastDays } from '@duban/calendar/statutory-feast-days';
import { FIRST_DAY, LAST_DAY, type WorkingCalendar } from '@duban/calendar/working-calendar';
import { type PlanCalendar, type StopWindow, dayNumberOf, isYearly } from './plan-calendar.ts';

/**
 * A plan calendar made quick. Days are numbers from the first of the horizon (0), moments the beginnings of days: a
 * finish on day 9 is the moment 10. Every question of the passes is then one array look-up.
 */
export type DayTable = {
  /** how many days worked lie before a moment; one longer than the horizon */
  readonly before: Int32Array;
  /** the days worked, ascending */
  readonly days: Int32Array;
};

/** The number of days, and the last moment: the end of the horizon. */
export const LAST_MOMENT = LAST_DAY - FIRST_DAY + 1;

const tables = new WeakMap<WorkingCalendar, WeakMap<PlanCalendar, DayTable>>();

/** Counted once per calendar: a table says about a hundred years, and plans are computed over and over. */
export function dayTable(calendar: PlanCalendar, office: WorkingCalendar): DayTable {
  let ofOffice = tables.get(office);
  if (!ofOffice) tables.set(office, (ofOffice = new WeakMap()));
  let table = ofOffice.get(calendar);
  if (!table) ofOffice.set(calendar, (table = countDays(calendar, office)));
  return table;
}

function countDays(calendar: PlanCalendar, office: WorkingCalendar): DayTable {
  const works = workedDays(calendar, office);
  const before = new Int32Array(LAST_MOMENT + 1);
  for (let day = 0; day < LAST_MOMENT; day++) before[day + 1] = before[day]! + works[day]!;
  const days = new Int32Array(before[LAST_MOMENT]!);
  for (let day = 0; day < LAST_MOMENT; day++) if (works[day] === 1) days[before[day]!] = day;
  return { before, days };
}

function workedDays(
  { week, holidays = 'off', stops = [], days = [] }: PlanCalendar,
  office: WorkingCalendar,
): Uint8Array {
  let works: Uint8Array;
  if (week === 'office') works = office.index.works.slice();
  else if (week === 'every_day') works = new Uint8Array(LAST_MOMENT).fill(1);
  else {
    works = plainWeek(new Set<number>(week));
    if (holidays === 'off') takeHolidaysOut(works, office);
  }
  for (const stop of stops) stopWork(works, stop);
  for (const day of days) works[dayNumberOf(day.date)] = day.works ? 1 : 0;
  return works;
}

function plainWeek(week: ReadonlySet<number>): Uint8Array {
  const works = new Uint8Array(LAST_MOMENT);
  for (let day = 0; day < LAST_MOMENT; day++) works[day] = week.has(weekdayOfEpochDay(FIRST_DAY + day)) ? 1 : 0;
  return works;
}

/** Days off by the notice are off on whatever weekday; in years without a notice the feasts that are certain. */
function takeHolidaysOut(works: Uint8Array, office: WorkingCalendar): void {
  for (const { date, kind } of office.data.days) if (kind === 'holiday') works[dayNumberOf(date)] = 0;
  const published = new Set(office.data.years);
  for (const year of yearsOfHorizon()) {
    if (published.has(year)) continue;
    for (const { date } of certainFeastDays(year)) works[dayNumberOf(date)] = 0;
  }
}

function stopWork(works: Uint8Array, stop: StopWindow): void {
  if (!isYearly(stop)) {
    works.fill(0, dayNumberOf(stop.from), dayNumberOf(stop.to) + 1);
    return;
  }
  for (const year of yearsOfHorizon()) {
    const from = dayNumberOf(dayInYear(year, stop.from));
    const to = dayNumberOf(dayInYear(year, stop.to));
    if (from <= to) works.fill(0, from, to + 1);
    else {
      works.fill(0, dayNumberOf(`${year}-01-01`), to + 1);
      works.fill(0, from, dayNumberOf(`${year}-12-31`) + 1);
    }
  }
}

/** 02-29 is the last of February in other years. */
function dayInYear(year: number, monthDay: string): string {
  if (monthDay === '02-29' && daysInMonth(year, 2) === 28) return `${year}-02-28`;
  return `${year}-${monthDay}`;
}

function yearsOfHorizon(): readonly number[] {
  const first = datePartsOf(dateOfEpochDay(FIRST_DAY)).year;
  const last = datePartsOf(dateOfEpochDay(LAST_DAY)).year;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const texts: string[] = [];

/** `YYYY-MM-DD` of a day number. Written once each, because a large plan names the same days over and over. */
export function dateOfDay(day: number): string {
  return (texts[day] ??= dateOfEpochDay(FIRST_DAY + day));
}
