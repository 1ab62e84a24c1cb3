import type { Quantity, SourceSpan } from '../mandate.ts';
import { forecastWords, nameAfterCount } from '../rules/measure-words.ts';
import {
  asOfIn,
  boundOf,
  clauseAround,
  comparisonOf,
  kindOf,
  peerGroupOf,
  statusOf,
  subjectOf,
} from './describe-quantity.ts';
import {
  characterQuantity,
  digitQuantity,
  qualifierBefore,
  rankQuantity,
  recurringCount,
  shareInCharacters,
} from './number-patterns.ts';
import { valueOf } from './numerals.ts';

/** A number in the clean text. `start` and `end` enclose the clause it stands in, `numberStart` and `numberEnd` itself. */
export type FoundQuantity = Omit<Quantity, keyof SourceSpan> & {
  readonly start: number;
  readonly end: number;
  readonly numberStart: number;
  readonly numberEnd: number;
};

type Number = {
  readonly at: number;
  readonly length: number;
  readonly value: number | null;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly kind?: Quantity['kind'];
  readonly upTo?: number | null;
  readonly group?: string;
};

/** All numbers that say how much or how many. Dates, document numbers, ordinals in names and numbered items are none. */
export function quantitiesIn(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const taken = new Uint8Array(text.length);
  for (const number of [
    ...recurringIn(text),
    ...ranksIn(text),
    ...digitsIn(text),
    ...sharesIn(text),
    ...countsIn(text),
  ]) {
    if (taken.subarray(number.at, number.at + number.length).includes(1)) continue;
    taken.fill(1, number.at, number.at + number.length);
    found.push(described(text, number));
  }
  return withSubjects(
    text,
    found.toSorted((a, b) => a.numberStart - b.numberStart),
  );
}

/** PM10浓度为112微克/立方米，上升*%: a number without a subject has that of the number before it in the sentence. */
function withSubjects(text: string, found: readonly FoundQuantity[]): FoundQuantity[] {
  const named: FoundQuantity[] = [];
  for (const quantity of found) {
    const before = named.at(-1);
    const isSame = before && !/[。；\n！？]/.test(text.slice(before.numberEnd, quantity.numberStart));
    named.push(quantity.subject === '' && isSame ? { ...quantity, subject: before.subject } : quantity);
  }
  return named;
}

function described(
  text: string,
  { at, length, value, unit, qualifier, kind: given, upTo, group }: Number,
): FoundQuantity {
  const { start, end } = clauseAround(text, at, at + length);
  const clause = text.slice(start, end);
  const kind = given ?? kindOf(unit, text, at, at + length, clause);
  return {
    text: clause,
    subject: subjectOf(text, start, at, at + length, end),
    value,
    unit,
    kind,
    qualifier,
    bound: boundOf(qualifier),
    upTo: upTo ?? null,
    status: statusOf(kind, clause),
    forecast: forecastWords.test(clause),
    asOf: asOfIn(text, at, end),
    comparison: comparisonOf(text, start, at, end),
    peerGroup: kind === 'rank' ? peerGroupOf(text, start, at, group ?? '') : null,
    start,
    end,
    numberStart: at,
    numberEnd: at + length,
  };
}

function* recurringIn(text: string): Generator<Number> {
  for (const { index: at, 0: whole, groups } of text.matchAll(recurringCount))
    yield {
      at: at + whole.length - groups!.value!.length - groups!.unit!.length,
      length: groups!.value!.length + groups!.unit!.length,
      value: valueOf(groups!.value!),
      unit: groups!.unit!,
      qualifier: groups!.every!,
      kind: 'date-count',
    };
}

function* ranksIn(text: string): Generator<Number> {
  for (const { index: at, 0: whole, groups } of text.matchAll(rankQuantity)) {
    const { value, value2, value3, value4, unit, unit3, unit4, group = '' } = groups!;
    yield {
      at,
      length: whole.length,
      value: valueOf(value ?? value2 ?? value3 ?? value4!),
      unit: unit ?? unit3 ?? unit4 ?? '位',
      qualifier: value4 === undefined ? null : '前',
      kind: 'rank',
      group,
    };
  }
}

