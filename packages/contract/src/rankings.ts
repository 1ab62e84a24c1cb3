import { type Period, parsePeriodKey } from '@duban/calendar/period';
import { caseOutcomes } from '@duban/rankings/outcome';
import { comparisons } from '@duban/rankings/cohort';
import { countFields } from '@duban/rankings/count';
import { measures } from '@duban/rankings/measure';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, UnitRef } from './organisation.ts';
import { CountedBy, PeerGroupKey, rankingReaders } from './peer-groups.ts';

/** Rates of units over a fixed cohort, and the list behind every number. Published rankings are in `snapshots.ts`. */

export const PeriodView = z.object({
  key: z.string(),
  kind: z.enum(['week', 'ten-days', 'month', 'quarter', 'half-year', 'year']),
  first: z.iso.date(),
  last: z.iso.date(),
});

/** `week:2026-03-02`, `ten-days:2026-03-01`, `month:2026-03-01`, `quarter:2026-01-01`: kind and first day */
export const PeriodKey = z
  .string()
  .max(30)
  .refine((key) => parsePeriodKey(key) !== null, 'kind:first-day, for example week:2026-03-02 or month:2026-03-01')
  .meta({ example: 'week:2026-03-02' });

export const Measure = z.enum(measures);
export const CountField = z.enum(countFields);

/** A rate as its two counts, with the per cent rounded half up to two decimals for reading. */
export const RateView = z.object({ numerator: z.int(), denominator: z.int(), percent: z.string() });
export type RateView = z.output<typeof RateView>;

export const MeasuredRateView = z.object({
  rate: RateView,
  /** what it would be if all unknown cases had turned out badly, and well; equal to `rate` without unknowns */
  lowest: RateView,
  highest: RateView,
  unknown: z.int(),
});

export type MeasuredRateView = z.output<typeof MeasuredRateView>;

export const Counts = z.object({
  due: z.int(),
  rectified: z.int(),
  closedOnTime: z.int(),
  closedLate: z.int(),
  open: z.int(),
  relapsed: z.int(),
  unknown: z.int(),
  exempt: z.int(),
  extended: z.int(),
  returned: z.int(),
  reworked: z.int(),
  awaitingCheck: z.int(),
  informedOnly: z.int(),
  arrived: z.int(),
  suspended: z.int(),
});
export type Counts = z.output<typeof Counts>;

export const StandingView = z.discriminatedUnion('ranked', [
  z.object({
    ranked: z.literal(true),
    place: z.int(),
    sharedBy: z.int(),
    bestPlace: z.int(),
    worstPlace: z.int(),
    band: z.int(),
    /** 95 % Wilson interval in per cent */
    low: z.string(),
    high: z.string(),
  }),
  z.object({ ranked: z.literal(false), reason: z.enum(['nothing_due', 'all_unknown', 'below_minimum']) }),
]);

const Term = z.object({ field: z.string(), count: z.int() });

/** How a number came about; the words are put to it by whoever shows it. */
export const TraceStepView = z.discriminatedUnion('step', [
  z.object({ step: z.literal('cohort'), due: z.int(), exempt: z.int() }),
  z.object({ step: z.literal('sum'), of: z.enum(['numerator', 'denominator']), terms: z.array(Term), total: z.int() }),
  z.object({ step: z.literal('divide'), numerator: z.int(), denominator: z.int(), percent: z.string() }),
  z.object({ step: z.literal('unknown'), unknown: z.int(), lowest: z.string(), highest: z.string() }),
  z.object({ step: z.literal('no_rate') }),
  z.object({ step: z.literal('not_ranked'), reason: z.string(), known: z.int(), minimum: z.int() }),
  z.object({ step: z.literal('rank'), place: z.int(), ahead: z.int(), sharedBy: z.int(), of: z.int() }),
  z.object({ step: z.literal('band'), band: z.int(), low: z.string(), high: z.string() }),
]);
export type TraceStepView = z.output<typeof TraceStepView>;

