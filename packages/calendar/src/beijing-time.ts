import { type CivilDate, dateOfEpochDay, epochDayOf } from './civil-date.ts';

/**
 * Between instants and dates in Asia/Shanghai. The country has one legal time, eight hours ahead of UTC, and no
 * daylight saving since 1991, so the offset is a constant; a test compares it with the zone database over the whole
 * horizon. What zone the reader's machine is in never matters.
 */
export const TIME_ZONE = 'Asia/Shanghai';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** The date on the wall in Beijing at that moment. */
export function dateAt(instant: Temporal.Instant): CivilDate {
  return dateOfEpochDay(epochDayAt(instant.epochMilliseconds));
}

/** The moment of a wall-clock time in Beijing. @param minutes since 00:00; 1440 is the day's end, 24:00 */
export function instantOf(date: CivilDate, minutes = 0): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(millisecondsOf(epochDayOf(date), minutes));
}

/** Days since 1970-01-01 in Beijing. */
export function epochDayAt(epochMilliseconds: number): number {
  return Math.floor((epochMilliseconds + OFFSET) / DAY);
}

export function millisecondsOf(epochDay: number, minutes: number): number {
  return epochDay * DAY - OFFSET + minutes * MINUTE;
}

/** Milliseconds since 00:00 in Beijing. */
export function timeOfDayAt(epochMilliseconds: number): number {
  const shifted = epochMilliseconds + OFFSET;
  return shifted - Math.floor(shifted / DAY) * DAY;
}