function* digitsIn(text: string): Generator<Number> {
  for (const match of text.matchAll(digitQuantity)) {
    if (isNoQuantity(text, match)) continue;
    const { value, upTo, some, big = '', more, unit, time, rate, bare, rest, after } = match.groups!;
    const head = text.slice(Math.max(0, match.index - 16), match.index);
    const prefix = qualifierBefore.exec(head)?.[1] ?? null;
    const forecast = /预计[^，,。；]{0,12}$/.test(head) ? '预计' : null;
    const found: Number = {
      at: match.index,
      length: match[0].length,
      value: valueOf(value!),
      unit: bare ?? rate ?? time ?? `${big}${unit}`,
      qualifier: after ?? some ?? more ?? rest ?? (isQualifier(prefix) ? prefix : null) ?? forecast,
      upTo: upTo === undefined ? null : valueOf(upTo),
    };
    // 300元至800元: each end says its unit, and each is a number of its own.
    const second = upTo === undefined ? -1 : match[0].search(/(?<=[元个天][—–\-~～－至到]{1,2})[\d０-９]/);
    if (second < 0) yield found;
    else {
      yield { ...found, length: second - 1 };
      yield {
        ...found,
        at: match.index + second,
        length: match[0].length - second,
        value: found.upTo ?? null,
        upTo: null,
      };
    }
  }
}

/** 达到 and 力争 stand before many numbers and change none of them. */
const isQualifier = (word: string | null): boolean => word !== null && !/^(?:达到|力争|保持在|稳定在)$/.test(word);

function* sharesIn(text: string): Generator<Number> {
  for (const { index: at, 0: whole, groups } of text.matchAll(shareInCharacters)) {
    const { percent, lower, upper, tenths, half, after } = groups!;
    if (isInName(text, at, at + whole.length)) continue;
    const share = lower === undefined ? null : valueOf(upper!)! / valueOf(lower)!;
    yield {
      at,
      length: whole.length,
      value: share ?? valueOf(percent ?? tenths!)! + (half === undefined ? 0 : 0.5),
      unit: percent === undefined ? (tenths === undefined ? '' : '成') : '%',
      qualifier: after ?? null,
      kind: 'rate',
    };
  }
}

function* countsIn(text: string): Generator<Number> {
  for (const { index: at, 0: whole, groups } of text.matchAll(characterQuantity)) {
    const { value1, value2, value3, value4, unit1, unit2, unit3, unit4, some1, some2, some4, after } = groups!;
    const numeral = value1 ?? value2 ?? value3 ?? value4!;
    const unit = unit1 ?? unit2 ?? unit3 ?? unit4!;
    const tail = text.slice(at + whole.length, at + whole.length + 8);
    if (/^[百千零〇]+$/.test(numeral) || isInName(text, at, at + whole.length) || nameAfterCount.test(tail)) continue;
    // One of something is no count (一个部门, 一名干部) unless it is said to be the least.
    if (
      numeral === '一' &&
      value3 === undefined &&
      value4 === undefined &&
      !leastOne.test(text.slice(Math.max(0, at - 4), at))
    )
      continue;
    // 二轮, 二回: two of them would be 两轮.
    if (numeral === '二' && /^[轮回支块口份]$/.test(unit)) continue;
    if (unit === '小时' && numeral === '二十四' && allDay.test(tail)) continue;
    if (unit === '次' && /[再多首每]/.test(text[at - 1] ?? '')) continue;
    if (unit === '年' && /^(?:行动|规划|计划|级|制|任期|一)/.test(tail)) continue;
    const head = text.slice(Math.max(0, at - 8), at);
    const prefix = qualifierBefore.exec(head)?.[1] ?? null;
    yield {
      at,
      length: whole.length,
      value: valueOf(numeral),
      unit,
      qualifier: after ?? some1 ?? some2 ?? some4 ?? (isQualifier(prefix) ? prefix : null),
    };
  }
}

