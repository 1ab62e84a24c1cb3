import type { DirectiveView } from '@duban/contract/directive-view';
import type { Locale } from '@duban/contract/problem-texts';
import type { Period } from '@duban/mandates/review/period';

/** The words of a review in a file that leaves the house. */

type Words = Readonly<Record<Locale, string>>;

export const outcomeWords: Readonly<Record<DirectiveView['outcome'], Words>> = {
  task: { 'zh-CN': '任务', en: 'task' },
  target: { 'zh-CN': '目标', en: 'target' },
  indicator: { 'zh-CN': '指标', en: 'indicator' },
  promise: { 'zh-CN': '承诺', en: 'promise' },
  case: { 'zh-CN': '问题', en: 'case' },
};

export const stateWords: Readonly<Record<DirectiveView['state'], Words>> = {
  proposed: { 'zh-CN': '待审核', en: 'proposed' },
  accepted: { 'zh-CN': '已采纳', en: 'accepted' },
  rejected: { 'zh-CN': '未采纳', en: 'rejected' },
  sent: { 'zh-CN': '已下达', en: 'sent' },
  carried: { 'zh-CN': '沿用上一版', en: 'sent before' },
};

export const periodWords: Readonly<Record<Period, Words>> = {
  day: { 'zh-CN': '每天', en: 'daily' },
  week: { 'zh-CN': '每周', en: 'weekly' },
  half_month: { 'zh-CN': '每半月', en: 'twice a month' },
  ten_days: { 'zh-CN': '每旬', en: 'every ten days' },
  month: { 'zh-CN': '每月', en: 'monthly' },
  quarter: { 'zh-CN': '每季度', en: 'quarterly' },
  half_year: { 'zh-CN': '每半年', en: 'twice a year' },
  year: { 'zh-CN': '每年', en: 'yearly' },
};
