import type { FlatNetwork } from './flat-network.ts';
import { finishMoment } from './moments.ts';
import { BY_FIXED_DATE, BY_TODAY, type EarlyPlaces } from './passes.ts';

/**
 * The critical chain 关键线路: from one row back along what kept each row from being earlier. It is followed by causes
 * and not by floats of 0, because with several calendars a row may drive the end and still have a weekend to spare.
 */
export type ChainStep = {
  readonly row: number;
  /** the link that drives the row, or BY_TODAY or BY_FIXED_DATE for the first step */
  readonly driver: number;
};

/** @returns from the first row, held by today or by a fixed date, to the given one */
export function chainTo(flat: FlatNetwork, { drivers }: EarlyPlaces, row: number): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  for (let at = row; ;) {
    const driver = drivers[at]!;
    steps.push({ row: at, driver });
    if (driver === BY_TODAY || driver === BY_FIXED_DATE) return steps.reverse();
    at = flat.ends.from[driver]!;
  }
}

/** The row that is finished last; of several the last in the plan, where the closing milestone stands. Null without rows. */
export function lastRow(flat: FlatNetwork, places: Int32Array): number | null {
  let last: number | null = null;
  let latest = -1;
  for (let row = 0; row < flat.activities.length; row++) {
    const finish = finishMoment(flat, places, row);
    if (finish >= latest) [last, latest] = [row, finish];
  }
  return last;
}
