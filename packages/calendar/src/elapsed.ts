import { assertNever } from '@duban/kit/assert-never';
import { DAY, HOUR, epochDayAt } from './beijing-time.ts';
import { epochDayOf } from './civil-date.ts';
import type { Deadline } from './deadline.ts';
import { type Pause, type Stop, clipped, stoppedDaysOf, stopsOf } from './pause.ts';
import type { ClockKind } from './time-limit.ts';
import { type WorkingCalendar, offsetOfEpochDay } from './working-calendar.ts';
import { workDoneAt } from './working-time.ts';

/**
 * How much of a clock ran between two moments, the pauses left out, in the clock's own unit: whole dates for clocks of
 * days (dates after the first up to and including the last; natural days for `months`), hours with fractions for
 * clocks of hours. Negative when `to` lies before `from`.
 */
export function elapsed(
  from: Temporal.Instant,
  to: Temporal.Instant,
  clock: ClockKind,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): number {
  if (to.epochMilliseconds < from.epochMilliseconds) return 0 - elapsed(to, from, clock, calendar, pauses);
  const stops = stopsOf(pauses);
  const [first, last] = [from.epochMilliseconds, to.epochMilliseconds];
  switch (clock) {
    case 'hours':
    case 'urgent-working-hours':
      return running(first, last, stops) / HOUR;
    case 'urgent-working-days':
      return running(first, last, stops) / DAY;
    case 'working-hours':
      return working(calendar, first, last, stops) / HOUR;
    case 'working-days':
      return datesBetween(epochDayAt(first), epochDayAt(last), stops, (a, b) => workingDates(calendar, a, b));
    case 'natural-days':
    case 'months':
      return datesBetween(epochDayAt(first), epochDayAt(last), stops, (a, b) => b - a);
    default:
      return assertNever(clock);
  }
}

/**
 * What is left of a limit at a moment, in the clock's unit; on the last day of a limit in days it is 0, afterwards
 * negative.
 */
export function remaining(
  now: Temporal.Instant,
  due: Deadline,
  clock: ClockKind,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): number {
  if (clock === 'working-days' || clock === 'natural-days' || clock === 'months') {
    const count = (a: number, b: number) => (clock === 'working-days' ? workingDates(calendar, a, b) : b - a);
    const [today, last] = [epochDayAt(now.epochMilliseconds), epochDayOf(due.date)];
    const stops = stopsOf(pauses);
    return today <= last ? datesBetween(today, last, stops, count) : 0 - datesBetween(last, today, stops, count);
  }
  return elapsed(now, due.at, clock, calendar, pauses);
}

function running(from: number, to: number, stops: readonly Stop[]): number {
  return clipped(stops, from, to).reduce((left, stop) => left - (stop.until - stop.from), to - from);
}

function working(calendar: WorkingCalendar, from: number, to: number, stops: readonly Stop[]): number {
  const between = (a: number, b: number) => workDoneAt(calendar, b) - workDoneAt(calendar, a);
  return clipped(stops, from, to).reduce((left, stop) => left - between(stop.from, stop.until), between(from, to));
}

/** Dates after `first` up to and including `last`. @param count dates from `a` to `b`, end excluded */
function datesBetween(
  first: number,
  last: number,
  stops: readonly Stop[],
  count: (a: number, b: number) => number,
): number {
  const stopped = clipped(stoppedDaysOf(stops, first), first + 1, last + 1);
  return stopped.reduce((left, stop) => left - count(stop.from, stop.until), count(first + 1, last + 1));
}

function workingDates({ index }: WorkingCalendar, from: number, until: number): number {
  return index.workedBefore[offsetOfEpochDay(until)]! - index.workedBefore[offsetOfEpochDay(from)]!;
}
