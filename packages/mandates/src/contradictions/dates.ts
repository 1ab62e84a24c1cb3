import type { Span } from '../mandate.ts';
import type { DocumentFacts } from './document-facts.ts';
import { contradiction, type FoundContradiction } from './found-contradiction.ts';

/** Days that no calendar has, weekdays that do not fit, and dates that contradict each other. */
export function wrongDates(text: string, facts: DocumentFacts): FoundContradiction[] {
  return [
    ...impossibleDays(text),
    ...wrongWeekdays(text, facts.date),
    ...backwards(text),
    ...publishedBefore(text, facts),
  ];
}

const day = '(?:(?<!\\d)((?:19|20)\\d{2})年)?(?<!\\d)(\\d{1,2})月(\\d{1,2})日';

function dayOf(year: number, month: number, dayOfMonth: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Any leap year: 2月29日 without a year may be right. */
const SOME_LEAP_YEAR = 2024;

const impossibleDays = (text: string): FoundContradiction[] =>
  [...text.matchAll(new RegExp(day, 'g'))]
    .filter(([, year, month, date]) => dayOf(Number(year ?? SOME_LEAP_YEAR), Number(month), Number(date)) === null)
    .map((match) => contradiction(text, at(match), { kind: 'impossible_date', stated: match[0], computed: '' }));

const weekdays = '一二三四五六日';

/** 5月8日（周五）: where the year is known, the weekday follows. */
function wrongWeekdays(text: string, date: string | null): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  const pattern = new RegExp(`${day}[（(]?(?:星期|周|礼拜)([一二三四五六日天])(?!期|前)[）)]?`, 'g');
  for (const match of text.matchAll(pattern)) {
    const year = match[1] ?? date?.slice(0, 4);
    if (!year) continue;
    const real = dayOf(Number(year), Number(match[2]), Number(match[3]));
    const stated = match[4] === '天' ? '日' : match[4]!;
    // Around the turn of a year nobody knows which one is meant.
    if (!real || weekdays[real.dayOfWeek - 1] === stated) continue;
    if (!match[1] && date && Math.abs(Number(date.slice(5, 7)) - Number(match[2])) > 6) continue;
    found.push(
      contradiction(text, at(match), {
        kind: 'date_conflict',
        stated: match[0],
        computed: `${real.toString()} 周${weekdays[real.dayOfWeek - 1]}`,
      }),
    );
  }
  return found;
}

/** 自2026年6月1日至2026年3月1日. */
function backwards(text: string): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const match of text.matchAll(new RegExp(`${day}(?:起)?(?:至|到|—{1,2}|－|-|~)${day}`, 'g'))) {
    const [, year, month, date, toYear, toMonth, toDate] = match;
    if (year === undefined) continue;
    const from = dayOf(Number(year), Number(month), Number(date));
    const to = dayOf(Number(toYear ?? year), Number(toMonth), Number(toDate));
    if (!from || !to || Temporal.PlainDate.compare(from, to) <= 0) continue;
    // 2025年12月1日至3月1日 goes on into the next year.
    if (toYear === undefined && Number(month) >= 9) continue;
    found.push(
      contradiction(text, at(match), { kind: 'date_conflict', stated: to.toString(), computed: from.toString() }),
    );
  }
  return found;
}

/** A site cannot have published a document before its day. */
function publishedBefore(text: string, { date, publishedAt }: DocumentFacts): FoundContradiction[] {
  const published = /(20\d{2})[年/.-](\d{1,2})[月/.-](\d{1,2})/.exec(publishedAt ?? '');
  if (!published || !date) return [];
  const uploaded = dayOf(Number(published[1]), Number(published[2]), Number(published[3]));
  const own = Temporal.PlainDate.from(date);
  if (!uploaded || Temporal.PlainDate.compare(uploaded, own) >= 0) return [];
  const place = placeOf(text, own);
  if (!place) return [];
  return [contradiction(text, place, { kind: 'date_conflict', stated: uploaded.toString(), computed: date })];
}

/** Where the text has the day in digits; the last such place is the signature. */
function placeOf(text: string, { year, month, day: date }: Temporal.PlainDate): Span | null {
  const match = [...text.matchAll(new RegExp(`${year}年0?${month}月0?${date}日`, 'g'))].at(-1);
  return match ? at(match) : null;
}

const at = (match: RegExpMatchArray): Span => ({ start: match.index!, end: match.index! + match[0].length });
