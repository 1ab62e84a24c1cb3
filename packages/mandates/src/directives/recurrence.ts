import type { Recurrence } from '../mandate.ts';
import { valueOf } from '../quantities/numerals.ts';

const units: Readonly<Record<string, Recurrence['unit']>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  半月: 'half_month',
  半个月: 'half_month',
  旬: 'ten_days',
  月: 'month',
  月份: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half_year',
  年: 'year',
  年度: 'year',
};

/** Where a recurrence ends within its period: 每月5日前, 每周五, 每季度末. */
const within =
  '(?:[一二三四五六日天](?!次|名|个|至|天)(?:下班)?(?:之?前)?|\\d{1,2}[日号](?:之?前|以前)?|[底末](?:之?前)?|最后一天|最后一个工作日(?:之?前)?|上旬|中旬|下旬)?';
const every = new RegExp(
  `(?<!保费由)每(?<count>[两二三四五六七八九十]|十五|\\d{1,2}|隔[一两]?)?(?<half>半)?个?(?<unit>天|日|周|星期|旬|月|季度|季|年度|年)(?!生|人|户|度)${within}(?!\\d+(?:\\.\\d+)?[万亿]?元)`,
);
const by =
  /(?:按|逐)(?<unit>日|周|旬|月|季度?|年度?)(?=报|通|调度|检|排|公|考|评|督|汇|推|上|反馈|分析|研判|更新|开展|组织)/;
const once =
  /(?<![每本这下上第隔])(?:(?<count>[一两二三])(?<unit>周|月|季度|年|日|天|旬)(?<times>[一两二三])(?:次|调度|通报|小结|检查|排名|评比|更新|报)|(?<bare>周|月|季度|年|日|旬)(?<bareTimes>[一两二三])次)/;
const named = /(?<![本这下上一二三四五六七八九十\d每])(?<unit>日|周|旬|月|季度?)(?:调度|例会|通报|报告|排名|研判)/;

/** The first recurrence that a text states; null for what is done once. */
export function recurrenceIn(text: string): Recurrence | null {
  const match = every.exec(text);
  if (match?.groups && !isRate(text, match)) {
    const { count, half, unit } = match.groups;
    const skipped = count?.startsWith('隔') ? 2 : (valueOf(count ?? '') ?? 1);
    return {
      text: match[0],
      unit: units[`${half ?? ''}${unit}`] ?? units[unit!]!,
      every: skipped === 0 ? 1 : skipped,
      times: timesIn(text.slice(match.index, match.index + match[0].length + 16)),
    };
  }
  const found = by.exec(text) ?? named.exec(text);
  if (found?.groups) return { text: found[0], unit: units[found.groups.unit!]!, every: 1, times: null };
  const counted = once.exec(text);
  if (counted?.groups) {
    const { count, unit, times, bare, bareTimes } = counted.groups;
    return {
      text: counted[0],
      unit: units[unit ?? bare!]!,
      every: count ? valueOf(count)! : 1,
      times: valueOf(times ?? bareTimes!),
    };
  }
  return null;
}

/** 每年5000元, 每月3人: an amount per period, not an act that comes again. */
function isRate(text: string, match: RegExpExecArray): boolean {
  const tail = text.slice(match.index + match[0].length);
  return /^(?:人均|户均)?\d+(?:\.\d+)?[万亿千百]*(?!次|场|期|轮|篇|遍|时|点|小时|份|名|个)[元人吨件户度]/.test(tail);
}

const counts =
  /(?:至少|不少于|不低于)?(?:[^，,。；\d]{0,6}?)([一二两三四五六七八九十]|\d{1,2})(?:到[一二两三四五]|[—\-~至][一二两三四五\d])?(?:次|场|期|遍|轮)/;

function timesIn(text: string): number | null {
  const match = counts.exec(text);
  return match ? valueOf(match[1]!) : null;
}
