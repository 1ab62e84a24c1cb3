import type { Bound, Comparison, Quantity } from '../mandate.ts';
import { achievedWords, stockWords, targetWords } from '../rules/measure-words.ts';
import { isTimeUnit } from './number-patterns.ts';

/** What is said about a number around it: whose it is, of when, compared with what. */

const boundary = /[，,。；;！？!?\n\t（(）)：:]/;

/** No clause is longer, in characters: a text without punctuation is searched this far from a number and no further. */
const LONGEST_CLAUSE = 200;

/** The clause that a number stands in. */
export function clauseAround(text: string, from: number, to: number): { start: number; end: number } {
  const first = Math.max(0, from - LONGEST_CLAUSE);
  const last = Math.min(text.length, to + LONGEST_CLAUSE);
  let start = from;
  while (start > first && !boundary.test(text[start - 1]!)) start--;
  let end = to;
  while (end < last && !boundary.test(text[end]!)) end++;
  return { start, end };
}

const clauseTail =
  /(?:共|已|约|近|接近|超过?|突破|达到?|为|是|完成|新增|累计|预计|需要|目前|增长|下降|上升|减少|占|合计|不到|不足|只|仅用?|由|提高至?到?|的|了|计|有|撤除|拆除|确定|划拨|资金|不低于|不少于|至少|力争|确保)+$/;

export function subjectOf(text: string, start: number, from: number, to: number, end: number): string {
  const behind = /^(?:的)?([\u4e00-\u9fff“”]{2,14}?)(?=已|都|均|分别|实施|具备|进行|的改造|之一|$|[、])/.exec(
    text.slice(to, end),
  )?.[1];
  const ahead = text
    .slice(start, from)
    .replace(clauseTail, '')
    .replace(/^.*\d[^、]*、/, '')
    .replace(/^.*?(对|将|把)/, '');
  if (behind && !/^(以上|以下|左右|提高|完成|用于)/.test(behind)) return behind;
  return plainSubject(ahead.slice(-20) || (behind ?? ''));
}

/** 共, 目前已, 我区: said with the subject, no part of it. Empty when nothing else is left (同比, 分别, 均). */
const plainSubject = (subject: string): string =>
  subject
    .replace(/^(?:共|目前|已|累计|[我全][区市县省镇](?:共)?|其中|分别|同比|环比|均|都|将|要)+/, '')
    .replace(/(?:同比|环比|分别|均)+$/, '');

export function kindOf(unit: string, text: string, from: number, to: number, clause: string): Quantity['kind'] {
  if (unit.endsWith('元')) return 'money';
  if (/^[位名强]$/.test(unit) && text[from - 1] === '前') return 'rank';
  if (/[%％‰]|百分点|[倍成折]$/.test(unit)) return 'rate';
  if (isTimeUnit.test(unit)) return 'date-count';
  if (stockWords.test(text.slice(Math.max(0, from - 16), from))) return 'stock';
  if (/(任务|目标|承担|承当)/.test(clause)) return 'target';
  if (targetWords.test(clause) && !/(已|完成了|了)/.test(clause)) return 'target';
  const near = text.slice(Math.max(0, from - 24), Math.min(text.length, to + 12));
  return achievedWords.test(near) ? 'achieved' : 'stock';
}

/** Money and rates have a kind of their own; whether they are to be reached or were reached is said beside it. */
export function statusOf(kind: Quantity['kind'], clause: string): Quantity['status'] {
  if (kind === 'target' || kind === 'achieved') return kind;
  if (kind === 'stock' || kind === 'rank') return 'state';
  if (/(已|了|累计|共|完成投资)/.test(clause)) return 'achieved';
  if (targetWords.test(clause) || /以上$|以内$/.test(clause)) return 'target';
  return 'state';
}

