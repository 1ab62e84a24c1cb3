import type { CurvePoint } from '../progress/s-curve.ts';
import type { Reading } from './reading.ts';

/**
 * The readings that count: approved ones, each in its latest approved version. A correction that is not approved yet
 * changes nothing.
 *
 * @returns oldest first
 */
export function latestApproved(readings: readonly Reading[]): readonly Reading[] {
  const approved = readings.filter(({ state }) => state === 'approved');
  const replaced = new Set(approved.flatMap(({ corrects }) => corrects?.readingId ?? []));
  return approved
    .filter(({ id }) => !replaced.has(id))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

/** The same as points of the S-curve, for variance and forecast. */
export function curveOf(readings: readonly Reading[]): readonly CurvePoint[] {
  return latestApproved(readings).map(({ asOf, amount }) => ({ asOf, amount }));
}

/** What is known to be done; null when nothing is known, never 0. */
export function doneSoFar(readings: readonly Reading[]): number | null {
  return latestApproved(readings).findLast(({ amount }) => amount !== null)?.amount ?? null;
}

/** All versions of one reading, the first one first. */
export function versionsOf(reading: Reading, all: readonly Reading[]): readonly Reading[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const met = new Set([reading]);
  let first = reading;
  for (;;) {
    const before = byId.get(first.corrects?.readingId ?? '');
    if (!before || met.has(before)) break;
    met.add((first = before));
  }
  const versions = new Set([first]);
  for (const { id } of versions) for (const one of all) if (one.corrects?.readingId === id) versions.add(one);
  return [...versions];
}
