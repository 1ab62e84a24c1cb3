import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { UnitToCharge } from './dispatch.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotHandlingUnit, whyNotReason } from './guards.ts';
import type { Standard } from './standards.ts';

/** 内部指派: the handling unit tells a unit below it to do the work, and stays answerable itself. */
export function whyNotAssign(found: Case, actor: Actor): Refusal | null {
  return (
    whyNotAtAll(found, actor, 'assign') ??
    whyNotHandlingUnit(found, actor) ??
    (found.assignedUnit ? refuse('case.assignment_open') : null)
  );
}

/** A community gets nothing that is not on its list of duties (requirement C4.12). */
export function assign(
  found: Case,
  actor: Actor,
  unit: UnitToCharge,
  note: string,
  standard: Standard,
): Decision<CaseEvent> {
  const refusal = whyNotAssign(found, actor);
  if (refusal) return refusal;
  if (!unit.line.slice(1).includes(actor.unitId)) return refuse('case.unit_not_below');
  if (['community', 'grid'].includes(unit.kind) && !standard.communityDuty) return refuse('case.not_community_duty');
  return accept({ type: 'case.assigned', data: { unit: { id: unit.id, line: unit.line }, note } });
}

/** 收回指派 */
export function whyNotWithdrawAssignment(found: Case, actor: Actor): Refusal | null {
  return (
    whyNotAtAll(found, actor, 'withdraw_assignment') ??
    whyNotHandlingUnit(found, actor) ??
    (found.assignedUnit ? null : refuse('case.no_assignment'))
  );
}

export function withdrawAssignment(found: Case, actor: Actor, reason: string): Decision<CaseEvent> {
  return (
    whyNotWithdrawAssignment(found, actor) ??
    whyNotReason(reason) ??
    accept({ type: 'case.assignment_withdrawn', data: { reason } })
  );
}
