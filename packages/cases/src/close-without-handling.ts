import type { Actor } from '@duban/kit/actor';
import { accept, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent, CaseEventData } from './events.ts';
import { whyNotAtAll, whyNotReason } from './guards.ts';

/** 直接结案: informed only 告知性结案, transferred, or false after all; nobody is sent. It never counts as solved. */
export function whyNotCloseWithoutHandling(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'close_without_handling');
}

export function closeWithoutHandling(
  found: Case,
  actor: Actor,
  input: CaseEventData['case.closed_without_handling'],
): Decision<CaseEvent> {
  return (
    whyNotCloseWithoutHandling(found, actor) ??
    whyNotReason(input.note) ??
    accept({ type: 'case.closed_without_handling', data: input })
  );
}
