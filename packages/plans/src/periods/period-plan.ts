import { type CivilDate, parseCivilDate } from '@duban/calendar/civil-date';
import {
  type Period,
  type PeriodKind,
  includesDate,
  nextPeriod,
  partsOf,
  periodKey,
  periodOf,
} from '@duban/calendar/period';
import { type WorkingCalendar, workingDaysBetween } from '@duban/calendar/working-calendar';
import { HORIZON } from '@duban/calendar/calendar-data';
import { addDays } from '@duban/calendar/civil-date';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { apportion } from './apportion.ts';

/**
 * How much of a quantity is to be done in each 旬, month, quarter and year 旬月季年计划. Only the smallest periods have
 * amounts of their own; every larger one is their sum, so that 旬 always add up to months, months to quarters and quarters
 * to years. Beside them stand the amounts that were assigned from above, and what differs is shown, never hidden.
 *
 * Amounts are whole numbers of the smallest step of the unit (座, 0.01 万平方米, 分).
 */
export type PeriodPlan = {
  readonly leaf: LeafKind;
  /** consecutive periods of the leaf kind */
  readonly parts: readonly PlannedPart[];
  /** what a period was given from above, by its key */
  readonly assigned: Readonly<Record<string, number>>;
};

export type PlannedPart = { readonly period: Period; readonly amount: number };

/** Weeks are no part of a month, so no plan is made in weeks. */
export const LEAF_KINDS = ['ten-days', 'month', 'quarter'] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** A stretch of the schedule in which a share of the quantity is done, both days included. */
export type WorkSpan = {
  readonly first: CivilDate;
  readonly last: CivilDate;
  /** how much of the quantity it carries, in any whole unit */
  readonly weight: number;
};

const MOST_PARTS = 1200;

/**
 * Splits a total along the schedule: each span spreads its weight evenly over its working days.
 *
 * @param spans from the schedule, at least one; a span without a working day counts for its last day
 */
export function planAlong(
  total: number,
  spans: readonly WorkSpan[],
  leaf: LeafKind,
  calendar: WorkingCalendar,
): PeriodPlan | Refusal {
  const fault = whyNotAmount(total) ?? whyNotSpans(spans, leaf);
  if (fault) return fault;
  const first = spans.reduce((earliest, span) => (span.first < earliest ? span.first : earliest), '9999-12-31');
  const last = spans.reduce((latest, span) => (span.last > latest ? span.last : latest), '');
  const periods = periodsFrom(leaf, first, last);
  if (periods.length > MOST_PARTS) return refuse('period_plan.too_long', { parts: periods.length, most: MOST_PARTS });
  // First among the spans, then each span's share along its own days: two splits of wholes, both exact.
  const shares = apportion(
    total,
    spans.map(({ weight }) => weight),
  );
  const amounts = periods.map(() => 0);
  for (const [at, span] of spans.entries()) {
    const days = periods.map((period) => workingDaysWithin(span, period, calendar));
    const weights = days.some((count) => count > 0)
      ? days
      : periods.map((period) => (includesDate(period, span.last) ? 1 : 0));
    for (const [index, amount] of apportion(shares[at]!, weights).entries()) amounts[index]! += amount;
  }
  return { leaf, parts: periods.map((period, at) => ({ period, amount: amounts[at]! })), assigned: {} };
}

function whyNotSpans(spans: readonly WorkSpan[], leaf: LeafKind): Refusal | null {
  if (!LEAF_KINDS.includes(leaf)) return refuse('period_plan.kind_does_not_nest', { kind: String(leaf) });
  if (spans.length === 0) return refuse('period_plan.no_schedule');
  for (const [at, { first, last, weight }] of spans.entries()) {
    const exists = [first, last].every(
      (date) => parseCivilDate(date) !== null && date >= HORIZON.first && date < HORIZON.last,
    );
    if (!exists || first > last) return refuse('period_plan.span_invalid', { row: at + 1, first, last });
    const fault = whyNotAmount(weight);
    if (fault) return fault;
  }
  return spans.some(({ weight }) => weight > 0) ? null : refuse('period_plan.no_schedule');
}

function periodsFrom(leaf: LeafKind, first: CivilDate, last: CivilDate): readonly Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(leaf, first); period.first <= last; period = nextPeriod(period)) periods.push(period);
  return periods;
}

function workingDaysWithin({ first, last }: WorkSpan, period: Period, calendar: WorkingCalendar): number {
  const from = first > period.first ? first : period.first;
  const to = last < period.last ? last : period.last;
  return from > to ? 0 : workingDaysBetween(calendar, addDays(from, -1), to);
}

/** An amount of a plan is whole, not negative, and small enough to be added exactly. */
export function whyNotAmount(amount: number): Refusal | null {
  if (Number.isSafeInteger(amount) && amount >= 0 && amount <= MOST_AMOUNT) return null;
  return refuse('period_plan.amount_invalid', { amount: String(amount), most: MOST_AMOUNT });
}

const MOST_AMOUNT = 1e12;

/** The whole plan. */
export function totalOf({ parts }: PeriodPlan): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

/** What a period of any kind adds up to; 0 outside the plan. */
export function amountIn({ parts }: PeriodPlan, period: Period): number {
  return parts.reduce((sum, part) => (isWithin(part.period, period) ? sum + part.amount : sum), 0);
}

/** The same plan in larger periods, the first and the last of which may reach beyond it. */
export function amountsBy(plan: PeriodPlan, kind: Exclude<PeriodKind, 'week'>): readonly PlannedPart[] {
  const sums = new Map<string, PlannedPart>();
  for (const { period, amount } of plan.parts) {
    const whole = periodOf(kind, period.first);
    const key = periodKey(whole);
    sums.set(key, { period: whole, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  return [...sums.values()];
}

export function isWithin(part: Period, whole: Period): boolean {
  return part.first >= whole.first && part.last <= whole.last;
}

/** What a larger period is made of one step down: a quarter's months, a month's 旬. */
export function stepDown(plan: PeriodPlan, period: Period): readonly PlannedPart[] {
  if (period.kind === plan.leaf) return [];
  return partsOf(period).map((part) => ({ period: part, amount: amountIn(plan, part) }));
}
