import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotHandlingUnit, whyNotReason } from './guards.ts';

/**
 * 退回: a unit that is not responsible says so before accepting, with a reason. A decision in a dispute binds and
 * cannot be returned. The dispatcher who receives the return may correct, but not push the case forward.
 */
export function whyNotReturn(found: Case, actor: Actor): Refusal | null {
  return (
    whyNotAtAll(found, actor, 'return') ??
    whyNotHandlingUnit(found, actor) ??
    (found.assignmentBinds ? refuse('case.assignment_binds') : null)
  );
}

export function returnCase(found: Case, actor: Actor, reason: string): Decision<CaseEvent> {
  return whyNotReturn(found, actor) ?? whyNotReason(reason) ?? accept({ type: 'case.returned', data: { reason } });
}
