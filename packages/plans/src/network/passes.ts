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
  const { arriving, rows, tables } = flat;
  if (rows.finishedAt[row] !== NONE) {
    early.places[row] = rows.startedAt[row]!;
    early.drivers[row] = BY_TODAY;
    return true;
  }
  let place = placeFromStart(flat, row, flat.today);
  let driver = BY_TODAY;
  const floor = fixedFloor(flat, row);
  if (floor > place) {
    place = floor;
    driver = BY_FIXED_DATE;
  }
  for (let next = arriving.begin[row]!; next < arriving.begin[row + 1]!; next++) {
    const link = arriving.link[next]!;
    const least = leastAfterLink(flat, early.places, link);
    // Of equal causes a link says more than that today is today.
    if (least > place || (least === place && driver < 0)) {
      place = least;
      driver = link;
    }
  }
  early.places[row] = place;
  early.drivers[row] = driver;
  const work = rows.work[row]!;
  return work === 0 ? place <= LAST_MOMENT : place + work <= tables[rows.table[row]!]!.days.length;
}

/**
 * The first place that a link allows its successor; NONE when it has nothing to say any more, and beyond any calendar
 * when its lag is. What has begun may go on only after what it had to wait for: such links keep their say over the rest.
 */
export function leastAfterLink(flat: FlatNetwork, places: Int32Array, link: number): number {
  const { ends, timing, rows, tables } = flat;
  const kind = timing.kind[link]!;
  const row = ends.to[link]!;
  const from = ends.from[link]!;
  const atFinish = arrivesAtFinish(kind);
  if (rows.startedAt[row] !== NONE && !atFinish && !leavesFinish(kind)) return NONE;
  const moment = leavesFinish(kind) ? finishMoment(flat, places, from) : startMoment(flat, places, from);
  const until = afterLag(moment, timing.lag[link]!, tables[timing.lagTable[link]!]);
  if (until >= TOO_LATE) return TOO_LATE;
  return atFinish ? placeFromFinish(flat, row, until) : placeFromStart(flat, row, until);
}

/** The first place that the row's own fixed dates allow; NONE without any. */
export function fixedFloor(flat: FlatNetwork, row: number): number {
  const { limits, startedAt } = flat.rows;
  let floor = NONE;
  if (startedAt[row] === NONE && limits.startFloor[row] !== NONE) {
    floor = placeFromStart(flat, row, limits.startFloor[row]!);
  }
  if (limits.finishFloor[row] !== NONE) floor = Math.max(floor, placeFromFinish(flat, row, limits.finishFloor[row]!));
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
  let place = Math.min(placeUntilFinish(flat, row, until), fixedCeiling(flat, row));
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

/** The last place that the row's own fixed dates allow. */
export function fixedCeiling(flat: FlatNetwork, row: number): number {
  const { limits, startedAt } = flat.rows;
  let ceiling = LAST_MOMENT;
  if (startedAt[row] === NONE && limits.startCeiling[row] !== NONE) {
    ceiling = placeUntilStart(flat, row, limits.startCeiling[row]!);
  }
  if (limits.finishCeiling[row] === NONE) return ceiling;
  return Math.min(ceiling, placeUntilFinish(flat, row, limits.finishCeiling[row]!));
}

/** The moment at which the last activity is finished; 0 for a plan without rows. */
export function lastFinish(flat: FlatNetwork, places: Int32Array): number {
  let last = 0;
  for (let row = 0; row < flat.activities.length; row++) last = Math.max(last, finishMoment(flat, places, row));
  return last;
}
