import { LAST_MOMENT } from './day-table.ts';
import { type FlatNetwork, NONE } from './flat-network.ts';
import { finishMoment, placeUntilFinish } from './moments.ts';
import { fixedCeiling } from './passes.ts';

/**
 * The rows that are themselves bound to a date and miss it: by the deadline or by a fixed date of their own. A plan can
 * be kept if and only if there is none, because latest dates say nothing that these dates do not imply.
 */
export type Breach = {
  readonly row: number;
  /** working days of the first calendar between the date and the earliest finish; at least 1 */
  readonly days: number;
};

export function breachesOf(flat: FlatNetwork, places: Int32Array): readonly Breach[] {
  const { finishedAt, table, work } = flat.rows;
  const until = flat.deadline === NONE ? LAST_MOMENT : flat.deadline;
  const breaches: Breach[] = [];
  for (let row = 0; row < places.length; row++) {
    if (finishedAt[row] !== NONE) continue;
    const last = Math.min(fixedCeiling(flat, row), placeUntilFinish(flat, row, until));
    if (places[row]! <= last) continue;
    const { days } = flat.tables[table[row]!]!;
    const due = work[row] === 0 ? last : (days[last + work[row]! - 1] ?? NONE) + 1;
    const missing = flat.tables[0]!.before[finishMoment(flat, places, row)]! - flat.tables[0]!.before[due]!;
    breaches.push({ row, days: Math.max(1, missing) });
  }
  return breaches;
}

/** Whether every date is kept. */
export function keepsDates(flat: FlatNetwork, places: Int32Array): boolean {
  return breachesOf(flat, places).length === 0;
}
