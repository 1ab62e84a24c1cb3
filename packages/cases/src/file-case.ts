import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll } from './guards.ts';
import type { Standard } from './standards.ts';
import { sourceChannels } from './words.ts';

/** 立案. What came by hearsay is looked at first; what was found not to be real is not filed. */
export function whyNotFile(found: Case, actor: Actor): Refusal | null {
  const refusal = whyNotAtAll(found, actor, 'file');
  if (refusal) return refusal;
  const check = found.preFilingCheck;
  if (check === null && sourceChannels[found.sourceChannel].needsPreFilingCheck) {
    return refuse('case.pre_filing_check_missing');
  }
  return check?.result === 'not_real' ? refuse('case.pre_filing_check_negative') : null;
}

/**
 * @param standard the row of the standards table in force for the class and the condition, null when there is none
 * @param handOver also hand the case over to dispatch, as most offices do in one go
 */
export function fileCase(
  found: Case,
  actor: Actor,
  input: { classCode: string; conditionCode: string; note: string; handOver: boolean },
  standard: Standard | null,
): Decision<CaseEvent> {
  const refusal = whyNotFile(found, actor);
  if (refusal) return refusal;
  const { classCode, conditionCode, note } = input;
  if (!standard) return refuse('case.standard_missing', { classCode, conditionCode });
  const filed: CaseEvent = { type: 'case.filed', data: { classCode, conditionCode, note, standardId: standard.id } };
  return input.handOver ? accept<CaseEvent>(filed, { type: 'case.handed_over', data: { note: '' } }) : accept(filed);
}
