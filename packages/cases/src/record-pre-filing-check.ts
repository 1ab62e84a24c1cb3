import type { Actor } from '@duban/kit/actor';
import { accept, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent, CaseEventData } from './events.ts';
import { whyNotAtAll } from './guards.ts';

/** 核实: is it real? Before filing. Not to be confused with 核查, which asks before closing whether it is fixed. */
export function whyNotRecordPreFilingCheck(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'record_pre_filing_check');
}

export function recordPreFilingCheck(
  found: Case,
  actor: Actor,
  input: CaseEventData['case.pre_filing_checked'],
): Decision<CaseEvent> {
  return whyNotRecordPreFilingCheck(found, actor) ?? accept({ type: 'case.pre_filing_checked', data: input });
}
