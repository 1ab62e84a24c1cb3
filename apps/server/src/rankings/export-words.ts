import type { TraceStepView } from '@duban/contract/rankings';
import type { Locale } from '@duban/contract/problem-texts';
import type { CountField } from '@duban/rankings/count';

/** The words of an exported ranking. The pages have their own; these are for the file that is passed on. */

export const fieldWords: Readonly<Record<CountField, Record<Locale, string>>> = {
  due: { 'zh-CN': '应整改', en: 'Due' },
  rectified: { 'zh-CN': '已整改', en: 'Rectified' },
  closedOnTime: { 'zh-CN': '按期整改', en: 'Rectified on time' },
  closedLate: { 'zh-CN': '逾期整改', en: 'Rectified late' },
  open: { 'zh-CN': '未整改', en: 'Not done' },
  relapsed: { 'zh-CN': '反弹', en: 'Relapsed' },
  unknown: { 'zh-CN': '情况不明', en: 'Unknown' },
  exempt: { 'zh-CN': '剔除', en: 'Exempt' },
  extended: { 'zh-CN': '曾延期', en: 'Extended' },
  returned: { 'zh-CN': '曾退回', en: 'Returned' },
  reworked: { 'zh-CN': '曾返工', en: 'Reworked' },
  awaitingCheck: { 'zh-CN': '待核查', en: 'Awaiting check' },
  informedOnly: { 'zh-CN': '告知性结案', en: 'Informed only' },
  arrived: { 'zh-CN': '本期新派', en: 'Arrived' },
  suspended: { 'zh-CN': '挂账', en: 'Suspended' },
};

export const words = {
  table: { 'zh-CN': '排名', en: 'Ranking' },
  method: { 'zh-CN': '口径与方法', en: 'Method' },
  trace: { 'zh-CN': '计算过程', en: 'Trace' },
  rank: { 'zh-CN': '名次', en: 'Rank' },
  band: { 'zh-CN': '档', en: 'Band' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  rectification: { 'zh-CN': '整改率（%）', en: 'Rectification rate (%)' },
  onTime: { 'zh-CN': '按期整改率（%）', en: 'On-time rate (%)' },
  relapse: { 'zh-CN': '反弹率（%）', en: 'Relapse rate (%)' },
  change: { 'zh-CN': '较上期（百分点）', en: 'Change (points)' },
  changeYear: { 'zh-CN': '较上年同期（百分点）', en: 'Change on the year (points)' },
  notRanked: { 'zh-CN': '不排名', en: 'not ranked' },
  none: { 'zh-CN': '—', en: '—' },
  total: { 'zh-CN': '合计', en: 'Total' },
} as const satisfies Record<string, Record<Locale, string>>;

const reasons = {
  nothing_due: { 'zh-CN': '本期没有应整改的案件', en: 'nothing was due' },
  all_unknown: { 'zh-CN': '全部案件情况不明', en: 'all outcomes are unknown' },
  below_minimum: { 'zh-CN': '未达到最低基数', en: 'below the minimum number' },
} as const satisfies Record<string, Record<Locale, string>>;

export function reasonWords(reason: string, locale: Locale): string {
  return reason in reasons ? reasons[reason as keyof typeof reasons][locale] : reason;
}

/** One step of a trace as a sentence with the counts in it. */
export function stepWords(step: TraceStepView, locale: Locale): string {
  const zh = locale === 'zh-CN';
  switch (step.step) {
    case 'cohort':
      return zh
        ? `应整改 ${step.due} 件（另剔除 ${step.exempt} 件）`
        : `${step.due} due (${step.exempt} exempt beside them)`;
    case 'sum': {
      const terms = step.terms.map(({ field, count }) => `${fieldWords[field as CountField][locale]} ${count}`);
      const name = step.of === 'numerator' ? (zh ? '分子' : 'numerator') : zh ? '分母' : 'denominator';
      return `${name} = ${terms.join(' + ')} = ${step.total}`;
    }
    case 'divide':
      return `${step.numerator} ÷ ${step.denominator} = ${step.percent} %`;
    case 'unknown':
      return zh
        ? `另有 ${step.unknown} 件情况不明，不计入分母；若全部计入，在 ${step.lowest} % 到 ${step.highest} % 之间`
        : `${step.unknown} unknown, kept out of the denominator; with them between ${step.lowest} % and ${step.highest} %`;
    case 'no_rate':
      return zh ? '没有可计算的案件，没有比率（不等于 0 %）' : 'nothing to divide by: no rate, which is not 0 %';
    case 'not_ranked': {
      const reason = reasonWords(step.reason, locale);
      return zh
        ? `不排名：${reason}（${step.known} 件，最低 ${step.minimum} 件）`
        : `not ranked: ${reason} (${step.known}, minimum ${step.minimum})`;
    }
    case 'rank':
      return zh
        ? `${step.of} 个单位中 ${step.ahead} 个更好，名次 ${step.place}${step.sharedBy > 1 ? `（${step.sharedBy} 个并列）` : ''}`
        : `${step.ahead} of ${step.of} are better: place ${step.place}${step.sharedBy > 1 ? `, shared by ${step.sharedBy}` : ''}`;
    case 'band':
      return zh
        ? `第 ${step.band} 档；95 % 区间 ${step.low} % 到 ${step.high} %`
        : `band ${step.band}; 95 % interval ${step.low} % to ${step.high} %`;
  }
}