const leastOne = /(?:至少|不少于|最少)[\u4e00-\u9fff]?$/;

const lengthBefore =
  /(?:租期|工期|任期|保修|质保|使用|连续|近|历时|已有|使用|为期|长达|满|超过?|年限|期限|合同|至今|成立|建成|工作|有期徒刑|提前|推迟|延长|每|奋战)$/;
const lengthAfter = /^(?:内|以上|以下|以来|来|左右|多|期|之久|时间|历史|后|前|周期|规划|质保|的)/;

function isNoQuantity(text: string, match: RegExpExecArray): boolean {
  const { value = '', time, unit } = match.groups!;
  const head = text.slice(Math.max(0, match.index - 6), match.index);
  const tail = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
  if (time === '年') {
    if (/^[*＊]/.test(value)) return /^[*＊\d]*月/.test(tail);
    if (/^(?:行动|规划|计划|级)/.test(tail)) return true;
    return (
      // 3.2024年: the number of a list item and a year.
      value.length === 4 ||
      /^\d{1,2}[.．]20\d{2}$/.test(value) ||
      (/^\d{2}$/.test(value) && !lengthBefore.test(head) && !lengthAfter.test(`${match.groups!.after ?? ''}${tail}`)) ||
      value.startsWith('0')
    );
  }
  if (time === '月') return true;
  if (time === '日') return !/^(?:内|之内|以内)/.test(`${match.groups!.after ?? ''}${tail}`) || head.endsWith('月');
  if (unit === '分' && /\d[时点]$/.test(head)) return true;
  if (unit === '次' && value === '1' && !/每/.test(head)) return true;
  if (unit === '米' && /PM$/i.test(head)) return true;
  if (unit === '字' && /(全文|省略|共)$/.test(head)) return true;
  if (time === '小时' && value === '24' && allDay.test(tail)) return true;
  if (unit === '页' && /^(?:数|格式)/.test(tail)) return true;
  if (unit === '方' && /^[面案式向便可法位]/.test(tail)) return true;
  if (/^[幢栋]$/.test(unit ?? '') && isBuildingNumber(text, match)) return true;
  if (unit === '部' && /^[长门队委署]/.test(tail)) return true;
  if (unit === '处' && /^[长理室]/.test(tail)) return true;
  if (unit === '家' && tail.startsWith('庭')) return true;
  if (time === '周' && head.endsWith('第')) return true;
  return (
    head.endsWith('第') ||
    /[〔[]\d*$/.test(head) ||
    /^(号|级)/.test(tail) ||
    isInName(text, match.index, match.index + match[0].length)
  );
}

/** 24小时营业 is a way of working. */
const allDay = /^[^，,。；]{0,2}(?:营业|服务|值班|值守|在线|开放|不间断|畅通|巡查|监控|待命|通讯)/;

/** 6幢2单元, a row that begins with 3幢: the number of a building, not how many. */
function isBuildingNumber(text: string, match: RegExpExecArray): boolean {
  const tail = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
  return (
    /^(?:\d|单元|[\s\u3000]|$)/.test(tail) ||
    /(?<!全[小社园])[\n区园苑]$/.test(text.slice(Math.max(0, match.index - 3), match.index))
  );
}

const LONGEST_NAME = 12;

/** “15分钟生活圈”, 10分钟便民圈: a number in a short quotation, or in front of a circle of services, is part of a name. */
function isInName(text: string, from: number, to: number): boolean {
  if (/^[\u4e00-\u9fff]{0,6}圈/.test(text.slice(to, to + 7)) && /[分小]/.test(text.slice(from, to))) return true;
  // Neither end of a name is looked for further away than a name is long.
  const first = Math.max(0, from - LONGEST_NAME);
  const open = text.slice(first, from + 1).lastIndexOf('“');
  if (open < 0) return false;
  const close = text.slice(first + open, first + open + LONGEST_NAME + 2).indexOf('”');
  return close >= 0 && first + open + close >= to;
}
