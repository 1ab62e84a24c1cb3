import type { Case, Instant, UnitOnLine } from './case.ts';
import { type Clock, isRunning } from './clock.ts';

/**
 * Who is told when, before and after a limit. The news goes up the holder's own line and nowhere else: first the unit
 * that holds the case, then the unit above it, and so on to the government of the jurisdiction.
 */
export type EscalationRule = {
  readonly code: string;
  /** `warn`: when the light turns yellow; `due`: when the limit passes; `after`: so many hours later */
  readonly when:
    | { readonly point: 'warn' }
    | { readonly point: 'due' }
    | { readonly point: 'after'; readonly hours: number };
  /** 0 the holder itself, 1 the unit above it, …; a shorter line ends with the government */
  readonly level: number;
};

/** Defaults; a jurisdiction may keep its own. */
export const escalationRules: readonly EscalationRule[] = [
  { code: 'due_soon', when: { point: 'warn' }, level: 0 },
  { code: 'overdue', when: { point: 'due' }, level: 0 },
  { code: 'overdue_one_day', when: { point: 'after', hours: 24 }, level: 1 },
  { code: 'overdue_three_days', when: { point: 'after', hours: 72 }, level: 2 },
  { code: 'overdue_week', when: { point: 'after', hours: 168 }, level: 3 },
];

export type ClockName = 'accept' | 'finish' | 'dispute';

export type Escalation = {
  readonly clock: ClockName;
  readonly code: string;
  readonly at: Instant;
  readonly unitId: string;
};

/** Every escalation of a case as it stands, earliest first; empty when no clock runs. */
export function escalationsOf(found: Case, rules: readonly EscalationRule[] = escalationRules): Escalation[] {
  const held = heldClock(found);
  if (!held || !isRunning(held.clock)) return [];
  const line = [...new Set([...held.unit.line, found.jurisdictionId])];
  return rules
    .map(({ code, when, level }) => ({
      clock: held.name,
      code,
      at: momentOf(held.clock, when).toString(),
      unitId: line[Math.min(level, line.length - 1)] ?? held.unit.id,
    }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** The first escalation strictly after a moment. */
export function nextEscalation(found: Case, after: Temporal.Instant, rules = escalationRules): Escalation | null {
  return escalationsOf(found, rules).find(({ at }) => Temporal.Instant.compare(at, after) > 0) ?? null;
}

/** Those that fell due after `after` up to and including `until`. */
export function escalationsBetween(
  found: Case,
  after: Temporal.Instant,
  until: Temporal.Instant,
  rules = escalationRules,
): Escalation[] {
  return escalationsOf(found, rules).filter(
    ({ at }) => Temporal.Instant.compare(at, after) > 0 && Temporal.Instant.compare(at, until) <= 0,
  );
}

type Held = { readonly name: ClockName; readonly clock: Clock; readonly unit: UnitOnLine };

function heldClock(found: Case): Held | null {
  const { state, acceptClock, finishClock, handlingUnit, assignedUnit, dispute } = found;
  if (state === 'awaiting_acceptance' && acceptClock && handlingUnit) {
    return { name: 'accept', clock: acceptClock, unit: handlingUnit };
  }
  if (state === 'in_progress' && finishClock && handlingUnit) {
    return { name: 'finish', clock: finishClock, unit: assignedUnit ?? handlingUnit };
  }
  if (state === 'disputed' && dispute) return { name: 'dispute', clock: dispute.clock, unit: dispute.decidingUnit };
  return null;
}

function momentOf(clock: Clock, when: EscalationRule['when']): Temporal.Instant {
  const due = Temporal.Instant.from(clock.dueAt);
  if (when.point === 'warn') return Temporal.Instant.from(clock.warnAt);
  return when.point === 'due' ? due.add({ milliseconds: 1 }) : due.add({ hours: when.hours });
}
