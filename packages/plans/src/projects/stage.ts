import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * How far a project is, in the words of the trade 形象进度. Each jurisdiction keeps its own vocabulary, in order; what a
 * stage counts as is what totals ("开工9项、竣工5项") are made of.
 */
export const stageCounts = {
  not_started: { 'zh-CN': '未开工', en: 'not started' },
  started: { 'zh-CN': '已开工', en: 'started' },
  finished: { 'zh-CN': '已竣工', en: 'finished' },
} as const;
export type StageCount = keyof typeof stageCounts;

export type Stage = { readonly code: string; readonly name: string; readonly countsAs: StageCount };

/** What a jurisdiction begins with, before it edits its own. */
export const usualStages: readonly Stage[] = [
  { code: 'design', name: '设计', countsAs: 'not_started' },
  { code: 'consultation', name: '征询意见', countsAs: 'not_started' },
  { code: 'approval', name: '审批', countsAs: 'not_started' },
  { code: 'clearing', name: '拆迁', countsAs: 'not_started' },
  { code: 'cleared', name: '拆迁完毕', countsAs: 'not_started' },
  { code: 'begun', name: '开工', countsAs: 'started' },
  { code: 'construction', name: '施工', countsAs: 'started' },
  { code: 'ready_for_acceptance', name: '具备验收条件', countsAs: 'started' },
  { code: 'acceptance', name: '验收', countsAs: 'started' },
  { code: 'completed', name: '竣工', countsAs: 'finished' },
];

/** @param inUse codes that projects or activities stand in */
export function whyNotStages(stages: readonly Stage[], inUse: readonly string[]): Refusal | null {
  const codes = stages.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) return refuse('stage.code_twice', { stage: twice });
  const missing = inUse.find((code) => !codes.includes(code));
  return missing === undefined ? null : refuse('stage.in_use', { stage: missing });
}
