import { assertNever } from '@duban/kit/assert-never';
import { DAY, HOUR, MINUTE, epochDayAt, millisecondsOf } from './beijing-time.ts';
import { type CivilDate, addMonths, dateOfEpochDay, epochDayOf } from './civil-date.ts';
import { type Pause, type Stop, clipped, stoppedDaysOf, stopsOf } from './pause.ts';
import { type TimeLimit, whyNotTimeLimit } from './time-limit.ts';
import {
  type WorkingCalendar,
  isWorkingDay,
  offsetOfEpochDay,
  touchesProvisional,
  workingDayAt,
} from './working-calendar.ts';
import { momentOfWork, workDoneAt } from './working-time.ts';

/** When a limit ends. It keeps the calendar that gave the answer, so that a later calendar can be compared with it. */
export type Deadline = {
  /** the limit is kept up to and including this moment */
  readonly at: Temporal.Instant;
  /** the last date in Beijing; with `dayEnds: 'midnight'` the moment is 24:00 of this date */
  readonly date: CivilDate;
  /** the answer rests on a year, or a year's end, whose arrangement is not published */
  readonly provisional: boolean;
  readonly calendarVersion: string;
};

/**
 * The end of a limit that begins at `start`, with the time of the pauses left out.
 *
 * Limits in days and months: the start day is not counted (Civil Code art. 201), months end on the corresponding day
 * or the month's last (art. 202), and a last natural day that is off rolls on to the next working day (art. 203).
 * Limits in hours run from the moment. Half a working day runs in working hours.
 *
 * @throws RangeError when the limit was not checked with `whyNotTimeLimit`, or the answer lies beyond the horizon
 */
export function deadline(
  start: Temporal.Instant,
  limit: TimeLimit,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Deadline {
  const refusal = whyNotTimeLimit(limit);
  if (refusal) throw new RangeError(`${refusal.code}: ${limit.amount} ${limit.clock}`);
  const from = start.epochMilliseconds;
  const startDay = epochDayAt(from);
  const stops = stopsOf(pauses);
  switch (limit.clock) {
    case 'hours':
    case 'urgent-working-hours':
      return atMoment(calendar, continuousEnd(from, limit.amount * HOUR, stops), false);
    case 'urgent-working-days':
      return atMoment(calendar, continuousEnd(from, limit.amount * DAY, stops), false);
    case 'working-hours':
      return workingEnd(calendar, from, limit.amount * HOUR, stops);
    case 'working-days': {
      if (Number.isInteger(limit.amount)) return workingDaysEnd(calendar, startDay, limit.amount, stops);
      return workingEnd(calendar, from, limit.amount * calendar.minutesPerDay * MINUTE, stops);
    }
    case 'natural-days':
    case 'months': {
      const stopped = stoppedDaysOf(stops, startDay);
      const lastDay = lastDayBeforeRolling(startDay, limit.amount, limit.clock, stopped);
      return onDay(calendar, rolledOn(calendar, lastDay, stopped), lastDay);
    }
    default:
      return assertNever(limit.clock);
  }
}

/** A limit fixed by its date ("by 30 September"): it ends with that date, and rolls nowhere. */
export function endOfDate(date: CivilDate, calendar: WorkingCalendar): Deadline {
  const minutes = isWorkingDay(calendar, date) ? dayEndMinutes(calendar) : 24 * 60;
  const at = Temporal.Instant.fromEpochMilliseconds(millisecondsOf(epochDayOf(date), minutes));
  return { at, date, provisional: false, calendarVersion: calendar.version };
}

function continuousEnd(from: number, length: number, stops: readonly Stop[]): number {
  let end = from + length;
  for (const stop of clipped(stops, from, Infinity)) {
    if (stop.from >= end) break;
    end += stop.until - stop.from;
  }
  return Math.round(end);
}

function workingEnd(calendar: WorkingCalendar, from: number, work: number, stops: readonly Stop[]): Deadline {
  let target = workDoneAt(calendar, from) + Math.round(work);
  let end = momentOfWork(calendar, target);
  for (const stop of clipped(stops, from, Infinity)) {
    if (stop.from >= end) break;
    target += workDoneAt(calendar, stop.until) - workDoneAt(calendar, stop.from);
    end = momentOfWork(calendar, target);
  }
  return atMoment(calendar, end, touchesProvisional(calendar.index, epochDayAt(from), epochDayAt(end)));
}

function workingDaysEnd(calendar: WorkingCalendar, startDay: number, amount: number, stops: readonly Stop[]): Deadline {
  const { workedBefore } = calendar.index;
  const workedBeforeDay = (epochDay: number) => workedBefore[offsetOfEpochDay(epochDay)]!;
  let position = workedBeforeDay(startDay + 1) + amount - 1;
  let lastDay = workingDayAt(calendar.index, position);
  for (const stop of stoppedDaysOf(stops, startDay)) {
    if (stop.from > lastDay) break;
    position += workedBeforeDay(stop.until) - workedBeforeDay(stop.from);
    lastDay = workingDayAt(calendar.index, position);
  }
  return onDay(calendar, lastDay, startDay + 1);
}

/** The last day of a limit in natural days or months before anybody looks whether it is a day off. */
export function lastDayBeforeRolling(
  startDay: number,
  amount: number,
  clock: 'natural-days' | 'months',
  stopped: readonly Stop[],
): number {
  let last = clock === 'months' ? epochDayOf(addMonths(dateOfEpochDay(startDay), amount)) : startDay + amount;
  for (const stop of stopped) {
    if (stop.from > last) break;
    last += stop.until - stop.from;
  }
  return last;
}

/** The first date from `day` on that works and on which the clock runs. */
function rolledOn({ index }: WorkingCalendar, day: number, stopped: readonly Stop[]): number {
  let working = workingDayAt(index, index.workedBefore[offsetOfEpochDay(day)]!);
  for (const stop of stopped) {
    if (stop.from <= working && working < stop.until) {
      working = workingDayAt(index, index.workedBefore[offsetOfEpochDay(stop.until)]!);
    }
  }
  return working;
}

function dayEndMinutes({ data, sessions }: WorkingCalendar): number {
  return data.dayEnds === 'midnight' ? 24 * 60 : sessions.at(-1)!.to;
}

/** @param consultedFrom first day whose being a working day had a say in the answer */
function onDay(calendar: WorkingCalendar, lastDay: number, consultedFrom: number): Deadline {
  return {
    at: Temporal.Instant.fromEpochMilliseconds(millisecondsOf(lastDay, dayEndMinutes(calendar))),
    date: dateOfEpochDay(lastDay),
    provisional: touchesProvisional(calendar.index, consultedFrom, lastDay),
    calendarVersion: calendar.version,
  };
}

function atMoment(calendar: WorkingCalendar, epochMilliseconds: number, provisional: boolean): Deadline {
  return {
    at: Temporal.Instant.fromEpochMilliseconds(epochMilliseconds),
    date: dateOfEpochDay(epochDayAt(epochMilliseconds)),
    provisional,
    calendarVersion: calendar.version,
  };
}
