import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { pauseClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotShown } from './evidence.ts';
import { whyNotAtAll, whyNotHandling, whyNotReason } from './guards.ts';
import type { ClosureKind } from './words.ts';

/**
 * 提交处置结果: what was done, in a sentence, and how the case should end. A picture is never demanded by
 * habit, only where the standard asks for it because of the risk. The finish-by clock stands still while others check: whether the unit was in time is judged by this moment.
 */
export function whyNotSubmitResult(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'submit_result') ?? whyNotHandling(found, actor);
}

export function submitResult(
  found: Case,
  actor: Actor,
  input: { readonly outcome: ClosureKind; readonly statement: string },
  { calendar, at }: { readonly calendar: WorkingCalendar; readonly at: Temporal.Instant },
): Decision<CaseEvent> {
  const refusal =
    whyNotSubmitResult(found, actor) ?? whyNotReason(input.statement) ?? whyNotShown(found, input.outcome);
  if (refusal) return refusal;
  if (!found.finishClock) return refuse('case.not_filed');
  const finishClock = pauseClock(found.finishClock, 'check', at, null, calendar);
  return accept({ type: 'case.result_submitted', data: { ...input, finishClock } });
}
