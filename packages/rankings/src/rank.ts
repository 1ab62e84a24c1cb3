import { compareRates, type Rate } from '@duban/kit/rate';
import { type Interval, wilsonInterval, withinError } from './interval.ts';
import { type MeasuredRate, measureDefinitions, type Measure, measureRate } from './measure.ts';
import type { Tally } from './tally.ts';

/**
 * Turns the tallies of a peer group into ranks. Equal rates share a rank and the next one is skipped (1, 1, 3).
 * Beside the rank stands a band: units whose difference chance alone explains share it, so that nobody is blamed for
 * being fourth instead of third by one case. Orders and thresholds are decided on whole numbers only.
 */
export type RankingEntry = { readonly unitId: string; readonly tally: Tally };

export type NotRankedReason = 'nothing_due' | 'all_unknown' | 'below_minimum';

export type Standing =
  | {
      readonly ranked: true;
      /** 1 is best */
      readonly place: number;
      /** how many units share this place, the unit itself included */
      readonly sharedBy: number;
      /** the best and the worst place possible, whatever the unknown outcomes of all units turn out to be */
      readonly bestPlace: number;
      readonly worstPlace: number;
      /** 1 is best; units within chance of the band's first place share it */
      readonly band: number;
      readonly interval: Interval;
    }
  | { readonly ranked: false; readonly reason: NotRankedReason };

export type RankedRow = RankingEntry & { readonly measured: MeasuredRate | null; readonly standing: Standing };

type Candidate = RankingEntry & { readonly measured: MeasuredRate };

/**
 * @param minimum cases with a known outcome below which a unit is listed without a rank
 * @returns best first; units without a rank follow; equals stand in the order of their unit ids, so that the same
 *   counts always give the same table
 */
export function rankUnits(entries: readonly RankingEntry[], measure: Measure, minimum: number): readonly RankedRow[] {
  const candidates: Candidate[] = [];
  const unranked: RankedRow[] = [];
  for (const entry of entries) {
    const measured = measureRate(entry.tally, measure);
    const reason = whyNotRanked(measured, entry.tally, minimum);
    if (measured && reason === null) candidates.push({ ...entry, measured });
    else unranked.push({ ...entry, measured, standing: { ranked: false, reason: reason! } });
  }
  const better = betterBy(measure);
  candidates.sort((a, b) => better(a.measured.rate, b.measured.rate) || compareIds(a.unitId, b.unitId));
  unranked.sort((a, b) => compareIds(a.unitId, b.unitId));
  const bands = bandsOf(groupEqual(candidates));
  const ranked = candidates.map((candidate): RankedRow => ({
    ...candidate,
    standing: {
      ranked: true,
      ...placesOf(candidate, candidates, measure),
      band: bands.get(candidate.unitId)!,
      interval: wilsonInterval(candidate.measured.rate),
    },
  }));
  return [...ranked, ...unranked];
}

function whyNotRanked(measured: MeasuredRate | null, tally: Tally, minimum: number): NotRankedReason | null {
  if (measured === null) return tally.unknown > 0 ? 'all_unknown' : 'nothing_due';
  return measured.rate.denominator < minimum ? 'below_minimum' : null;
}

/** Negative when `a` is the better rate. */
function betterBy(measure: Measure): (a: Rate, b: Rate) => number {
  const higher = measureDefinitions[measure].direction === 'higher_is_better';
  return (a, b) => (higher ? compareRates(b, a) : compareRates(a, b));
}

/** The rate at its most and at its least favourable. */
function extremesOf({ lowest, highest }: MeasuredRate, measure: Measure): { best: Rate; worst: Rate } {
  const higher = measureDefinitions[measure].direction === 'higher_is_better';
  return higher ? { best: highest, worst: lowest } : { best: lowest, worst: highest };
}

function placesOf(unit: Candidate, all: readonly Candidate[], measure: Measure) {
  const better = betterBy(measure);
  const own = extremesOf(unit.measured, measure);
  let place = 1;
  let bestPlace = 1;
  let worstPlace = 1;
  let sharedBy = 0;
  for (const other of all) {
    const theirs = extremesOf(other.measured, measure);
    const order = better(other.measured.rate, unit.measured.rate);
    if (order < 0) place += 1;
    if (order === 0) sharedBy += 1;
    if (other.unitId === unit.unitId) continue;
    if (better(theirs.worst, own.best) < 0) bestPlace += 1;
    if (better(theirs.best, own.worst) < 0) worstPlace += 1;
  }
  return { place, sharedBy, bestPlace, worstPlace };
}

/** Runs of equal rates in a sorted list. */
function groupEqual(sorted: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  for (const unit of sorted) {
    const last = groups.at(-1);
    if (last && compareRates(last[0]!.measured.rate, unit.measured.rate) === 0) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/**
 * Walks down the table: a place belongs to the band of the place that opened it as long as chance explains the
 * difference between any two of their units, otherwise it opens the next band. So bands never split a tie, never
 * overlap, and never chain a best unit to a worst one by small steps.
 */
function bandsOf(groups: readonly (readonly Candidate[])[]): ReadonlyMap<string, number> {
  const bands = new Map<string, number>();
  let band = 0;
  let opening: readonly Candidate[] = [];
  for (const group of groups) {
    const joins = opening.some((first) => group.some((unit) => withinError(first.measured.rate, unit.measured.rate)));
    if (!joins) {
      band += 1;
      opening = group;
    }
    for (const unit of group) bands.set(unit.unitId, band);
  }
  return bands;
}

/** By code unit, the same on every machine and in every locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
