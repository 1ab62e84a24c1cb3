import { dateAt } from '@duban/calendar/beijing-time';
import { addMonths, parseCivilDate } from '@duban/calendar/civil-date';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { isPassed } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotHandlingUnit, whyNotReason } from './guards.ts';

/** A suspended case comes back at the latest after so many months. */
export const longestSuspensionMonths = 12;

/** 申请挂账 (缓办): once per case, before the limit passes, with the date on which the case comes back by itself. */
export function whyNotRequestSuspension(found: Case, actor: Actor, now: Temporal.Instant): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'request_suspension') ?? whyNotHandlingUnit(found, actor);
  if (refusal) return refusal;
  if (found.pendingRequest) return refuse('case.request_pending');
  if (found.suspensionCount > 0) return refuse('case.suspended_before');
  return !found.finishClock || isPassed(found.finishClock, now) ? refuse('case.limit_passed') : null;
}

export function requestSuspension(
  found: Case,
  actor: Actor,
  input: { readonly reason: string; readonly returnOn: string },
  now: Temporal.Instant,
): Decision<CaseEvent> {
  return (
    whyNotRequestSuspension(found, actor, now) ??
    whyNotReason(input.reason) ??
    whyNotReturnDate(input.returnOn, now) ??
    accept({ type: 'case.suspension_requested', data: { reason: input.reason, returnOn: input.returnOn } })
  );
}

/** After today and within a year. */
export function whyNotReturnDate(returnOn: string, now: Temporal.Instant): Refusal | null {
  const today = dateAt(now);
  const last = addMonths(today, longestSuspensionMonths);
  if (parseCivilDate(returnOn) !== null && returnOn > today && returnOn <= last) return null;
  return refuse('case.return_date_out_of_range', { today, last });
}
