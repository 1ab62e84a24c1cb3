import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { TimeLimit } from '@duban/calendar/time-limit';
import { hasRole, type Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case, UnitOnLine } from './case.ts';
import { pauseClock, startClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotHandlingUnit, whyNotReason } from './guards.ts';

/** A named organ decides within this limit unless the jurisdiction sets another (requirement C4.12). */
export const defaultDisputeLimit: TimeLimit = { amount: 3, clock: 'working-days' };

/** 提出争议: by the charged unit before accepting, or by the dispatcher about a return. */
export function whyNotRaiseDispute(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'raise_dispute');
  if (refusal) return refusal;
  if (found.assignmentBinds) return refuse('case.assignment_binds');
  if (hasRole(actor, 'dispatcher') || found.state === 'returned') {
    return hasRole(actor, 'dispatcher') ? null : refuse('case.not_your_unit');
  }
  return whyNotHandlingUnit(found, actor);
}

/** The clocks of the unit stand still until the organ has decided. The organ is no party of the dispute. */
export function raiseDispute(
  found: Case,
  actor: Actor,
  input: { readonly reason: string; readonly decidingUnit: UnitOnLine & { readonly kind: string } },
  terms: { readonly limit: TimeLimit; readonly calendar: WorkingCalendar; readonly at: Temporal.Instant },
): Decision<CaseEvent> {
  const refusal = whyNotRaiseDispute(found, actor) ?? whyNotReason(input.reason) ?? whyNotDecider(found, input);
  if (refusal) return refusal;
  const { at, calendar } = terms;
  const clock = startClock(terms.limit, at, calendar);
  const planned = Temporal.Instant.from(clock.dueAt);
  const { id, line } = input.decidingUnit;
  return accept({
    type: 'case.dispute_raised',
    data: {
      reason: input.reason,
      decidingUnit: { id, line },
      clock,
      acceptClock: found.acceptClock && pauseClock(found.acceptClock, 'dispute', at, planned, calendar),
      finishClock: found.finishClock && pauseClock(found.finishClock, 'dispute', at, planned, calendar),
    },
  });
}

const decidingKinds = ['government', 'leading_group', 'command_post', 'department'];

function whyNotDecider(
  { lineUnit, territorialUnit, handlingUnit }: Case,
  { decidingUnit }: { decidingUnit: UnitOnLine & { kind: string } },
): Refusal | null {
  if (!decidingKinds.includes(decidingUnit.kind)) return refuse('case.unit_cannot_decide');
  const party = [lineUnit, territorialUnit, handlingUnit].some(
    (unit) => unit !== null && (unit.id === decidingUnit.id || decidingUnit.line.includes(unit.id)),
  );
  return party ? refuse('case.deciding_unit_is_party') : null;
}
