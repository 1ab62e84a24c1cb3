import type { CivilDate } from '@duban/calendar/civil-date';
import { type Period, parsePeriodKey, periodKey } from '@duban/calendar/period';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { apportion } from './apportion.ts';
import { type PeriodPlan, amountIn, isWithin, totalOf, whyNotAmount } from './period-plan.ts';

/** What a person changes in a period plan. Each change gives a new plan. */
export type EditLimits = {
  /** parts that ended before this day are past and stay as they are */
  readonly today?: CivilDate;
};

/**
 * Sets what a period of any kind shall be. Downwards its parts are split anew, along what they were before (evenly when
 * they were all 0); upwards the larger periods follow, because they are sums.
 */
export function setAmount(
  plan: PeriodPlan,
  period: Period,
  amount: number,
  { today }: EditLimits = {},
): PeriodPlan | Refusal {
  const fault = whyNotAmount(amount);
  if (fault) return fault;
  const key = periodKey(period);
  const inside = plan.parts.flatMap((part, at) => (isWithin(part.period, period) ? [at] : []));
  if (inside.length === 0) return refuse('period_plan.period_outside', { period: key });
  const open = inside.filter((at) => today === undefined || plan.parts[at]!.period.last >= today);
  const past = inside.filter((at) => !open.includes(at)).reduce((sum, at) => sum + plan.parts[at]!.amount, 0);
  if (open.length === 0) return refuse('period_plan.period_past', { period: key });
  if (amount < past) return refuse('period_plan.below_past', { period: key, amount, past });
  return withAmounts(plan, open, amount - past);
}

/**
 * Brings the plan back to a total by changing only what lies after the given period, in the shares it has.
 */
export function absorbLater(plan: PeriodPlan, total: number, after: Period): PeriodPlan | Refusal {
  const fault = whyNotAmount(total);
  if (fault) return fault;
  const later = plan.parts.flatMap(({ period }, at) => (period.first > after.last ? [at] : []));
  const fixed = totalOf(plan) - later.reduce((sum, at) => sum + plan.parts[at]!.amount, 0);
  if (later.length === 0 || total < fixed) {
    return refuse('period_plan.nothing_later', { period: periodKey(after), total, planned: fixed });
  }
  return withAmounts(plan, later, total - fixed);
}

function withAmounts(plan: PeriodPlan, places: readonly number[], amount: number): PeriodPlan {
  const before = places.map((at) => plan.parts[at]!.amount);
  const weights = before.some((part) => part > 0) ? before : before.map(() => 1);
  const amounts = apportion(amount, weights);
  const parts = [...plan.parts];
  for (const [index, at] of places.entries()) parts[at] = { ...parts[at]!, amount: amounts[index]! };
  return { ...plan, parts };
}

/** Writes down what a period was given from above; null takes it back. The plan itself stays as it is. */
export function assign(plan: PeriodPlan, period: Period, amount: number | null): PeriodPlan | Refusal {
  const key = periodKey(period);
  const { [key]: _, ...others } = plan.assigned;
  if (amount === null) return { ...plan, assigned: others };
  const fault = whyNotAmount(amount);
  if (fault) return fault;
  if (!plan.parts.some((part) => isWithin(part.period, period))) {
    return refuse('period_plan.period_outside', { period: key });
  }
  return { ...plan, assigned: { ...others, [key]: amount } };
}

/** Where the parts do not add up to what was assigned. @property difference planned less assigned */
export type PlanDifference = {
  readonly period: Period;
  readonly assigned: number;
  readonly planned: number;
  readonly difference: number;
};

/** The differences that are left, earlier and larger periods first; none when everything adds up. */
export function differencesOf(plan: PeriodPlan): readonly PlanDifference[] {
  return Object.entries(plan.assigned)
    .flatMap(([key, assigned]) => {
      const period = parsePeriodKey(key);
      if (!period) return [];
      const planned = amountIn(plan, period);
      return planned === assigned ? [] : [{ period, assigned, planned, difference: planned - assigned }];
    })
    .sort((a, b) => compare(a.period.first, b.period.first) || compare(b.period.last, a.period.last));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
