import { compareRates, type Rate } from '@duban/kit/rate';
import { pointsBetween } from './change.ts';
import type { RankedRow } from './rank.ts';

/**
 * How uneven a group is (进展很不平衡), beside its mean: the distance from the best to the worst unit and each unit's
 * distance to the best and to the middle one. A mean alone hides both.
 */
export type Spread = {
  readonly best: Rate;
  readonly worst: Rate;
  /** the middle rate; of an even number the lower of the two in the middle, so that it is a rate somebody has */
  readonly median: Rate;
  /** best − worst in percentage points, without sign */
  readonly range: string;
};

/** @returns null when nobody is ranked */
export function spreadOf(rows: readonly RankedRow[]): Spread | null {
  const rates = rows.filter((row) => row.standing.ranked).map((row) => row.measured!.rate);
  if (rates.length === 0) return null;
  const low = rates.toSorted(compareRates);
  const lowest = low[0]!;
  const highest = low.at(-1)!;
  const firstIsBest = compareRates(rates[0]!, rates.at(-1)!) >= 0;
  return {
    best: firstIsBest ? highest : lowest,
    worst: firstIsBest ? lowest : highest,
    median: low[Math.floor((low.length - 1) / 2)]!,
    range: pointsBetween(lowest, highest).replace('+', ''),
  };
}
