import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Evidence, EvidenceRisk, Hand } from './reading.ts';

/**
 * What a reading must show: a low risk a statement or a work order, a middle one a pair of before and after, a high one a
 * check on the spot by another unit. More is welcome and never asked for (国办函〔2026〕12号: no compulsory photographs).
 */
export function whyNotEvidence(risk: EvidenceRisk, evidence: readonly Evidence[], maker: Hand): Refusal | null {
  const empty = evidence.find((one) => !isFilled(one));
  if (empty) return refuse('reading.evidence_empty', { evidence_kind: empty.kind });
  const enough: Readonly<Record<EvidenceRisk, (one: Evidence) => boolean>> = {
    low: () => true,
    middle: ({ kind }) => kind === 'before_after' || kind === 'field_check',
    high: (one) => one.kind === 'field_check' && one.by.unitId !== maker.unitId && one.by.personId !== maker.personId,
  };
  return evidence.some(enough[risk]) ? null : refuse('reading.evidence_missing', { evidence_risk: risk });
}

function isFilled(evidence: Evidence): boolean {
  switch (evidence.kind) {
    case 'statement':
      return evidence.text.trim() !== '';
    case 'work_order':
      return evidence.number.trim() !== '';
    case 'before_after':
      return evidence.before !== '' && evidence.after !== '' && evidence.before !== evidence.after;
    case 'field_check':
      return true;
  }
}

export const evidenceKinds = {
  statement: { 'zh-CN': '情况说明', en: 'statement' },
  work_order: { 'zh-CN': '工单', en: 'work order' },
  before_after: { 'zh-CN': '前后对比', en: 'before and after' },
  field_check: { 'zh-CN': '现场核验', en: 'check on the spot' },
} as const;
