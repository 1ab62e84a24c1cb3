import { type MeasuredRateView, periodView, type RateView, type RankingView } from '@duban/contract/rankings';
import type { Rate } from '@duban/kit/rate';
import { percentText } from '@duban/kit/rate';
import { cohortWindow } from '@duban/rankings/cohort';
import { countsOf } from '@duban/rankings/count';
import { whyNotOpenLists } from '@duban/rankings/lists';
import { type Measure, type MeasuredRate, measureDefinitions, measureRate } from '@duban/rankings/measure';
import type { Standing } from '@duban/rankings/rank';
import type { RankingRow } from '@duban/rankings/snapshot';
import type { Tally } from '@duban/rankings/tally';
import { basisPointText, traceOf } from '@duban/rankings/trace';
import type { Actor } from '@duban/kit/actor';
import type { Computed } from './compute-ranking.ts';
import { type UnitTree, unitRefOf } from './unit-tree.ts';

/** A computed ranking as it crosses the wire and as it is kept in a snapshot: the same document. */

export function rateView(of: Rate): RateView {
  return { ...of, percent: percentText(of) };
}

export function measuredView(of: MeasuredRate | null): MeasuredRateView | null {
  if (of === null) return null;
  const { rate, lowest, highest, unknown } = of;
  return { rate: rateView(rate), lowest: rateView(lowest), highest: rateView(highest), unknown };
}

export function ratesOf(tally: Tally) {
  const view = (measure: Measure) => measuredView(measureRate(tally, measure));
  return { rectification: view('rectification'), onTime: view('on_time'), relapse: view('relapse') };
}

export function rankingView({ ranking, compared, tree }: Computed): RankingView {
  const { cohort, measure, peerGroup, spread, rankedCount } = ranking;
  const window = cohortWindow(cohort);
  const rowView = (row: RankingRow): RankingView['rows'][number] => ({
    unit: unitRefOf(tree.get(row.unitId)!),
    counts: countsOf(row.tally),
    ...ratesOf(row.tally),
    measured: measuredView(row.measured),
    standing: standingView(row.standing),
    change: row.change,
    trace: traceOf(row, measure, peerGroup.minimumDue, rankedCount) as RankingView['rows'][number]['trace'],
    listsOpen: false,
  });
  return {
    methodVersion: ranking.methodVersion,
    measure,
    direction: measureDefinitions[measure].direction,
    cohort: {
      period: periodView(cohort.period),
      after: window.after.toString(),
      until: window.until.toString(),
      asOf: cohort.asOf,
      complete: cohort.complete,
    },
    compared: compared && { by: compared.by, period: periodView(compared.period), asOf: compared.asOf },
    group: {
      key: peerGroup.id as RankingView['group']['key'],
      name: peerGroup.name,
      countedBy: peerGroup.countedBy,
      minimumDue: peerGroup.minimumDue,
    },
    rows: ranking.rows.map(rowView),
    total: countsOf(ranking.total),
    totalRates: ratesOf(ranking.total),
    rankedCount,
    spread: spread && {
      best: rateView(spread.best),
      worst: rateView(spread.worst),
      median: rateView(spread.median),
      range: spread.range,
    },
  };
}

function standingView(standing: Standing): RankingView['rows'][number]['standing'] {
  if (!standing.ranked) return standing;
  const { interval, ...places } = standing;
  return { ...places, low: basisPointText(interval.low), high: basisPointText(interval.high) };
}

/** Says for each row whether this reader may open the lists behind it. */
export function withListsFor(view: RankingView, actor: Actor, tree: UnitTree): RankingView {
  const open = (unitId: string) => whyNotOpenLists(actor, tree.get(unitId)?.line ?? [unitId]) === null;
  return { ...view, rows: view.rows.map((row) => ({ ...row, listsOpen: open(row.unit.id) })) };
}
