import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { stopClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotHandlingUnit } from './guards.ts';

/** 签收: from now on the case is this unit's (首接负责): it can no longer be returned. */
export function whyNotAccept(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'accept') ?? whyNotHandlingUnit(found, actor);
}

export function acceptCase(found: Case, actor: Actor, at: Temporal.Instant): Decision<CaseEvent> {
  const refusal = whyNotAccept(found, actor);
  if (refusal) return refusal;
  if (!found.acceptClock) return refuse('case.not_filed');
  return accept({ type: 'case.accepted', data: { acceptClock: stopClock(found.acceptClock, at.toString()) } });
}
