import { type CivilDate, addDays } from '@duban/calendar/civil-date';
import { type WorkingCalendar, workingDaysBetween } from '@duban/calendar/working-calendar';
import { type Rate, compareRates, rate } from '@duban/kit/rate';

/**
 * Time elapsed beside work done 时序进度: the two rates that every dispatch meeting looks at first. Both are exact and
 * neither is cut off at 100 %, because a plan can be over its time and a target over-fulfilled.
 */

/**
 * Working days of the plan that lie behind, today included, of all its working days.
 *
 * @returns null when the plan has no working day; 0 before its first day; above 1 after its last
 */
export function timeElapsed(
  { first, last }: { readonly first: CivilDate; readonly last: CivilDate },
  today: CivilDate,
  calendar: WorkingCalendar,
): Rate | null {
  const before = addDays(first, -1);
  const all = workingDaysBetween(calendar, before, last);
  return rate(today < first ? 0 : workingDaysBetween(calendar, before, today), Math.max(0, all));
}

/** @param done null when nobody knows: then the rate is unknown too, never 0 @returns null for an unknown or no target */
export function workDone(done: number | null, total: number | null): Rate | null {
  return done === null || total === null ? null : rate(done, total);
}

/** `behind` when less of the work is done than of the time is gone; null where either is unknown. */
export function paceOf(time: Rate | null, work: Rate | null): 'ahead' | 'level' | 'behind' | null {
  if (!time || !work) return null;
  const order = compareRates(work, time);
  return order < 0 ? 'behind' : order > 0 ? 'ahead' : 'level';
}
