import type { Rate } from '@duban/kit/rate';
import type { RankedRow } from './rank.ts';

/**
 * A unit against its own past: the difference of two rates and of two places. A difference of percentages is given in
 * percentage points (百分点), never as "per cent of per cent".
 */
export type Change = {
  /** signed, two decimals, rounded half away from zero; null when one of the two has no rate */
  readonly points: string | null;
  readonly trend: 'up' | 'down' | 'same' | 'none';
  /** places gained (+) or lost (−); null when one of the two has no place */
  readonly places: number | null;
};

/** The exact difference `now − before` in percentage points, as text: 911/972 − 90/100 → "+3.72". */
export function pointsBetween(before: Rate, now: Rate, digits = 2): string {
  const scale = 10n ** BigInt(digits);
  const above = BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator);
  const below = BigInt(now.denominator) * BigInt(before.denominator);
  const size = above < 0n ? -above : above;
  const scaled = (size * 100n * scale * 2n + below) / (below * 2n);
  const sign = scaled === 0n ? '' : above < 0n ? '-' : '+';
  const whole = `${sign}${scaled / scale}`;
  return digits === 0 ? whole : `${whole}.${(scaled % scale).toString().padStart(digits, '0')}`;
}

/** @param before the same unit's row in the earlier ranking, if it was in it */
export function changeOf(now: RankedRow, before: RankedRow | undefined): Change {
  const places = now.standing.ranked && before?.standing.ranked ? before.standing.place - now.standing.place : null;
  if (!now.measured || !before?.measured) return { points: null, trend: 'none', places };
  const points = pointsBetween(before.measured.rate, now.measured.rate);
  const trend = points.startsWith('+') ? 'up' : points.startsWith('-') ? 'down' : 'same';
  return { points, trend, places };
}
