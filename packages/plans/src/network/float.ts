import { type FlatNetwork, NONE } from './flat-network.ts';
import {
  arrivesAtFinish,
  beforeLag,
  finishMoment,
  leavesFinish,
  placeUntilFinish,
  placeUntilStart,
} from './moments.ts';
import { binds, lateStart } from './passes.ts';

/**
 * How many days a row may slip, in working days of its own calendar. Total float 总时差 is what keeps the deadline, free
 * float 自由时差 what no successor notices (Kelley and Walker 1959; JGJ/T 121-2015). A negative total float is how many
 * days are missing.
 */
export function floatBetween(flat: FlatNetwork, row: number, early: number, late: number): number {
  if (flat.rows.work[row] !== 0) return late - early;
  const { before } = flat.tables[flat.rows.table[row]!]!;
  const days = before[Math.max(0, late)]! - before[early]!;
  return days === 0 && late < early ? -1 : days;
}

/**
 * @param until the moment that rows without successors are measured against
 * @returns never negative: a row that is already too late has no free float
 */
export function freeFloat(flat: FlatNetwork, early: Int32Array, late: Int32Array, row: number, until: number): number {
  const { ends, timing, leaving, rows, tables } = flat;
  if (rows.finishedAt[row] !== NONE) return 0;
  const begun = rows.startedAt[row] !== NONE;
  let place = Math.max(early[row]!, Math.min(late[row]!, placeUntilFinish(flat, row, until)));
  for (let next = leaving.begin[row]!; next < leaving.begin[row + 1]!; next++) {
    const link = leaving.link[next]!;
    const kind = timing.kind[link]!;
    const to = ends.to[link]!;
    if (!binds(flat, kind, to, begun)) continue;
    const moment = arrivesAtFinish(kind) ? finishMoment(flat, early, to) : lateStart(flat, early, to);
    const from = beforeLag(moment, timing.lag[link]!, tables[timing.lagTable[link]!]);
    place = Math.min(place, leavesFinish(kind) ? placeUntilFinish(flat, row, from) : placeUntilStart(flat, row, from));
  }
  return Math.max(0, floatBetween(flat, row, early[row]!, place));
}
