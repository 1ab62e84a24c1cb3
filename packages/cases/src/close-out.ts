import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { isPassed, stopClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll, whyNotIndependent } from './guards.ts';

/** 销号: after a passed check, by somebody who had no part in handling. */
export function whyNotCloseOut(found: Case, actor: Actor): Refusal | null {
  return (
    whyNotAtAll(found, actor, 'close_out') ??
    (found.preClosureCheck?.result === 'passed' ? null : refuse('case.not_checked')) ??
    whyNotIndependent(found, actor)
  );
}

/** It ends in the way the unit submitted and the check confirmed. Late or not is judged by the submission. */
export function closeOut(found: Case, actor: Actor, note: string, at: Temporal.Instant): Decision<CaseEvent> {
  const refusal = whyNotCloseOut(found, actor);
  if (refusal) return refusal;
  const { finishClock, result } = found;
  if (!finishClock || !result) return refuse('case.not_checked');
  return accept({
    type: 'case.closed_out',
    data: {
      kind: result.outcome,
      note,
      finishedLate: isPassed(finishClock, at),
      finishClock: stopClock(finishClock, at.toString()),
    },
  });
}
