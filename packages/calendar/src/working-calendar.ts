import { type CalendarData, type CalendarDay, HORIZON, calendarVersion } from './calendar-data.ts';
import { type CivilDate, dateOfEpochDay, epochDayOf, partsOfEpochDay, weekdayOfEpochDay } from './civil-date.ts';
import { certainFeastDays } from './statutory-feast-days.ts';
import { type SessionMinutes, sessionMinutesOf } from './working-hours.ts';

/**
 * A calendar made quick: for every date of the horizon whether it works, how many working dates lie before it, and
 * the list of all working dates. A question about days is then one or two array look-ups. Build it once for a version
 * and keep it (about a millisecond); it never changes.
 */
export type WorkingCalendar = {
  readonly version: string;
  readonly data: CalendarData;
  readonly sessions: readonly SessionMinutes[];
  readonly minutesPerDay: number;
  readonly index: DayIndex;
};

/** Offsets count days since the first date of the horizon. */
export type DayIndex = {
  readonly works: Uint8Array;
  /** working dates before the offset; one longer than the horizon */
  readonly workedBefore: Int32Array;
  /** epoch days of all working dates, ascending */
  readonly workingDays: Int32Array;
  /** provisional dates before the offset; one longer than the horizon */
  readonly provisionalBefore: Int32Array;
  readonly rows: ReadonlyMap<CivilDate, CalendarDay>;
};

export const FIRST_DAY = epochDayOf(HORIZON.first);
export const LAST_DAY = epochDayOf(HORIZON.last);

/**
 * The notice of a year may shift days at the end of the year before (29-31 December 2018 belong to the notice of
 * 2019), so the last days of a published year stay open until the next year is published.
 */
const YEAR_END_OPENS = 28;

export function workingCalendar(data: CalendarData): WorkingCalendar {
  const sessions = sessionMinutesOf(data.hours);
  const minutesPerDay = sessions.reduce((sum, { from, to }) => sum + to - from, 0);
  return { version: calendarVersion(data), data, sessions, minutesPerDay, index: indexOf(data) };
}

function indexOf(data: CalendarData): DayIndex {
  const length = LAST_DAY - FIRST_DAY + 1;
  const works = new Uint8Array(length);
  const provisional = new Uint8Array(length);
  for (let offset = 0; offset < length; offset++) works[offset] = weekdayOfEpochDay(FIRST_DAY + offset) <= 5 ? 1 : 0;
  markUnpublishedYears(data, works, provisional);
  for (const { date, kind } of data.days) works[epochDayOf(date) - FIRST_DAY] = kind === 'workday' ? 1 : 0;

  const workedBefore = countsBefore(works);
  const provisionalBefore = countsBefore(provisional);
  const workingDays = new Int32Array(workedBefore[length]!);
  for (let offset = 0; offset < length; offset++) {
    if (works[offset] === 1) workingDays[workedBefore[offset]!] = FIRST_DAY + offset;
  }
  const rows = new Map(data.days.map((day) => [day.date, day]));
  return { works, workedBefore, workingDays, provisionalBefore, rows };
}

function countsBefore(marks: Uint8Array): Int32Array {
  const counts = new Int32Array(marks.length + 1);
  for (let offset = 0; offset < marks.length; offset++) counts[offset + 1] = counts[offset]! + marks[offset]!;
  return counts;
}

function markUnpublishedYears(data: CalendarData, works: Uint8Array, provisional: Uint8Array): void {
  const published = new Set(data.years);
  const { year: firstYear } = partsOfEpochDay(FIRST_DAY);
  const { year: lastYear } = partsOfEpochDay(LAST_DAY);
  for (let year = firstYear; year <= lastYear; year++) {
    const end = epochDayOf(`${year}-12-31`) - FIRST_DAY + 1;
    if (!published.has(year)) {
      provisional.fill(1, epochDayOf(`${year}-01-01`) - FIRST_DAY, end);
      for (const { date } of certainFeastDays(year)) works[epochDayOf(date) - FIRST_DAY] = 0;
    } else if (!published.has(year + 1)) {
      provisional.fill(1, epochDayOf(`${year}-12-${YEAR_END_OPENS}`) - FIRST_DAY, end);
    }
  }
}

