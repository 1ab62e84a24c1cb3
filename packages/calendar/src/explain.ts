import { epochDayAt } from './beijing-time.ts';
import { dateOfEpochDay, epochDayOf } from './civil-date.ts';
import { type Deadline, deadline, lastDayBeforeRolling } from './deadline.ts';
import { type Pause, stoppedDaysOf, stopsOf } from './pause.ts';
import type { TimeLimit } from './time-limit.ts';
import { type DayStatus, type WorkingCalendar, dayStatus } from './working-calendar.ts';

/** One date between the start and the end of a limit, and what the clock made of it. */
export type DayNote = DayStatus & {
  /**
   * - `start`: the start day, not counted by clocks of days; the running begins on it for clocks of hours
   * - `counted`: the clock ran
   * - `off`: a day off that the clock skips
   * - `paused`: the clock stood still
   * - `rolled_over`: the limit was used up, but its last day was off, so it went on
   */
  readonly role: 'start' | 'counted' | 'off' | 'paused' | 'rolled_over';
  /** which day of the limit this date was, 1 for the first; null when it was none or the clock counts no dates */
  readonly count: number | null;
};

/** Why a deadline lies where it lies: every date from the start to the end, in order. */
export function explainDeadline(
  start: Temporal.Instant,
  limit: TimeLimit,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): { readonly deadline: Deadline; readonly notes: readonly DayNote[] } {
  const end = deadline(start, limit, calendar, pauses);
  const startDay = epochDayAt(start.epochMilliseconds);
  const stopped = stoppedDaysOf(stopsOf(pauses), startDay);
  const lastCounted =
    limit.clock === 'natural-days' || limit.clock === 'months'
      ? lastDayBeforeRolling(startDay, limit.amount, limit.clock, stopped)
      : Infinity;
  const skipsDaysOff = limit.clock === 'working-days' || limit.clock === 'working-hours';
  const countsDates =
    limit.clock === 'natural-days' || (limit.clock === 'working-days' && Number.isInteger(limit.amount));

  const roleOf = (day: number, { working }: DayStatus): DayNote['role'] => {
    if (day === startDay) return 'start';
    if (stopped.some(({ from, until }) => from <= day && day < until)) return 'paused';
    if (day > lastCounted) return 'rolled_over';
    return skipsDaysOff && !working ? 'off' : 'counted';
  };

  const notes: DayNote[] = [];
  let count = 0;
  for (let day = startDay; day <= epochDayOf(end.date); day++) {
    const status = dayStatus(calendar, dateOfEpochDay(day));
    const role = roleOf(day, status);
    if (role === 'counted') count += 1;
    notes.push({ ...status, role, count: role === 'counted' && countsDates ? count : null });
  }
  return { deadline: end, notes };
}
