import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * A target 目标: how much of what by when. Three yardsticks stand side by side, because a place may do what it was
 * assigned and still miss the standard, or meet the standard and still disappoint the people who live there: 任务要求,
 * 标准要求, 群众期盼. A hidden value is null and stays unknown; what is reached is never capped at the target.
 */
export const targetDirections = {
  at_least: { 'zh-CN': '不低于', en: 'at least' },
  at_most: { 'zh-CN': '不高于', en: 'at most' },
  exactly: { 'zh-CN': '达到', en: 'exactly' },
} as const;
export type TargetDirection = keyof typeof targetDirections;
export const allTargetDirections = Object.keys(targetDirections) as TargetDirection[];

export const targetStates = {
  in_force: { 'zh-CN': '有效', en: 'in force' },
  withdrawn: { 'zh-CN': '已撤销', en: 'withdrawn' },
} as const;
export type TargetState = keyof typeof targetStates;
export const allTargetStates = Object.keys(targetStates) as TargetState[];

/** Which way a measure is better: PM2.5 down, green area up, a number of bus stops neither. */
export const betterWays = {
  higher: { 'zh-CN': '越高越好', en: 'higher is better' },
  lower: { 'zh-CN': '越低越好', en: 'lower is better' },
  neither: { 'zh-CN': '只作观察', en: 'only observed' },
} as const;
export type BetterWay = keyof typeof betterWays;
export const allBetterWays = Object.keys(betterWays) as BetterWay[];

/** A target as it is read from a sentence and left by the reviewer, before it is recorded. */
export type TargetDraft = {
  readonly subject: string;
  /** null: the document hides it */
  readonly value: number | null;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly direction: TargetDirection;
};

/** An indicator as the reviewer left it, before it is recorded. */
export type IndicatorDraft = {
  readonly name: string;
  /** the formula, or what it is reckoned from, in words */
  readonly basis: string;
  readonly unit: string;
  readonly better: BetterWay;
  readonly source: string;
};

type FoundQuantity = {
  readonly text: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly qualifier: string | null;
  /** what the qualifier makes of the value, where the reading says */
  readonly bound?: string;
};

const atLeast = /以上|不低于|不少于|不得少于|不得低于|至少|力争|突破/;
const atMost = /不超过|不高于|不得超过|以内|以下|控制在|不到|低于|少于|降(?:至|到)|压(?:减|降)(?:至|到)/;
const rank = /第[一二三四五六七八九十\d]+(?:位|名)|前[一二三四五六七八九十\d]+(?:位|名|强)?/;
const lowerIsBetter = /PM|微克|投诉|事故|死亡|发生率|能耗|排放|缺口|逾期|反弹|返工|扣分|失分|浓度/i;

/**
 * Which side of the figure is meant: what the reading of its qualifier says, else the words beside it, else what is good
 * for the subject. A rank is better when it is lower.
 */
export function directionOf({
  text,
  subject,
  qualifier,
  bound,
}: Pick<FoundQuantity, 'text' | 'subject' | 'qualifier' | 'bound'>): TargetDirection {
  if (bound === 'at_least' || bound === 'more_than') return 'at_least';
  if (bound === 'at_most' || bound === 'less_than') return 'at_most';
  const words = bound === undefined ? `${qualifier ?? ''} ${text}` : (qualifier ?? '');
  if (rank.test(words) || rank.test(subject)) return 'at_most';
  if (atLeast.test(words)) return 'at_least';
  if (atMost.test(words)) return 'at_most';
  return lowerIsBetter.test(subject) ? 'at_most' : 'at_least';
}

/** an amount beyond this loses its last digits on the way to a page and back */
const MOST_AMOUNT = 1e15;
/** characters */
const MOST_SUBJECT = 120;

/**
 * The target that a quantity in a directive asks for, within what a form can send back: an amount that no number holds
 * exactly is left open, and its words stand in the subject.
 */
export function targetFrom(quantity: FoundQuantity): TargetDraft {
  const isTooLarge = quantity.value !== null && !(Math.abs(quantity.value) <= MOST_AMOUNT);
  const words = cut(line(quantity.text), MOST_SUBJECT);
  const subject = cut(line(quantity.subject), MOST_SUBJECT);
  const kept = isTooLarge && !subject.includes(words) ? words : '';
  return {
    subject:
      `${cut(subject, Math.max(0, MOST_SUBJECT - (kept === '' ? 0 : kept.length + 1)))} ${kept}`.trim() || words || '—',
    value: isTooLarge ? null : quantity.value,
    unit: cut(line(quantity.unit), 30),
    qualifier: quantity.qualifier === null ? null : cut(line(quantity.qualifier), 20),
    direction: directionOf(quantity),
  };
}

/** One line: control characters and half characters are blanks. */
const line = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** At most so many characters as a form counts them, and no half one at the end. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();

/** Why this person cannot change a target or an indicator; null when it is possible. */
export function whyNotChangeTarget(target: { readonly state: TargetState }, by: Actor): Refusal | null {
  if (!hasRole(by, 'dispatcher')) return refuse('target.role_needed');
  return target.state === 'withdrawn' ? refuse('target.withdrawn') : null;
}
