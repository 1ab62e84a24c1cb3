import {
  type CivilDate,
  type Weekday,
  addDays,
  addMonths,
  dateOfEpochDay,
  datePartsOf,
  dateText,
  daysInMonth,
  epochDayOf,
  parseCivilDate,
  weekdayOf,
} from './civil-date.ts';

/**
 * The periods in which plans are made and rates are counted. `ten-days` is 旬: the 1st to 10th, the 11th to 20th and
 * the rest of a month (8 to 11 days). Weeks begin on Monday as in ISO 8601 unless a bulletin cuts them elsewhere.
 */
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export const PERIOD_KINDS = ['week', 'ten-days', 'month', 'quarter', 'half-year', 'year'] as const;

/** Both dates belong to the period. */
export type Period = { readonly kind: PeriodKind; readonly first: CivilDate; readonly last: CivilDate };

export type WeekCut = {
  /** the day a week begins with: 1 Monday (the default) … 7 Sunday; 5 for weeks from Friday to Thursday */
  readonly weekStart?: Weekday;
};

/** The period of a kind that the date lies in. */
export function periodOf(kind: PeriodKind, date: CivilDate, { weekStart = 1 }: WeekCut = {}): Period {
  const { year, month, day } = datePartsOf(date);
  if (kind === 'week') {
    const first = addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
    return { kind, first, last: addDays(first, 6) };
  }
  if (kind === 'ten-days') {
    const begins = day <= 10 ? 1 : day <= 20 ? 11 : 21;
    const ends = begins === 21 ? daysInMonth(year, month) : begins + 9;
    return { kind, first: dateText(year, month, begins), last: dateText(year, month, ends) };
  }
  const months = MONTHS[kind];
  const firstMonth = month - ((month - 1) % months);
  const lastMonth = firstMonth + months - 1;
  return { kind, first: dateText(year, firstMonth, 1), last: dateText(year, lastMonth, daysInMonth(year, lastMonth)) };
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

export function nextPeriod(period: Period): Period {
  return periodOf(period.kind, addDays(period.last, 1), cutOf(period));
}

export function previousPeriod(period: Period): Period {
  return periodOf(period.kind, addDays(period.first, -1), cutOf(period));
}

/** A week carries its own cut: it begins on the weekday it begins on. */
function cutOf(period: Period): WeekCut {
  return period.kind === 'week' ? { weekStart: weekdayOf(period.first) } : {};
}

/** Number of dates in the period. */
export function lengthInDays({ first, last }: Period): number {
  return epochDayOf(last) - epochDayOf(first) + 1;
}

/** Every date of the period, ascending. */
export function daysOf(period: Period): readonly CivilDate[] {
  const from = epochDayOf(period.first);
  return Array.from({ length: lengthInDays(period) }, (_, index) => dateOfEpochDay(from + index));
}

export function includesDate({ first, last }: Period, date: CivilDate): boolean {
  return first <= date && date <= last;
}

/** Which kinds a kind falls into without a remainder, its usual parts first; the sum of their plans is its plan. */
const DIVISIONS: Readonly<Record<PeriodKind, readonly PeriodKind[]>> = {
  week: [],
  'ten-days': [],
  month: ['ten-days'],
  quarter: ['month', 'ten-days'],
  'half-year': ['month', 'quarter', 'ten-days'],
  year: ['month', 'quarter', 'half-year', 'ten-days'],
};

/**
 * The periods a period is made of: 月 of 旬, 季 of 月, 年 of 月 unless another kind is asked for; a week or 旬 has none. Their dates together
 * are exactly the dates of the whole.
 *
 * @throws RangeError for parts that do not fill the whole exactly (weeks of a month)
 */
export function partsOf(period: Period, kind: PeriodKind | undefined = DIVISIONS[period.kind][0]): readonly Period[] {
  if (kind === undefined) return [];
  if (!DIVISIONS[period.kind].includes(kind)) throw new RangeError(`a ${period.kind} is not made of ${kind}`);
  const parts: Period[] = [];
  for (let part = periodOf(kind, period.first); part.first <= period.last; part = nextPeriod(part)) parts.push(part);
  return parts;
}

/** The same period one year earlier, for year on year; null for weeks, which have none. */
export function yearBefore(period: Period): Period | null {
  return period.kind === 'week' ? null : periodOf(period.kind, addMonths(period.first, -12));
}

/** Identity of a period in addresses and snapshots: `ten-days:2026-02-21`. */
export function periodKey({ kind, first }: Period): string {
  return `${kind}:${first}`;
}

/** @returns null when the text is no key of a period (unknown kind, or a date that does not begin one) */
export function parsePeriodKey(key: string): Period | null {
  const [kind = '', first = '', ...rest] = key.split(':');
  if (!isPeriodKind(kind) || rest.length > 0 || parseCivilDate(first) === null) return null;
  const period = periodOf(kind, first, { weekStart: weekdayOf(first) });
  return period.first === first ? period : null;
}

export function isPeriodKind(text: string): text is PeriodKind {
  return (PERIOD_KINDS as readonly string[]).includes(text);
}
