import { HOUR, instantOf, MINUTE } from '@duban/calendar/beijing-time';
import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { isWorkingDay, nextWorkingDay, workingCalendar } from '@duban/calendar/working-calendar';
import { dateAt } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { momentOfWork, workDoneAt } from '@duban/calendar/working-time';
import type { ClockKind } from '@duban/calendar/time-limit';
import type { Random } from '../random.ts';

/** When people do things: in office hours on working days, except where it is urgent. Moments are epoch milliseconds. */
export const calendar = workingCalendar(stateCouncilDays());

export const instant = (moment: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Math.round(moment));

const dateOf = (moment: number): string => dateAt(instant(moment));

/** The moment itself in office hours, otherwise early in the next ones; never earlier. */
export function atWork(moment: number, random: Random): number {
  const date = dateOf(moment);
  const minutes = (moment - instantOf(date).epochMilliseconds) / MINUTE;
  const start = (on: string): number => instantOf(on, 8 * 60 + random.below(100)).epochMilliseconds;
  if (isWorkingDay(calendar, date)) {
    if (minutes < 8 * 60) return Math.max(moment, start(date));
    if (minutes <= 18 * 60) return moment;
  }
  return start(nextWorkingDay(calendar, addDays(date, 1)));
}

/** Nobody is sent out between eleven at night and six. */
export function awake(moment: number, random: Random): number {
  const date = dateOf(moment);
  const minutes = (moment - instantOf(date).epochMilliseconds) / MINUTE;
  if (minutes < 6 * 60) return instantOf(date, 6 * 60 + random.below(60)).epochMilliseconds;
  if (minutes > 23 * 60) return instantOf(addDays(date, 1), 6 * 60 + random.below(60)).epochMilliseconds;
  return moment;
}

const officeClocks: readonly ClockKind[] = ['working-days', 'working-hours'];

/** The moment at which a share of a limit has run: in working time for working clocks, else on the wall clock. */
export function alongLimit(from: number, due: number, share: number, clock: ClockKind): number {
  if (!officeClocks.includes(clock)) return from + share * (due - from);
  const done = workDoneAt(calendar, from);
  return momentOfWork(calendar, done + share * Math.max(1, workDoneAt(calendar, due) - done));
}

export const minutes = (n: number): number => n * MINUTE;
export const hours = (n: number): number => n * HOUR;
