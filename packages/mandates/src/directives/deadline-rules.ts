import { valueOf } from '../quantities/numerals.ts';
import { eventsBefore, feasts, vagueTimes } from '../rules/time-words.ts';
import {
  dayBeforeFeast,
  dayOf,
  endOfMonth,
  endOfQuarter,
  endOfTenDays,
  mondayOf,
  nextWeekday,
  workingDaysAfter,
} from './civil-days.ts';

type Day = Temporal.PlainDate;

/** What the document says about its own time: its day, and the year that its plan is for. */
export type DocumentTime = { readonly on: Day | null; readonly year: number | null };

/**
 * How surely words are a limit: a day until which; a fixed day for the act; a length of time from an event that the
 * document does not date; haste. The surest wins.
 */
export type LimitRank = 'until' | 'fixed' | 'open' | 'vague';

export type DeadlineRule = {
  readonly rank: LimitRank;
  readonly found: RegExp;
  readonly day: (match: RegExpExecArray, time: DocumentTime) => Day | null;
};

const number = '\\d{1,3}|[一二两三四五六七八九十]{1,3}|半';
const months = '\\d{1,2}|[一二三四五六七八九十]{1,2}';
const until = '(?:之?前|以前|为止|止|内|之内|以内)';
const n = (text: string | undefined): number => valueOf(text ?? '') ?? 0;
const wholeYear = (text: string | undefined): number => Number(text!.length === 2 ? `20${text}` : text);

/** 今年, 明年, 本, 2026年 in front of a month; else the year in which the month comes next. */
function yearFor(written: string | undefined, month: number, day: number, { on, year }: DocumentTime): number | null {
  const said = /(20\d{2})/.exec(written ?? '');
  if (said) return Number(said[1]);
  if (/明/.test(written ?? '')) return on ? on.year + 1 : null;
  if (/[今本当]/.test(written ?? '')) return on?.year ?? year;
  if (year !== null) return year;
  if (!on) return null;
  const here = Temporal.PlainDate.from({ year: on.year, month, day: Math.min(day, 28) });
  // What lies a little behind is still meant as written; what lies far behind is meant for next year.
  return Temporal.PlainDate.compare(here, on) >= 0 || on.since(here, { largestUnit: 'days' }).days < 90
    ? on.year
    : on.year + 1;
}

const inYear = (
  written: string | undefined,
  month: number,
  time: DocumentTime,
  make: (year: number) => Day | null,
  day = 28,
): Day | null => {
  if (month < 1 || month > 12) return null;
  const year = yearFor(written, month, day, time);
  return year === null ? null : make(year);
};

const weekdays: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 7 };
const quarters: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  首: 1,
};
const yearWord = '(?<year>20\\d{2}年|今年|明年|本年度?|当年)?(?:的)?';
const clock =
  '(?:[（(](?:周|星期)[一二三四五六日天][）)])?(?:上午|下午|中午|晚上?|早上|凌晨)?(?:\\d{1,2}(?:[:：]\\d{2}分?|[时点](?:\\d{1,2}分|整|半)?))?';

const rule = (
  rank: LimitRank,
  found: string,
  day: (groups: Readonly<Record<string, string | undefined>>, time: DocumentTime) => Day | null,
): DeadlineRule => ({ rank, found: new RegExp(found), day: (match, time) => day(match.groups ?? {}, time) });

