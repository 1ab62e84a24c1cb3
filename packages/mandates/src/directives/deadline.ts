import type { Deadline, Recurrence } from '../mandate.ts';
import { pastAfterDay, pastBeforeDay } from '../rules/time-words.ts';
import { deadlineRules, type DeadlineRule, type DocumentTime, type LimitRank } from './deadline-rules.ts';
import { recurrenceIn } from './recurrence.ts';

/**
 * When something is due, as written, and as a day where the document's own date settles it. Recurring times (每周) and
 * open ones (按期, 汛期前) have a text and no day. A day that would need another document is left open.
 */
export type Times = {
  readonly deadline: Deadline | null;
  /** from when, where the document gives a beginning */
  readonly begin: Deadline | null;
  readonly period: Recurrence | null;
};

type Limit = { readonly text: string; readonly at: number; readonly rank: LimitRank; readonly date: string | null };

/**
 * @param on the day the document states for itself, ISO; without it only dates with a year can be computed
 * @param year the year that the document plans for, where its title says so; months without a year belong to it
 */
export function timesIn(text: string, on: string | null, year: number | null = null): Times {
  const time: DocumentTime = { on: on === null ? null : Temporal.PlainDate.from(on), year };
  const period = recurrenceIn(text);
  const periodAt = period ? text.indexOf(period.text) : -1;
  const limits = limitsIn(text, time).filter(
    (limit) => periodAt < 0 || limit.at >= periodAt + period!.text.length || limit.at + limit.text.length <= periodAt,
  );
  const begin = beginIn(text, time);
  const open = limits.filter((limit) => limit.at !== begin?.at || limit.text.length > begin.text.length);
  const limit =
    latest(open.filter(({ rank }) => rank === 'until')) ?? latest(open.filter(({ rank }) => rank === 'fixed'));
  const loose = open.find(({ rank }) => rank === 'open') ?? open.find(({ rank }) => rank === 'vague');
  const asDeadline = (found: Limit | undefined): Deadline | null =>
    found ? { text: found.text, date: found.date } : null;
  return {
    deadline: asDeadline(limit) ?? (period ? { text: period.text, date: null } : asDeadline(loose)),
    begin: begin && { text: begin.text, date: begin.date },
    period,
  };
}

export const deadlineIn = (text: string, on: string | null, year: number | null = null): Deadline | null =>
  timesIn(text, on, year).deadline;

/** Of several limits the last day; one whose day is not known counts only when no day is. */
function latest(limits: readonly Limit[]): Limit | undefined {
  const dated = limits.filter(({ date }) => date !== null);
  return dated.toSorted((a, b) => (a.date! < b.date! ? 1 : -1))[0] ?? limits[0];
}

const quick = /[年月日号周天旬季前底末内期时]|今|明|后天|快|改|近|会后|课后|场|常|长/;

function limitsIn(text: string, time: DocumentTime): Limit[] {
  if (!quick.test(text)) return [];
  const found: { match: RegExpExecArray; rule: DeadlineRule }[] = [];
  for (const rule of deadlineRules) {
    const match = rule.found.exec(text);
    if (!match) continue;
    found.push({ match, rule });
    const rest = match.index + match[0].length;
    const again = rule.found.exec(text.slice(rest));
    if (again) {
      again.index += rest;
      found.push({ match: again, rule });
    }
  }
  const kept: { match: RegExpExecArray; rule: DeadlineRule }[] = [];
  for (const one of found.toSorted((a, b) => b.match[0].length - a.match[0].length)) {
    const from = one.match.index;
    const to = from + one.match[0].length;
    if (kept.some(({ match }) => match.index < to && match.index + match[0].length > from)) continue;
    kept.push(one);
  }
  return kept
    .filter(({ match, rule }) => rule.rank === 'vague' || !isBackground(text, match))
    .map(({ match, rule }) => ({
      text: match[0],
      at: match.index,
      rank: startsWithEvent(text, match) ? ('open' as const) : rule.rank,
      date: startsWithEvent(text, match) ? null : (rule.day(match, time)?.toString() ?? null),
    }))
    .toSorted((a, b) => a.at - b.at);
}

/** A date in the past, of a meeting or of a document, is no deadline. */
function isBackground(text: string, match: RegExpExecArray): boolean {
  const tail = text.slice(match.index + match[0].length, match.index + match[0].length + 10);
  const isLimit = /(?:前|内|止)$/.test(match[0]);
  if (!isLimit && (pastAfterDay.test(tail) || pastBeforeDay.test(text.slice(0, match.index)))) return true;
  return insideName(text, match.index);
}

/** 《…》: what stands in a title names a document. */
function insideName(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at) && text.indexOf('》', at) >= 0;
}

/** 接到举报后2小时内, 签收之日起15日内: something that the document cannot date starts the clock. */
function startsWithEvent(text: string, match: RegExpExecArray): boolean {
  if (match.groups?.from !== undefined || !/(?:天|日|周|月|年|小时|分钟)(?:之?内|以内)$/.test(match[0])) return false;
  const head = text.slice(0, match.index);
  return /[\u4e00-\u9fff](?:后|之日起|时起|日起)的?$|(?:发现|接到|收到|受理|交办)[^。；]{0,16}$/.test(head);
}

const fromDay = new RegExp(
  '(?:从|自)?(?<written>(?:20\\d{2}年|今年|明年)?\\d{1,2}月(?:\\d{1,2}[日号]|份)?|即日|今天|今日|明天|本周|下周[一二三四五六日]?|下个?月|本月|今年|明年)(?:起|开始(?!之?前))',
);
const firstOfTwo =
  /(?<written>(?:20\d{2}年|今年|明年)?\d{1,2}月\d{1,2}[日号])(?=(?:[（(]周[一二三四五六日][）)])?(?:至|到|—|-|~|～))/;

function beginIn(text: string, time: DocumentTime): Limit | null {
  const match = fromDay.exec(text) ?? firstOfTwo.exec(text);
  if (!match || /^以?来/.test(text.slice(match.index + match[0].length))) return null;
  const written = match.groups!.written!;
  const isDay = /\d[日号]$|^明天/.test(written);
  const rule = deadlineRules.find(({ found }) => found.exec(written)?.[0] === written);
  const here = rule?.found.exec(written);
  const date =
    written === '即日' || written === '今天' || written === '今日'
      ? (time.on?.toString() ?? null)
      : isDay && here
        ? (rule!.day(here, time)?.toString() ?? null)
        : null;
  return { text: match[0], at: match.index, rank: 'fixed', date };
}
