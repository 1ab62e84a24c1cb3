import { MINUTE, epochDayAt, millisecondsOf, timeOfDayAt } from './beijing-time.ts';
import { type WorkingCalendar, offsetOfEpochDay, workingDayAt } from './working-calendar.ts';

/**
 * Working time as one long measure: milliseconds of work between the first date of the horizon and a moment. Between
 * two moments the working time is the difference; a deadline is the first moment at which the measure reaches a sum.
 */
export function workDoneAt(calendar: WorkingCalendar, epochMilliseconds: number): number {
  const offset = offsetOfEpochDay(epochDayAt(epochMilliseconds));
  const before = calendar.index.workedBefore[offset]! * calendar.minutesPerDay * MINUTE;
  if (calendar.index.works[offset] === 0) return before;
  const time = timeOfDayAt(epochMilliseconds);
  let today = 0;
  for (const { from, to } of calendar.sessions) {
    today += Math.max(0, Math.min(time, to * MINUTE) - from * MINUTE);
  }
  return before + today;
}

/** The first moment at which so much work is done; so a limit that fits into a session ends with it. */
export function momentOfWork(calendar: WorkingCalendar, work: number): number {
  const perDay = calendar.minutesPerDay * MINUTE;
  const position = Math.max(0, Math.ceil(work / perDay) - 1);
  let rest = work - position * perDay;
  const epochDay = workingDayAt(calendar.index, position);
  for (const { from, to } of calendar.sessions) {
    const length = (to - from) * MINUTE;
    if (rest <= length) return millisecondsOf(epochDay, from) + rest;
    rest -= length;
  }
  throw new RangeError(`not a span of working time: ${work}`);
}
