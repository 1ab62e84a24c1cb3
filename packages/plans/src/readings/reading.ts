import type { CivilDate } from '@duban/calendar/civil-date';

/**
 * A reading 进度填报: what a unit says has been done of a measure by the close of a day, cumulative. It is made by one
 * person, checked by a second and approved by a third of another unit, because handlers never verify. What was approved
 * is never overwritten: a correction is a new version with its author and reason.
 *
 * Amounts are whole numbers of the smallest step of the unit (座, 0.01 万平方米). Null says that nobody knows; it stays null.
 */
export type Reading = {
  readonly id: string;
  readonly measureId: string;
  readonly state: ReadingState;
  readonly asOf: CivilDate;
  readonly amount: number | null;
  readonly evidence: readonly Evidence[];
  readonly maker: Hand;
  readonly checker: Hand | null;
  readonly approver: Hand | null;
  /** the reading that it puts right, with why; null for a first version */
  readonly corrects: { readonly readingId: string; readonly reason: string } | null;
};

/** Who laid hand on it, and for which unit. */
export type Hand = { readonly personId: string; readonly unitId: string };

export const readingStates = {
  drafted: { 'zh-CN': '草稿', en: 'draft' },
  submitted: { 'zh-CN': '待审核', en: 'awaits check' },
  checked: { 'zh-CN': '待审定', en: 'awaits approval' },
  approved: { 'zh-CN': '已审定', en: 'approved' },
  returned: { 'zh-CN': '已退回', en: 'returned' },
} as const;
export type ReadingState = keyof typeof readingStates;
export const allReadingStates = Object.keys(readingStates) as ReadingState[];

export const readingVerbs = {
  submit: { 'zh-CN': '提交', en: 'submit' },
  check: { 'zh-CN': '审核', en: 'check' },
  approve: { 'zh-CN': '审定', en: 'approve' },
  return: { 'zh-CN': '退回', en: 'return' },
  correct: { 'zh-CN': '更正', en: 'correct' },
} as const;
export type ReadingVerb = keyof typeof readingVerbs;
export const allReadingVerbs = Object.keys(readingVerbs) as ReadingVerb[];

/** From which states a verb may be said; whatever is not here is refused. */
export const readingTransitions: Readonly<Record<ReadingVerb, readonly ReadingState[]>> = {
  submit: ['drafted', 'returned'],
  check: ['submitted'],
  approve: ['checked'],
  return: ['submitted', 'checked'],
  correct: ['approved'],
};

/** How much is at stake decides what must be shown: by risk, never photographs by habit. */
export const evidenceRisks = {
  low: { 'zh-CN': '低风险：说明或工单', en: 'low: a statement or work order' },
  middle: { 'zh-CN': '中风险：前后对比一组', en: 'middle: one pair of before and after' },
  high: { 'zh-CN': '高风险：独立现场核验', en: 'high: an independent check on the spot' },
} as const;
export type EvidenceRisk = keyof typeof evidenceRisks;

export type Evidence =
  | { readonly kind: 'statement'; readonly text: string }
  | { readonly kind: 'work_order'; readonly number: string }
  | { readonly kind: 'before_after'; readonly before: string; readonly after: string }
  /** @property by who went there; of another unit than the maker */
  | { readonly kind: 'field_check'; readonly by: Hand; readonly on: CivilDate };

/** What is measured on a task: 36 座, 1.7 万平方米. */
export type Measure = {
  readonly id: string;
  readonly unit: string;
  /** what was approved when the task was set; null while nobody has fixed it */
  readonly approvedAmount: number | null;
  readonly risk: EvidenceRisk;
};

export type ReadingEvent =
  | { readonly type: 'reading.submitted' }
  | { readonly type: 'reading.checked'; readonly data: { readonly note: string } }
  | { readonly type: 'reading.approved'; readonly data: { readonly note: string } }
  | { readonly type: 'reading.returned'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'reading.corrected';
      readonly data: { readonly asOf: CivilDate; readonly amount: number | null; readonly reason: string };
    };
