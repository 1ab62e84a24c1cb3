import { LAST_MOMENT } from './day-table.ts';
import { type FlatNetwork, NONE } from './flat-network.ts';
import {
  TOO_LATE,
  afterLag,
  arrivesAtFinish,
  beforeLag,
  finishMoment,
  leavesFinish,
  placeFromFinish,
  placeFromStart,
  placeUntilFinish,
  placeUntilStart,
  startMoment,
} from './moments.ts';

/**
 * The two passes of the critical path method (Kelley and Walker, Proceedings of the Eastern Joint Computer Conference,
 * 1959) over places: forward from today to the earliest, backward from the deadline to the latest. One row is computed
 * from its neighbours alone, so that a full pass and the repair of a few rows after an edit are the same function.
 */

/** Why a row cannot be earlier: a link, or one of these. */
export const BY_TODAY = -1;
export const BY_FIXED_DATE = -2;

export type EarlyPlaces = { readonly places: Int32Array; readonly drivers: Int32Array };

/** The row whose dates no calendar reaches any more. */
export type OffCalendar = { readonly offCalendar: number };

export function forwardPass(flat: FlatNetwork): EarlyPlaces | OffCalendar {
  const count = flat.activities.length;
  const early = { places: new Int32Array(count), drivers: new Int32Array(count) };
  for (const row of flat.order) if (!placeEarly(flat, early, row)) return { offCalendar: row };
  return early;
}

/** Computes one row from its predecessors. @returns false when it would end beyond the last calendar */
export function placeEarly(flat: FlatNetwork, early: EarlyPlaces, row: number): boolean {
  const { ends, timing, arriving, rows, tables } = flat;
  if (rows.finishedAt[row] !== NONE) {
    early.places[row] = rows.startedAt[row]!;
    early.drivers[row] = BY_TODAY;
    return true;
  }
  const begun = rows.startedAt[row] !== NONE;
  let place = placeFromStart(flat, row, flat.today);
  let driver = BY_TODAY;
  const floor = fixedFloor(flat, row, begun);
  if (floor > place) {
    place = floor;
    driver = BY_FIXED_DATE;
  }
  for (let next = arriving.begin[row]!; next < arriving.begin[row + 1]!; next++) {
    const link = arriving.link[next]!;
    const kind = timing.kind[link]!;
    const atFinish = arrivesAtFinish(kind);
    const from = ends.from[link]!;
    // What has begun may go on only after what it had to wait for: the links keep their say over the rest.
    if (begun && !atFinish && !leavesFinish(kind)) continue;
    const moment = leavesFinish(kind) ? finishMoment(flat, early.places, from) : startMoment(flat, early.places, from);
    const until = afterLag(moment, timing.lag[link]!, tables[timing.lagTable[link]!]);
    if (until >= TOO_LATE) return false;
    const least = atFinish ? placeFromFinish(flat, row, until) : placeFromStart(flat, row, until);
    if (least > place) {
      place = least;
      driver = link;
    }
  }
  early.places[row] = place;
  early.drivers[row] = driver;
  const work = rows.work[row]!;
  return work === 0 ? place <= LAST_MOMENT : place + work <= tables[rows.table[row]!]!.days.length;
}

function fixedFloor(flat: FlatNetwork, row: number, begun: boolean): number {
  const { startFloor, finishFloor } = flat.rows.limits;
  let floor = NONE;
  if (!begun && startFloor[row] !== NONE) floor = placeFromStart(flat, row, startFloor[row]!);
  if (finishFloor[row] !== NONE) floor = Math.max(floor, placeFromFinish(flat, row, finishFloor[row]!));
  return floor;
}

/** @param until the moment by which everything must be finished */
export function backwardPass(flat: FlatNetwork, until: number): Int32Array | OffCalendar {
  const late = new Int32Array(flat.activities.length);
  for (let at = flat.order.length - 1; at >= 0; at--) {
    const row = flat.order[at]!;
    if (!placeLate(flat, late, row, until)) return { offCalendar: row };
  }
  return late;
}

/** Computes one row from its successors. @returns false when it would have to begin before the first calendar */
export function placeLate(flat: FlatNetwork, late: Int32Array, row: number, until: number): boolean {
  const { ends, timing, leaving, rows, tables } = flat;
  if (rows.finishedAt[row] !== NONE) {
    late[row] = rows.startedAt[row]!;
    return true;
  }
  const begun = rows.startedAt[row] !== NONE;
  let place = Math.min(placeUntilFinish(flat, row, until), fixedCeiling(flat, row, begun));
  for (let next = leaving.begin[row]!; next < leaving.begin[row + 1]!; next++) {
    const link = leaving.link[next]!;
    const kind = timing.kind[link]!;
    const to = ends.to[link]!;
    if (!binds(flat, kind, to, begun)) continue;
    const moment = arrivesAtFinish(kind) ? finishMoment(flat, late, to) : lateStart(flat, late, to);
    const from = beforeLag(moment, timing.lag[link]!, tables[timing.lagTable[link]!]);
    if (from < 0) return false;
    const most = leavesFinish(kind) ? placeUntilFinish(flat, row, from) : placeUntilStart(flat, row, from);
    if (most < place) place = most;
  }
  late[row] = place;
  return place >= 0;
}

/** Whether a link from a row (begun or not) to another still has something to say. */
export function binds(flat: FlatNetwork, kind: number, to: number, fromBegun: boolean): boolean {
  if (flat.rows.finishedAt[to] !== NONE) return false;
  if (fromBegun && !leavesFinish(kind)) return false;
  return flat.rows.startedAt[to] === NONE || arrivesAtFinish(kind) || leavesFinish(kind);
}

/** For what has begun its remaining work begins again: that is what a finish before it must make room for. */
export function lateStart(flat: FlatNetwork, places: Int32Array, row: number): number {
  const { work, table } = flat.rows;
  return work[row] === 0 ? places[row]! : flat.tables[table[row]!]!.days[places[row]!]!;
}

function fixedCeiling(flat: FlatNetwork, row: number, begun: boolean): number {
  const { startCeiling, finishCeiling } = flat.rows.limits;
  let ceiling = LAST_MOMENT;
  if (!begun && startCeiling[row] !== NONE) ceiling = placeUntilStart(flat, row, startCeiling[row]!);
  if (finishCeiling[row] !== NONE) ceiling = Math.min(ceiling, placeUntilFinish(flat, row, finishCeiling[row]!));
  return ceiling;
}

/** The moment at which the last activity is finished; 0 for a plan without rows. */
export function lastFinish(flat: FlatNetwork, places: Int32Array): number {
  let last = 0;
  for (let row = 0; row < flat.activities.length; row++) last = Math.max(last, finishMoment(flat, places, row));
  return last;
}