/** @throws RangeError outside the horizon */
function offsetOf(date: CivilDate): number {
  return offsetOfEpochDay(epochDayOf(date));
}

export function offsetOfEpochDay(epochDay: number): number {
  if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
    throw new RangeError(`${dateOfEpochDay(epochDay)} is outside ${HORIZON.first} to ${HORIZON.last}`);
  }
  return epochDay - FIRST_DAY;
}

export function isWorkingDay({ index }: WorkingCalendar, date: CivilDate): boolean {
  return index.works[offsetOf(date)] === 1;
}

/** The year of the date (or, for the last days of December, the next year) has no published arrangement yet. */
export function isProvisional({ index }: WorkingCalendar, date: CivilDate): boolean {
  const epochDay = epochDayOf(date);
  return touchesProvisional(index, epochDay, epochDay);
}

/** Whether any date from `first` to `last` (days since 1970-01-01, both included) is provisional. */
export function touchesProvisional({ provisionalBefore }: DayIndex, first: number, last: number): boolean {
  return provisionalBefore[offsetOfEpochDay(last) + 1]! > provisionalBefore[offsetOfEpochDay(first)]!;
}

export type DayStatus = {
  readonly date: CivilDate;
  readonly working: boolean;
  /** `feast`: a certain feast day of a year not yet published */
  readonly reason: 'plain_working_day' | 'weekend' | 'holiday' | 'shifted_working_day' | 'feast';
  /** name of the holiday, or null on a plain day */
  readonly name: string | null;
  readonly provisional: boolean;
};

export function dayStatus(calendar: WorkingCalendar, date: CivilDate): DayStatus {
  const offset = offsetOf(date);
  const working = calendar.index.works[offset] === 1;
  const provisional = isProvisional(calendar, date);
  const row = calendar.index.rows.get(date);
  const weekend = weekdayOfEpochDay(FIRST_DAY + offset) > 5;
  if (row?.kind === 'holiday') return { date, working, provisional, reason: 'holiday', name: row.name };
  if (row)
    return {
      date,
      working,
      provisional,
      reason: weekend ? 'shifted_working_day' : 'plain_working_day',
      name: row.name,
    };
  const feast = working ? undefined : feastOf(calendar, date);
  if (feast) return { date, working, provisional, reason: 'feast', name: feast };
  return { date, working, provisional, reason: weekend ? 'weekend' : 'plain_working_day', name: null };
}

function feastOf({ data }: WorkingCalendar, date: CivilDate): string | undefined {
  const year = Number(date.slice(0, 4));
  if (data.years.includes(year)) return undefined;
  return certainFeastDays(year).find((feast) => feast.date === date)?.name;
}

/** Working dates after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween({ index }: WorkingCalendar, from: CivilDate, to: CivilDate): number {
  return index.workedBefore[offsetOf(to) + 1]! - index.workedBefore[offsetOf(from) + 1]!;
}

/**
 * The n-th working date after `date` (start day not counted, Civil Code art. 201), or before it when `n` is negative.
 * With 0 the date itself, working or not.
 *
 * @throws RangeError when the answer lies outside the horizon
 */
export function addWorkingDays({ index }: WorkingCalendar, date: CivilDate, n: number): CivilDate {
  if (n === 0) return dateOfEpochDay(FIRST_DAY + offsetOf(date));
  const offset = offsetOf(date);
  const position = n > 0 ? index.workedBefore[offset + 1]! + n - 1 : index.workedBefore[offset]! + n;
  return dateOfEpochDay(workingDayAt(index, position));
}

/** @param position in the list of all working dates */
export function workingDayAt({ workingDays }: DayIndex, position: number): number {
  const epochDay = workingDays[position];
  if (epochDay === undefined) throw new RangeError(`no calendar beyond ${HORIZON.first} to ${HORIZON.last}`);
  return epochDay;
}

/** The date itself when it works, else the next one that does (Civil Code art. 203). */
export function nextWorkingDay(calendar: WorkingCalendar, date: CivilDate): CivilDate {
  return dateOfEpochDay(workingDayAt(calendar.index, calendar.index.workedBefore[offsetOf(date)]!));
}
