import { instantOf } from '@duban/calendar/beijing-time';
import { addDays } from '@duban/calendar/civil-date';
import { type Period, previousPeriod, yearBefore } from '@duban/calendar/period';

/**
 * Which cases a ranking is about: those whose finish-by fell in the period. Two systems in use define the denominator
 * differently and publish the same word for it; here the definition is fixed, stored with every number and shown with
 * it.
 */
export type Cohort = {
  readonly period: Period;
  /** the moment the ledger was read; what happened later is not in the numbers */
  readonly asOf: string;
  /** the period was over at `asOf`: every case of it had fallen due */
  readonly complete: boolean;
};

/**
 * A limit is kept up to and including its moment, so a finish-by at 24:00 on the last day still belongs to the
 * period: later than `after`, not later than `until`. While the period runs, only what has already fallen due counts.
 */
export type CohortWindow = { readonly after: Temporal.Instant; readonly until: Temporal.Instant };

export function cohortOf(period: Period, asOf: Temporal.Instant): Cohort {
  const { until } = windowOfPeriod(period);
  return { period, asOf: asOf.toString(), complete: Temporal.Instant.compare(asOf, until) >= 0 };
}

/** The moments that bound the finish-by of the cohort's cases. Empty (`until` = `after`) before the period begins. */
export function cohortWindow({ period, asOf }: Pick<Cohort, 'period' | 'asOf'>): CohortWindow {
  const { after, until } = windowOfPeriod(period);
  const read = Temporal.Instant.from(asOf);
  if (Temporal.Instant.compare(read, until) >= 0) return { after, until };
  return { after, until: Temporal.Instant.compare(read, after) < 0 ? after : read };
}

/**
 * An earlier cohort, read back to when it was as old as this one is now: a week that ended yesterday is held against
 * the one before as that stood a day after its end. Otherwise every newest period would look the worst.
 */
export function cohortAtSameAge(of: Cohort, earlier: Period): Cohort {
  const younger = windowOfPeriod(of.period).until.since(windowOfPeriod(earlier).until);
  return cohortOf(earlier, Temporal.Instant.from(of.asOf).subtract(younger));
}

/** From 00:00 of the first day to 24:00 of the last, Beijing time. */
export function windowOfPeriod({ first, last }: Pick<Period, 'first' | 'last'>): CohortWindow {
  return { after: instantOf(first), until: instantOf(addDays(last, 1)) };
}

/** What a period is held against: the one before it (环比), or the same one a year earlier (同比; weeks have none). */
export const comparisons = ['previous', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export function comparedPeriod(period: Period, by: Comparison): Period | null {
  return by === 'previous' ? previousPeriod(period) : yearBefore(period);
}
