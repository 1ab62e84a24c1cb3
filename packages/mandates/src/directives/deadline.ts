import type { Deadline } from '../mandate.ts';

/**
 * When something is due, as written, and as a day where the document's own date settles it. Recurring times (每周) and
 * open ones (按期) have a text and no day. A day that would need another document is left open.
 */

type Civil = { readonly year: number; readonly month: number };
type Rule = {
  readonly found: RegExp;
  readonly date: (match: RegExpExecArray, on: Temporal.PlainDate | null) => Temporal.PlainDate | null;
};

const numeral = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const monthOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : chineseMonths.indexOf(text) + 1);

function day(year: number | undefined, month: number, dayOfMonth: number): Temporal.PlainDate | null {
  if (year === undefined || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
  } catch (error) {
    // 2月30日 is written now and then; it is no day.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const endOf = ({ year, month }: Civil): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.with({ day: first.daysInMonth });
};
const month = (year: number | undefined, at: number): Temporal.PlainDate | null =>
  year === undefined || at < 1 || at > 12 ? null : endOf({ year, month: at });

const rules: readonly Rule[] = [
  {
    found: new RegExp('(20\\d{2})年(\\d{1,2})月(\\d{1,2})日(?:之?前|以前|止)?'),
    date: (m) => day(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    found: /(20\d{2})年(\d{1,2})月(?:份|底|末)?(?:之?前|以前|底前|末前)/,
    date: (m) => month(Number(m[1]), Number(m[2])),
  },
  { found: /(20\d{2})年(?:年)?(?:底|末)(?:之?前|以前)?/, date: (m) => day(Number(m[1]), 12, 31) },
  {
    found: /(20\d{2})年(上半年|6月底|三季度|一季度)(?:之?前)?/,
    date: (m) => month(Number(m[1]), { 上半年: 6, '6月底': 6, 三季度: 9, 一季度: 3 }[m[2]!] ?? 12),
  },
  {
    found: new RegExp(`(?<![\\d年])(${numeral})月(${numeral}|\\d{1,2})日(?:之?前|以前|止)?`),
    date: (m, on) => dayInYear(on, monthOf(m[1]!), Number(m[2]) || monthOf(m[2]!)),
  },
  {
    found: new RegExp(`(?<![\\d年])(${numeral})月(?:份)?(?:底|末)(?:之?前|以前)?`),
    date: (m, on) => month(on?.year, monthOf(m[1]!)),
  },
  {
    found: new RegExp(`(?<![\\d年])(${numeral})月份?(?:之?前|以前)`),
    date: (m, on) => month(on?.year, monthOf(m[1]!)),
  },
  {
    found: /(?:今年|本年度?|今年年)(?:底|末)(?:之?前|以前)?|(?<!\d)年(?:底|末)(?:之?前|以前)?/,
    date: (_, on) => day(on?.year, 12, 31),
  },
  { found: /(?:今年)?上半年(?:之?前|内|底前)?(?=完成|前|内|要|实现|建成|，|,)/, date: (_, on) => day(on?.year, 6, 30) },
  { found: /(?:本月|月)(?:底|末)(?:之?前|以前)?/, date: (_, on) => on && endOf(on) },
  { found: /(?:本周|周)(?:末|五|日)(?:之?前|以前)/, date: () => null },
  { found: /(?:今天|今日)[^，,。；]{0,6}?(?=，|,|对|之?前|下班前|内|利用|完成)/, date: (_, on) => on },
  { found: /明天(?:之?前|下班前)?/, date: (_, on) => on && on.add({ days: 1 }) },
  { found: new RegExp(`(\\d{1,3})(?:天|日)(?:之?内|以内)`), date: () => null },
  { found: new RegExp(`(?:${numeral})(?:个工作日|个月|周|年|小时)(?:之?内|以内)`), date: () => null },
  {
    found: /每(?:周|月|天|日|季度|年|旬|半年|半月|两周|逢周[一二三四五])|定期|按[周月季旬](?=报|通报|调度)/,
    date: () => null,
  },
  { found: /即查即改|立行立改|限期|按期|如期|适时|会后|近期|尽快|第一时间/, date: () => null },
];

/** @param on the day the document states for itself; without it only dates with a year can be computed */
export function deadlineIn(text: string, on: string | null): Deadline | null {
  const today = on === null ? null : Temporal.PlainDate.from(on);
  for (const { found, date } of rules) {
    const match = found.exec(text);
    if (match && !isBackground(text, match)) return { text: match[0], date: date(match, today)?.toString() ?? null };
  }
  return null;
}

/** A date in the past, of a meeting or of a document, is no deadline. */
function isBackground(text: string, match: RegExpExecArray): boolean {
  const tail = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
  return /^(国务院|召开|发生|《|印发|会议|以来|起|开始)/.test(tail);
}

/** A day without a year is the next such day, counted from the document's own date. */
function dayInYear(on: Temporal.PlainDate | null, monthNumber: number, dayNumber: number): Temporal.PlainDate | null {
  const here = day(on?.year, monthNumber, dayNumber);
  if (!here || !on) return null;
  return Temporal.PlainDate.compare(here, on) >= 0 || on.since(here).days < 90
    ? here
    : day(on.year + 1, monthNumber, dayNumber);
}
