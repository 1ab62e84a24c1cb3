import { whyNotTimeLimit } from '@duban/calendar/time-limit';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { isPassed } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotHandlingUnit, whyNotReason } from './guards.ts';

/** Approved extensions of one case; refusals do not count. */
export const mostExtensions = 2;

/** 申请延期: one more original limit, asked for before the limit passes, one request at a time. */
export function whyNotRequestExtension(found: Case, actor: Actor, now: Temporal.Instant): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'request_extension') ?? whyNotHandlingUnit(found, actor);
  if (refusal) return refusal;
  if (found.pendingRequest) return refuse('case.request_pending');
  if (found.extensionCount >= mostExtensions) return refuse('case.extensions_used_up', { most: mostExtensions });
  const clock = found.finishClock;
  if (!clock || isPassed(clock, now)) return refuse('case.limit_passed');
  return whyNotTimeLimit({ ...clock.limit, amount: clock.limit.amount * (2 + clock.extensions) });
}

export function requestExtension(
  found: Case,
  actor: Actor,
  reason: string,
  now: Temporal.Instant,
): Decision<CaseEvent> {
  return (
    whyNotRequestExtension(found, actor, now) ??
    whyNotReason(reason) ??
    accept({ type: 'case.extension_requested', data: { reason } })
  );
}
