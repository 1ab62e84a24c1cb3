import type { Deadline } from '@duban/calendar/deadline';
import { recompute } from '@duban/calendar/recompute';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Case } from './case.ts';
import { type Clock, recomputeClock } from './clock.ts';
import type { ClockName } from './escalation.ts';
import type { CaseEvent, LimitChange } from './events.ts';

/**
 * The clocks of a case under another calendar: when a year is published, a day is changed, or the hours. A later end
 * takes effect. An earlier one does not: time that was given is not taken back by a table; the history tells both, and
 * the holder is told.
 *
 * @returns null when no clock of the case comes out differently
 */
export function recomputeLimits(found: Case, calendar: WorkingCalendar): CaseEvent | null {
  const changes: LimitChange[] = [];
  const under = (clock: ClockName, before: Clock | null): Clock | null => {
    if (!before || before.stoppedAt !== null || before.calendarVersion === calendar.version) return before;
    const computed = recomputeClock(before, calendar);
    const { kind } = recompute(deadlineOf(before), deadlineOf(computed));
    if (kind === 'unchanged') return before;
    changes.push({ clock, kind, before: before.dueAt, computed: computed.dueAt });
    if (kind !== 'earlier') return computed;
    return { ...before, provisional: computed.provisional, calendarVersion: calendar.version };
  };
  const acceptClock = under('accept', found.acceptClock);
  const finishClock = under('finish', found.finishClock);
  const disputeClock = under('dispute', found.dispute?.clock ?? null);
  if (changes.length === 0) return null;
  return { type: 'case.limits_recomputed', data: { changes, acceptClock, finishClock, disputeClock } };
}

function deadlineOf({ dueAt, dueDate, provisional, calendarVersion }: Clock): Deadline {
  return { at: Temporal.Instant.from(dueAt), date: dueDate, provisional, calendarVersion };
}