export const RankingRowView = z.object({
  unit: UnitRef,
  counts: Counts,
  rectification: MeasuredRateView.nullable(),
  onTime: MeasuredRateView.nullable(),
  relapse: MeasuredRateView.nullable(),
  /** the rate the table is ranked by: one of the three above */
  measured: MeasuredRateView.nullable(),
  standing: StandingView,
  change: z.object({
    points: z.string().nullable(),
    trend: z.enum(['up', 'down', 'same', 'none']),
    places: z.int().nullable(),
  }),
  trace: z.array(TraceStepView),
  /** the caller may open the lists behind this row; others see the counts alone */
  listsOpen: z.boolean(),
});
export type RankingRowView = z.output<typeof RankingRowView>;

export const RankingView = z.object({
  methodVersion: z.string(),
  measure: Measure,
  direction: z.enum(['higher_is_better', 'lower_is_better']),
  cohort: z.object({
    period: PeriodView,
    /** finish-by later than this … */
    after: z.iso.datetime(),
    /** … and not later than this */
    until: z.iso.datetime(),
    asOf: z.iso.datetime(),
    complete: z.boolean(),
  }),
  /** the earlier period, read back to when it was as old as this one is now */
  compared: z.object({ by: z.enum(comparisons), period: PeriodView, asOf: z.iso.datetime() }).nullable(),
  group: z.object({ key: PeerGroupKey, name: z.string(), countedBy: CountedBy, minimumDue: z.int() }),
  rows: z.array(RankingRowView),
  total: Counts,
  totalRates: z.object({
    rectification: MeasuredRateView.nullable(),
    onTime: MeasuredRateView.nullable(),
    relapse: MeasuredRateView.nullable(),
  }),
  rankedCount: z.int(),
  spread: z.object({ best: RateView, worst: RateView, median: RateView, range: z.string() }).nullable(),
});
export type RankingView = z.output<typeof RankingView>;

export const rankingChoice = {
  period: PeriodKey,
  group: PeerGroupKey,
  measure: Measure.default('rectification'),
  comparison: z.enum(comparisons).default('previous'),
};

/** One case as it was counted. */
export const CountedCaseView = z.object({
  caseId: Id,
  number: z.string(),
  title: z.string(),
  classCode: z.string(),
  state: z.string(),
  outcome: z.enum(caseOutcomes).nullable(),
  finishBy: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** the unit of the case itself, which may lie below the member it is counted for */
  unit: UnitRef.nullable(),
});
export type CountedCaseView = z.output<typeof CountedCaseView>;

export const CountedCasePage = z.object({
  cases: z.array(CountedCaseView),
  /** pass it back to read on; null at the end */
  next: z.string().nullable(),
});

const pageOf = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};

export const getRanking = endpoint({
  name: 'getRanking',
  summary: 'A ranking computed from the ledger now: every unit of the group, with counts, rates, place and trace',
  method: 'GET',
  path: '/v1/rankings',
  allow: rankingReaders,
  query: z.object(rankingChoice),
  reply: RankingView,
  problems: ['record.not_found', 'peer_group.too_small'],
});

export const listRankedCases = endpoint({
  name: 'listRankedCases',
  summary: 'The cases behind one number of a ranking: the same condition, so list and number cannot disagree',
  method: 'GET',
  path: '/v1/rankings/cases',
  allow: rankingReaders,
  query: z.object({
    period: PeriodKey,
    group: PeerGroupKey,
    /** a member of the group; absent: the whole group */
    unitId: Id.optional(),
    count: CountField,
    /** the `asOf` of the ranking the number was read in */
    asOf: z.iso.datetime().optional(),
    ...pageOf,
  }),
  reply: CountedCasePage,
  problems: ['record.not_found', 'ranking.lists_closed'],
});

export const exportRanking = endpoint({
  name: 'exportRanking',
  summary: 'A ranking as XLSX: the table, the method in words and the trace of every row',
  method: 'GET',
  path: '/v1/rankings/export',
  allow: rankingReaders,
  query: z.object(rankingChoice),
  download: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['record.not_found', 'peer_group.too_small'],
});

export function periodView(period: Period): z.output<typeof PeriodView> {
  return { key: `${period.kind}:${period.first}`, ...period };
}
