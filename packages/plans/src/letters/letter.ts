import type { CivilDate } from '@duban/calendar/civil-date';

/**
 * A responsibility letter 责任书: one unit sets what another answers for, down to the person, by when. It is generated
 * from what is recorded and never typed; its text is frozen when it is issued, and the signature is over that text
 * (account, time and hash). A change is a new letter in place of the old one, and is signed again.
 */
export type Letter = {
  readonly id: string;
  readonly state: LetterState;
  readonly issuingUnitId: string;
  /** of whom it is asked */
  readonly unitId: string;
  readonly personId: string;
  readonly content: LetterContent;
  /** of `canonicalText(content)`, SHA-256 in hex */
  readonly contentHash: string;
  readonly replacesId: string | null;
};

export const letterStates = {
  issued: { 'zh-CN': '待签订', en: 'awaits signature' },
  signed: { 'zh-CN': '已签订', en: 'signed' },
  refused: { 'zh-CN': '有异议', en: 'objected to' },
  replaced: { 'zh-CN': '已被新版替代', en: 'replaced' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
} as const;
export type LetterState = keyof typeof letterStates;
export const allLetterStates = Object.keys(letterStates) as LetterState[];

export const letterVerbs = {
  sign: { 'zh-CN': '签订', en: 'sign' },
  object: { 'zh-CN': '提出异议', en: 'object' },
  replace: { 'zh-CN': '换发', en: 'replace' },
  withdraw: { 'zh-CN': '撤回', en: 'withdraw' },
} as const;
export type LetterVerb = keyof typeof letterVerbs;
export const allLetterVerbs = Object.keys(letterVerbs) as LetterVerb[];

/** Whatever is not here is refused. Nothing that was signed is ever withdrawn: it is replaced, and stays readable. */
export const letterTransitions: Readonly<Record<LetterVerb, readonly LetterState[]>> = {
  sign: ['issued'],
  object: ['issued'],
  replace: ['issued', 'signed', 'refused'],
  withdraw: ['issued', 'refused'],
};

export type LetterContent = {
  readonly number: string;
  readonly version: number;
  readonly campaign: string;
  readonly issuingUnit: string;
  readonly unit: string;
  /** who answers, with the post: 主任 沈志宇 */
  readonly person: string;
  readonly basis: readonly string[];
  readonly commitments: readonly Commitment[];
};

/** What is answered for. @property amount whole, in the smallest step of the unit; null where the target has no number */
export type Commitment = {
  readonly targetId: string;
  readonly text: string;
  readonly amount: number | null;
  readonly unit: string;
  readonly finishBy: CivilDate | null;
};