const bounds: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:多|余|几|有余|之多|开外|以上|不少于|不低于|不小于|至少|最少|最低)$/, 'at_least'],
  [/^(?:超过?|突破|逾|高于|多于|上千|高达)$/, 'more_than'],
  [/^(?:以内|之内|以下|不超过|不高于|不大于|不多于|至多|最多|最高|控制在)$/, 'at_most'],
  [/^(?:不到|不足|未满|不满|接近|将近|近|低于|少于)$/, 'less_than'],
  [/^(?:约|大约|大概|约为|左右|上下|来|不等|之间)$/, 'about'],
];

export const boundOf = (qualifier: string | null): Bound =>
  bounds.find(([words]) => words.test(qualifier ?? ''))?.[1] ?? 'exact';

const times =
  /截至(?:20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底)?|目前|去年底|今年[^，,。]{0,4})|到目前为止|目前|(?:去年|今年|20\d{2}年)?(?:上半年|下半年|[一二三四]季度|前[一二三四五六七八九十\d]{1,2}个月|年底|末)|去年|今年|20\d{2}年(?!\d)|近[一二三四五\d]年(?:来)?|“十[一二三四五]五”(?:期间|时期)?/g;

/** The nearest time that the sentence up to the number, or the number's own clause, speaks of. */
export function asOfIn(text: string, from: number, clauseEnd: number): string | null {
  const before = text.slice(Math.max(0, from - 80), from);
  const sentenceStart = Math.max(...['。', '；', '\n', '！'].map((stop) => before.lastIndexOf(stop))) + 1;
  const found = [...(before.slice(sentenceStart) + text.slice(from, clauseEnd)).matchAll(times)];
  return found.at(-1)?.[0] ?? null;
}

/** 同比增长, 环比下降, 比去年增加, 由5元提高至10元. */
export function comparisonOf(text: string, start: number, from: number, end: number): Comparison | null {
  const head = text.slice(start, from);
  const around = text.slice(Math.max(0, start - 40), from);
  const near = around.slice(around.lastIndexOf('。') + 1);
  const direction = /增长|增加|上升|提高|提升|多(?:了)?$|高(?:出|于)?/.test(head)
    ? 'up'
    : /下降|减少|降低|回落|降至|少(?:了)?$|低于/.test(head)
      ? 'down'
      : null;
  const moves = /(?:增长|增加|上升|提高|提升|下降|减少|降低|回落|多|少|升|降|增|减)(?:了|到|至|约|近)?$/.test(head);
  if (/同比/.test(head) || (moves && /同比/.test(near))) return { kind: 'year_on_year', direction, text: head };
  if (/环比|比上(?:月|季|周|期)/.test(head)) return { kind: 'period_on_period', direction, text: head };
  if (/(?:比|较)[^，,。；]{1,14}(?:增|减|降|升|提|多|少|高|低|快|慢)/.test(head))
    return { kind: 'than', direction, text: head };
  if (
    /(?:由|从)[^，,。；]{0,12}\d[^，,。；]{0,12}(?:提高|增加|扩大|下降|降|减少|压缩|缩短)[^，,。；]{0,3}(?:到|至|为)$/.test(
      head,
    )
  )
    return { kind: 'from', direction, text: text.slice(start, end) };
  return null;
}

/** The group that a rank is taken in: 全省, 市辖五区. */
export function peerGroupOf(text: string, start: number, from: number, group: string): string | null {
  const said = group.replace(/^(?:在|于|到)/, '').replace(/(?:的|中|里|内)$/, '');
  if (said !== '') return said;
  const before =
    /((?:全|各)[国省市区县][^，,。；]{0,6}?|[市省]辖?[一二三四五六七八九十\d]{1,3}(?:个)?[区县](?:县)?|同类[^，,。；]{1,6}?|[*＊\d一二三四五六七八九十]{1,3}个[县市区]{1,2})(?:位列|居|列|排名?|前)?$/.exec(
      text.slice(start, from),
    )?.[1];
  return before ?? null;
}
