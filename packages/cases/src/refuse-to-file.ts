import type { Actor } from '@duban/kit/actor';
import { accept, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent, CaseEventData } from './events.ts';
import { whyNotAtAll, whyNotReason } from './guards.ts';

/** 不予立案, always with its kind and a sentence that can be shown to whoever reported. */
export function whyNotRefuseToFile(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'refuse_to_file');
}

export function refuseToFile(
  found: Case,
  actor: Actor,
  input: CaseEventData['case.filing_refused'],
): Decision<CaseEvent> {
  return (
    whyNotRefuseToFile(found, actor) ?? whyNotReason(input.note) ?? accept({ type: 'case.filing_refused', data: input })
  );
}
