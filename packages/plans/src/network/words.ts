import type { FixedDateKind, LinkKind } from './activity.ts';
import type { GateStep } from './gates.ts';

/** The closed vocabularies of a network, with the words that pages and refusals show. */

type Words<Code extends string> = Readonly<Record<Code, { readonly 'zh-CN': string; readonly en: string }>>;

/** The lists whose rows a refusal can name. */
export const networkLists = {
  network: { 'zh-CN': '计划', en: 'plan' },
  activities: { 'zh-CN': '工作', en: 'activities' },
  links: { 'zh-CN': '搭接', en: 'links' },
  calendars: { 'zh-CN': '日历', en: 'calendars' },
  gates: { 'zh-CN': '决策程序', en: 'decision gates' },
  pairs: { 'zh-CN': '拆建配对', en: 'replacement pairs' },
  crews: { 'zh-CN': '队伍', en: 'crews' },
  budget: { 'zh-CN': '资金', en: 'budget' },
} as const;
export type NetworkList = keyof typeof networkLists;

export const linkKinds: Words<LinkKind> = {
  finish_start: { 'zh-CN': '完成—开始', en: 'finish to start' },
  start_start: { 'zh-CN': '开始—开始', en: 'start to start' },
  finish_finish: { 'zh-CN': '完成—完成', en: 'finish to finish' },
  start_finish: { 'zh-CN': '开始—完成', en: 'start to finish' },
};

export const fixedDateKinds: Words<FixedDateKind> = {
  start_on: { 'zh-CN': '必须开始于', en: 'must start on' },
  finish_on: { 'zh-CN': '必须完成于', en: 'must finish on' },
  start_no_earlier: { 'zh-CN': '不早于…开始', en: 'starts no earlier than' },
  start_no_later: { 'zh-CN': '不晚于…开始', en: 'starts no later than' },
  finish_no_earlier: { 'zh-CN': '不早于…完成', en: 'finishes no earlier than' },
  finish_no_later: { 'zh-CN': '不晚于…完成', en: 'finishes no later than' },
};

export const gateSteps: Words<GateStep> = {
  argue: { 'zh-CN': '论证', en: 'expert argument' },
  coordinate: { 'zh-CN': '协调', en: 'coordination' },
  approve: { 'zh-CN': '审定', en: 'approval' },
};

export const stopKinds = {
  winter: { 'zh-CN': '冬季停工', en: 'winter stop' },
  rain: { 'zh-CN': '汛期停工', en: 'rain stop' },
  holiday: { 'zh-CN': '节假停工', en: 'holiday stop' },
  other: { 'zh-CN': '其他停工', en: 'other stop' },
} as const;
export type StopKind = keyof typeof stopKinds;
