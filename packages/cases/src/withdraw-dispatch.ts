import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotReason } from './guards.ts';

/** 撤回派遣: the dispatcher corrects a wrong address. The unit's internal assignment is withdrawn first. */
export function whyNotWithdrawDispatch(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'withdraw_dispatch');
  if (refusal) return refusal;
  if (found.assignedUnit) return refuse('case.assignment_open');
  return found.assignmentBinds ? refuse('case.assignment_binds') : null;
}

export function withdrawDispatch(found: Case, actor: Actor, reason: string): Decision<CaseEvent> {
  return (
    whyNotWithdrawDispatch(found, actor) ??
    whyNotReason(reason) ??
    accept({ type: 'case.dispatch_withdrawn', data: { reason } })
  );
}
