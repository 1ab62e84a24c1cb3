import { type Period, parsePeriodKey, periodOf, previousPeriod } from '@duban/calendar/period';
import type { Weekday } from '@duban/calendar/civil-date';
import { type CountField, countFields } from '@duban/rankings/count';
import { type Comparison, comparisons } from '@duban/rankings/cohort';
import { type Measure, measures } from '@duban/rankings/measure';
import { read } from '../../routes/search-format.ts';

/** What a ranking is asked for, as it stands in the address. What is left out is the usual: streets, by rectification. */
export type RankingSearch = {
  readonly period?: string;
  readonly group?: string;
  readonly measure?: Measure;
  readonly comparison?: Comparison;
};

export function readRankingSearch(raw: Record<string, unknown>): RankingSearch {
  const period = read.text(raw.period);
  const group = read.text(raw.group);
  const measure = read.oneOf(raw.measure, measures);
  const comparison = read.oneOf(raw.comparison, comparisons);
  return {
    ...(period && parsePeriodKey(period) ? { period } : {}),
    ...(group ? { group } : {}),
    ...(measure ? { measure } : {}),
    ...(comparison ? { comparison } : {}),
  };
}

export type CasesSearch = RankingSearch & {
  readonly count?: CountField;
  readonly unitId?: string;
  readonly asOf?: string;
  /** the cases of a published ranking instead of those of today */
  readonly snapshotId?: string;
  readonly after?: string;
};

export function readCasesSearch(raw: Record<string, unknown>): CasesSearch {
  const count = read.oneOf(raw.count, countFields);
  const optional = {
    unitId: read.text(raw.unitId),
    asOf: read.text(raw.asOf),
    snapshotId: read.text(raw.snapshotId),
    after: read.text(raw.after),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return { ...readRankingSearch(raw), ...(count ? { count } : {}), ...Object.fromEntries(given) };
}

export type Choice = {
  readonly period: string;
  readonly group: string;
  readonly measure: Measure;
  readonly comparison: Comparison;
};

/** The choice with the usual filled in: the last week that is over. */
export function choiceOf(search: RankingSearch, today: string, weekStart: Weekday): Choice {
  return {
    period: search.period ?? keyOf(previousPeriod(periodOf('week', today, { weekStart }))),
    group: search.group ?? 'streets',
    measure: search.measure ?? 'rectification',
    comparison: search.comparison ?? 'previous',
  };
}

export function keyOf({ kind, first }: Period): string {
  return `${kind}:${first}`;
}
