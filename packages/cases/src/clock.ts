import { deadline, type Deadline } from '@duban/calendar/deadline';
import { remaining } from '@duban/calendar/elapsed';
import type { Pause } from '@duban/calendar/pause';
import type { TimeLimit } from '@duban/calendar/time-limit';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';

/**
 * A limit that runs: accept-by, finish-by, or the limit of an organ that decides a dispute. It is plain data, computed
 * when something happens and then kept, together with the calendar that gave the answer. A pause moves the end; a
 * limit that has already passed is not revived by a pause.
 */
export type Clock = {
  readonly startedAt: string;
  readonly limit: TimeLimit;
  /** how many times one more original limit was granted */
  readonly extensions: number;
  /** kept up to and including this moment */
  readonly dueAt: string;
  readonly dueDate: string;
  /** from here on the light is yellow: a quarter of the running time is left */
  readonly warnAt: string;
  /** rests on a year whose holidays are not published yet */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly pauses: readonly ClockPause[];
  /** it was kept or it became moot; null while it runs or is paused */
  readonly stoppedAt: string | null;
};

/** Why a clock may stand still: the deed is being checked, the duty is disputed, the case is suspended. */
export type PauseReason = 'check' | 'dispute' | 'suspension';

export type ClockPause = {
  readonly reason: PauseReason;
  readonly from: string;
  /** when it is planned to end; null when that depends on somebody */
  readonly planned: string | null;
  readonly until: string | null;
  /** false when the limit had already passed: the pause is recorded, but it gives no time */
  readonly givesTime: boolean;
};

/** @param limit checked when the standard was imported (`whyNotTimeLimit`) */
export function startClock(limit: TimeLimit, at: Temporal.Instant, calendar: WorkingCalendar): Clock {
  return timed(
    {
      startedAt: at.toString(),
      limit,
      extensions: 0,
      dueAt: '',
      dueDate: '',
      warnAt: '',
      provisional: false,
      calendarVersion: '',
      pauses: [],
      stoppedAt: null,
    },
    calendar,
  );
}

/** @param planned the known end of the pause: the deadline is then shown as if the pause ended there */
export function pauseClock(
  clock: Clock,
  reason: PauseReason,
  at: Temporal.Instant,
  planned: Temporal.Instant | null,
  calendar: WorkingCalendar,
): Clock {
  const pause = {
    reason,
    from: at.toString(),
    planned: planned?.toString() ?? null,
    until: null,
    givesTime: !isPassed(clock, at),
  };
  return timed({ ...clock, pauses: [...clock.pauses, pause] }, calendar);
}

/** Ends the open pause; without one nothing changes. */
export function resumeClock(clock: Clock, at: Temporal.Instant, calendar: WorkingCalendar): Clock {
  if (!openPause(clock)) return clock;
  return timed({ ...clock, pauses: withPauseEnded(clock, at.toString()) }, calendar);
}

/** One more original limit. */
export function extendClock(clock: Clock, calendar: WorkingCalendar): Clock {
  return timed({ ...clock, extensions: clock.extensions + 1 }, calendar);
}

/** The end does not move any more; an open pause ends here without giving time. */
export function stopClock(clock: Clock, at: string): Clock {
  return clock.stoppedAt ? clock : { ...clock, pauses: withPauseEnded(clock, at), stoppedAt: at };
}

/** The same clock under another calendar, for example when next year's holidays are published. */
export function recomputeClock(clock: Clock, calendar: WorkingCalendar): Clock {
  return clock.stoppedAt ? clock : timed(clock, calendar);
}

export function openPause(clock: Clock): ClockPause | null {
  const last = clock.pauses.at(-1);
  return last && last.until === null ? last : null;
}

export function isRunning(clock: Clock): boolean {
  return clock.stoppedAt === null && openPause(clock) === null;
}

/** Was the limit passed at that moment, or when the clock stopped or was paused before it? */
export function isPassed(clock: Clock, at: Temporal.Instant): boolean {
  const halted = clock.stoppedAt ?? openPause(clock)?.from;
  const looked = halted && Temporal.Instant.compare(halted, at) < 0 ? Temporal.Instant.from(halted) : at;
  return Temporal.Instant.compare(looked, clock.dueAt) > 0;
}

/** What is left in the clock's own unit (days or hours), negative after the limit; pauses that still run count. */
export function remainingOf(clock: Clock, now: Temporal.Instant, calendar: WorkingCalendar): number {
  const due: Deadline = {
    at: Temporal.Instant.from(clock.dueAt),
    date: clock.dueDate,
    provisional: clock.provisional,
    calendarVersion: clock.calendarVersion,
  };
  return remaining(now, due, clock.limit.clock, calendar, pausesOf(clock));
}

function withPauseEnded(clock: Clock, at: string): readonly ClockPause[] {
  return clock.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause));
}

/** Finished pauses as they were, an open one up to its planned end; an open end gives no time yet. */
function pausesOf(clock: Clock): readonly Pause[] {
  return clock.pauses.flatMap(({ from, until, planned, givesTime }) => {
    const end = until ?? planned;
    if (end === null || !givesTime || Temporal.Instant.compare(end, from) < 0) return [];
    return [{ from: Temporal.Instant.from(from), until: Temporal.Instant.from(end) }];
  });
}

function timed(clock: Clock, calendar: WorkingCalendar): Clock {
  const limit = { ...clock.limit, amount: clock.limit.amount * (1 + clock.extensions) };
  const pauses = pausesOf(clock);
  const due = deadline(Temporal.Instant.from(clock.startedAt), limit, calendar, pauses);
  return {
    ...clock,
    dueAt: due.at.toString(),
    dueDate: due.date,
    warnAt: warningBefore(clock.startedAt, due.at, pauses).toString(),
    provisional: due.provisional,
    calendarVersion: due.calendarVersion,
  };
}

const WARN_SHARE = 4;

function warningBefore(startedAt: string, due: Temporal.Instant, pauses: readonly Pause[]): Temporal.Instant {
  const paused = pauses.reduce(
    (sum, { from, until }) =>
      sum + Math.max(0, Math.min(until.epochMilliseconds, due.epochMilliseconds) - from.epochMilliseconds),
    0,
  );
  const running = due.epochMilliseconds - Temporal.Instant.from(startedAt).epochMilliseconds - paused;
  return due.subtract({ milliseconds: Math.max(0, Math.round(running / WARN_SHARE)) });
}
