import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { resumeClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotCheckedAfar } from './evidence.ts';
import { whyNotAtAll, whyNotIndependent, whyNotReason } from './guards.ts';

/** 核查: is it fixed? Before closing, by somebody of another unit. Once passed it is not checked again. */
export function whyNotRecordPreClosureCheck(found: Case, actor: Actor): Refusal | null {
  return (
    whyNotAtAll(found, actor, 'record_pre_closure_check') ??
    whyNotIndependent(found, actor) ??
    (found.preClosureCheck?.result === 'passed' ? refuse('case.checked_already') : null)
  );
}

/** Failed: back to the unit, with the reason, and its clock runs on. */
export function recordPreClosureCheck(
  found: Case,
  actor: Actor,
  input: { readonly result: 'passed' | 'failed'; readonly onSite: boolean; readonly note: string },
  { calendar, at }: { readonly calendar: WorkingCalendar; readonly at: Temporal.Instant },
): Decision<CaseEvent> {
  const failed = input.result === 'failed';
  const refusal =
    whyNotRecordPreClosureCheck(found, actor) ??
    (failed ? whyNotReason(input.note) : whyNotCheckedAfar(found, input.onSite));
  if (refusal) return refusal;
  if (!found.finishClock) return refuse('case.not_filed');
  const finishClock = failed ? resumeClock(found.finishClock, at, calendar) : found.finishClock;
  return accept({ type: 'case.pre_closure_checked', data: { ...input, finishClock } });
}
