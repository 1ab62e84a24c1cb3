import { instantOf } from '@duban/calendar/beijing-time';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import { hasRole, type Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case, PendingRequest } from './case.ts';
import { extendClock, pauseClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { isOnLine, whyNotAtAll, whyNotIndependent, whyNotReason } from './guards.ts';
import { whyNotReturnDate } from './request-suspension.ts';

/**
 * What becomes of a request for time: the unit's own leader endorses it, then the dispatcher approves it; either may
 * refuse it. Nobody decides on the own request, and one person does not hold both levels.
 */
export function whyNotEndorseRequest(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'endorse_request');
  if (refusal) return refusal;
  if (!found.pendingRequest) return refuse('case.no_request');
  if (found.pendingRequest.level !== 'unit') return refuse('case.request_endorsed');
  return whyNotUnitLeader(found, found.pendingRequest, actor);
}

export function endorseRequest(found: Case, actor: Actor, note: string): Decision<CaseEvent> {
  const refusal = whyNotEndorseRequest(found, actor);
  if (refusal) return refusal;
  const type = found.pendingRequest?.kind === 'extension' ? 'case.extension_endorsed' : 'case.suspension_endorsed';
  return accept<CaseEvent>({ type, data: { note } });
}

export function whyNotApproveRequest(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'approve_request');
  if (refusal) return refusal;
  if (!found.pendingRequest) return refuse('case.no_request');
  if (found.pendingRequest.level !== 'dispatcher') return refuse('case.request_not_endorsed');
  return whyNotIndependent(found, actor) ?? whyNotOwnRequest(found.pendingRequest, actor);
}

/** A request made in time stays good while it is waiting, even if the limit passes meanwhile. */
export function approveRequest(
  found: Case,
  actor: Actor,
  note: string,
  terms: { readonly calendar: WorkingCalendar; readonly at: Temporal.Instant },
): Decision<CaseEvent> {
  const refusal = whyNotApproveRequest(found, actor);
  if (refusal) return refusal;
  const { pendingRequest: request, finishClock } = found;
  if (!request || !finishClock) return refuse('case.no_request');
  const { calendar, at } = terms;
  if (request.kind === 'extension') {
    return accept({
      type: 'case.extension_approved',
      data: { finishClock: extendClock(finishClock, calendar), note },
    });
  }
  const returnOn = request.returnOn ?? '';
  const clock = () => pauseClock(finishClock, 'suspension', at, instantOf(returnOn), calendar);
  return (
    whyNotReturnDate(returnOn, at) ??
    accept({ type: 'case.suspended', data: { returnOn, reason: request.reason, finishClock: clock(), note } })
  );
}

export function whyNotRefuseRequest(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'refuse_request');
  if (refusal) return refusal;
  if (!found.pendingRequest) return refuse('case.no_request');
  if (hasRole(actor, 'dispatcher')) return whyNotOwnRequest(found.pendingRequest, actor);
  if (found.pendingRequest.level !== 'unit') return refuse('case.request_endorsed');
  return whyNotUnitLeader(found, found.pendingRequest, actor);
}

export function refuseRequest(found: Case, actor: Actor, reason: string): Decision<CaseEvent> {
  const refusal = whyNotRefuseRequest(found, actor) ?? whyNotReason(reason);
  if (refusal) return refusal;
  const type = found.pendingRequest?.kind === 'extension' ? 'case.extension_refused' : 'case.suspension_refused';
  return accept<CaseEvent>({ type, data: { level: found.pendingRequest?.level ?? 'unit', reason } });
}

/** A leader of the handling unit, of a unit above it on its line, or of the government of the jurisdiction. */
function whyNotUnitLeader(found: Case, request: PendingRequest, actor: Actor): Refusal | null {
  const unit = found.handlingUnit;
  const leads = unit !== null && (isOnLine(unit, actor) || actor.unitId === found.jurisdictionId);
  return leads ? whyNotOwnRequest(request, actor) : refuse('case.not_unit_leader');
}

function whyNotOwnRequest({ requested, endorsed }: PendingRequest, actor: Actor): Refusal | null {
  const own = requested.personId === actor.personId || endorsed?.personId === actor.personId;
  return own ? refuse('case.own_request') : null;
}