/** In the order in which they are tried at one place: the longer way of writing first. */
export const deadlineRules: readonly DeadlineRule[] = [
  // 3月10日至20日, 3月10日—4月5日: the second day ends it.
  rule(
    'until',
    `${yearWord}(?<month>${months})月(?:\\d{1,2})[日号]?${clock}(?:至|到|—+|-|－|~|～)(?:20\\d{2}年)?(?:(?<month2>${months})月)?(?<day>\\d{1,2})[日号]${clock}(?:${until})?`,
    ({ year, month, month2, day }, time) => {
      const last = n(month2 ?? month);
      return inYear(year, last, time, (y) => dayOf(last < n(month) ? y + 1 : y, last, n(day)), n(day));
    },
  ),
  rule(
    'until',
    `${yearWord}(?:${months})月份?(?:至|到|—+|-|－|~|～)(?<month>${months})月(?:份|底|末)?${until}?`,
    ({ year, month }, time) => inYear(year, n(month), time, (y) => endOfMonth(y, n(month))),
  ),
  rule(
    'until',
    `(?<![\\d年])${yearWord}(?<month>${months})月(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]${clock}${until}`,
    ({ year, month, day }, time) => inYear(year, n(month), time, (y) => dayOf(y, n(month), n(day)), n(day)),
  ),
  rule(
    'fixed',
    `(?<![\\d年])${yearWord}(?<month>${months})月(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]${clock}`,
    ({ year, month, day }, time) => inYear(year, n(month), time, (y) => dayOf(y, n(month), n(day)), n(day)),
  ),
  rule(
    'until',
    `(?<![\\d年])${yearWord}(?<month>${months})月份?(?<part>[上中下])旬(?:末|底)?${until}?`,
    ({ year, month, part }, time) =>
      inYear(year, n(month), time, (y) => endOfTenDays(y, n(month), part as '上' | '中' | '下')),
  ),
  rule(
    'until',
    `(?<![\\d年个])${yearWord}(?<month>${months})月份?(?:底|末)${until}?|(?<![\\d年个])${yearWord.replace('year', 'year2')}(?<month2>${months})月份?${until}`,
    ({ year, year2, month, month2 }, time) => {
      const last = n(month ?? month2);
      return inYear(year ?? year2, last, time, (y) => endOfMonth(y, last));
    },
  ),
  rule(
    'until',
    `(?<year>20\\d{2}年|今年|明年|本年度?|当年)(?:的)?(?:上半年)(?:末|底)?${until}?|(?<!去年|前年)(?<half>上半年)(?:末|底)?${until}?(?=[^，,。；]{0,14}(?:完成|建成|实现|启动|开工|投|全部|要|必须|，|,|拆除|整治|改造|清零|交付|竣工))`,
    ({ year }, time) => inYear(year, 6, time, (y) => endOfMonth(y, 6)),
  ),
  rule('until', `${yearWord}下半年(?:末|底)?${until}?`, ({ year }, time) =>
    inYear(year ?? '今年', 12, time, (y) => endOfMonth(y, 12)),
  ),
  rule('until', `${yearWord}(?:第)?(?<quarter>[一二三四1-4首])季度(?:末|底)?${until}?`, ({ year, quarter }, time) =>
    inYear(year, quarters[quarter!]! * 3, time, (y) => endOfQuarter(y, quarters[quarter!]!)),
  ),
  rule('until', `(?<which>本|这个?|下个?)?季度?(?:末|底)${until}?`, ({ which }, { on }) =>
    on ? endOfQuarter(on.year, Math.ceil(on.month / 3) + (/下/.test(which ?? '') ? 1 : 0)) : null,
  ),
  rule(
    'until',
    `(?<year>20\\d{2})年(?:年)?(?:底|末)?${until}|(?<year2>20\\d{2})年(?:年)?(?:底|末)`,
    ({ year, year2 }) => dayOf(wholeYear(year ?? year2), 12, 31),
  ),
  rule('until', `(?:到|至)(?<year>20\\d{2})年(?!\\d|来|的|以)`, ({ year }) => dayOf(wholeYear(year), 12, 31)),
  rule(
    'until',
    `(?<year>今|明|本|当)?(?:(?<=[今明本当])年(?=年))?(?<![\\d近每全多两一二三四五六七八九十])年(?:底|末|终|内)(?:之?前|以前)?`,
    ({ year }, { on, year: planned }) => {
      const base = /明/.test(year ?? '')
        ? on
          ? on.year + 1
          : null
        : /[今本当]/.test(year ?? '')
          ? (on?.year ?? planned)
          : (planned ?? on?.year ?? null);
      return base === null ? null : dayOf(base, 12, 31);
    },
  ),
  rule(
    'until',
    `(?<which>下个?)月(?:份)?(?:底|末|内|之?前)?(?:之?前)?`,
    (_, { on }) => on && endOfMonth(on.year, on.month + 1),
  ),
  rule(
    'until',
    `(?<!每)(?:(?:本|这个?|当)月(?:份)?(?:底|末|内|之内)?|(?<![\\d一二三四五六七八九十个每按逐])月(?:底|末))(?:之?前|以前)?`,
    (_, { on }) => on && endOfMonth(on.year, on.month),
  ),
  rule(
    'until',
    `(?<which>本|这个?|下个?)(?:周|星期)(?<weekday>[一二三四五六日天末])?${clock}${until}?`,
    ({ which, weekday }, { on }) =>
      on && mondayOf(on).add({ days: (/下/.test(which!) ? 7 : 0) + (weekdays[weekday ?? '日'] ?? 7) - 1 }),
  ),
  rule(
    'until',
    `(?<![每逢双单两一半\\d])(?:周|星期)(?<weekday>[一二三四五六日天])(?!次|个|期|名|至|到|—)${clock}(?:下班)?${until}?`,
    ({ weekday }, { on }) => on && nextWeekday(on, weekdays[weekday!]!),
  ),
  rule(
    'until',
    `(?<word>今天|今日|今晚|今夜|明天|明日|明早|明晚|后天)(?:利用)?(?:上午|下午|中午|晚上?|下班)?(?:时间)?${clock}(?:下班)?${until}?`,
    ({ word }, { on }) => on && on.add({ days: /明/.test(word!) ? 1 : /后/.test(word!) ? 2 : 0 }),
  ),
  // A length of time that runs from the document's own day, unless an event starts it.
  rule(
    'until',
    `(?<from>(?:自|从)?(?:即日|今天|今日|本(?:通知|方案|办法|通报|意见)?(?:印发|发布|下发)|(?:通知|方案|文件|通报)?(?:印发|发布|下发))(?:之日)?起|会后)?(?:在)?(?<count>${number})(?<unit>个工作日|工作日|个月|周|天|日|小时|年)(?<tail>之?内|以内)`,
    ({ count, unit }, { on }) => on && daysAfter(on, n(count), unit!),
  ),
  // 26日零点以前 ends with the day before.
  rule(
    'until',
    `(?<which>\\d{1,2})[日号](?:上午|下午|中午|晚上?|凌晨)?(?:(?<midnight>零[时点]|0[时点])|\\d{1,2}[时点]半?|\\d{1,2}[:：]\\d{2})?(?:下班)?(?:之?前|以前)`,
    ({ which, midnight }, { on }) => {
      const here = on && dayOf(on.year, on.month, n(which));
      if (!on || !here) return null;
      const day = Temporal.PlainDate.compare(here, on) >= 0 ? here : here.add({ months: 1 });
      return midnight === undefined ? day : day.subtract({ days: 1 });
    },
  ),
  rule(
    'fixed',
    `(?<![\\d月])(?<which>\\d{1,2})[日号](?:[（(][^（）()]{2,4}[）)])?(?:上午|下午|中午|晚上?|放学)${clock}`,
    ({ which }, { on }) => {
      const here = on && dayOf(on.year, on.month, n(which));
      return here && (Temporal.PlainDate.compare(here, on) >= 0 ? here : here.add({ months: 1 }));
    },
  ),
  rule(
    'until',
    `(?<name>${[...feasts.map((feast) => feast.name.source), '清明'].join('|')})[”"]?(?:节|假期|长假|小长假)?[”"]?(?:来临|到来)?(?:之?前|以前)`,
    ({ name }, { on }) => on && dayBeforeFeast(name!, on),
  ),
  rule(
    'open',
    `(?:${eventsBefore.toSorted((a, b) => b.length - a.length).join('|')})(?:来临|到来|开始)?之?前(?!期|面|段|列|后|提|景|沿|者|所|来|去|往|端)`,
    () => null,
  ),
  rule('fixed', `(?<![\\d年个第])${yearWord}(?<month>${months})月份(?!的)`, ({ year, month }, time) =>
    inYear(year, n(month), time, (y) => endOfMonth(y, n(month))),
  ),
  rule(
    'open',
    `(?:[^，,。；\\d要在于须应]{2,8}?(?:后|之日起))?(?:的)?(?:${number})(?:个工作日|个月|周|天|日|小时|分钟)(?:之?内|以内)`,
    () => null,
  ),
  rule(
    'until',
    `(?:本|这个|当)月(?<which>\\d{1,2})[日号](?:上午|下午|中午)?(?:下班)?(?:之?前|以前)?`,
    ({ which }, { on }) => on && dayOf(on.year, on.month, n(which)),
  ),
  rule(
    'fixed',
    `(?<![\\d年个第每])(?<month>\\d{1,2})月(?=(?:全部|全面|正式|如期)*(?:投入|开工|完成|建成|启动|启用|交付|通车|举行|召开|开展|竣工|完工|投用))`,
    ({ month }, time) => inYear(undefined, n(month), time, (y) => endOfMonth(y, n(month))),
  ),
  rule('fixed', `^(?:到|至)?(?<year>20\\d{2})年(?!\\d|来|以来|度|的|《|上半年|下半年)`, ({ year }) =>
    dayOf(wholeYear(year), 12, 31),
  ),
  rule('vague', vagueTimes.toSorted((a, b) => b.length - a.length).join('|'), () => null),
];

function daysAfter(on: Day, count: number, unit: string): Day | null {
  if (count === 0) return null;
  if (/工作日/.test(unit)) return workingDaysAfter(on, Math.ceil(count));
  if (unit === '个月') return count === 0.5 ? on.add({ days: 15 }) : on.add({ months: count });
  if (unit === '小时') return on.add({ days: Math.ceil(count / 24) });
  if (unit === '年') return count === 0.5 ? on.add({ months: 6 }) : on.add({ years: count });
  return on.add({ days: Math.ceil(count * (unit === '周' ? 7 : 1)) });
}
