import { type FlatNetwork, NONE } from './flat-network.ts';
import { type EarlyPlaces, type OffCalendar, placeEarly, placeLate } from './passes.ts';

/**
 * The passes again after an edit, over the rows that it can have reached alone: changed rows are computed in order, and
 * only a row whose place came out different hands the change on. The answer is that of the full pass, because each row
 * is computed by the same function from neighbours that are already right.
 */

/** @param changed rows that were edited themselves, or whose links were */
export function forwardAgain(
  flat: FlatNetwork,
  before: EarlyPlaces,
  changed: readonly number[],
): EarlyPlaces | OffCalendar {
  const early = { places: before.places.slice(), drivers: before.drivers.slice() };
  const due = new Uint8Array(flat.order.length);
  let first = flat.order.length;
  const mark = (row: number) => {
    const rank = flat.rankOf[row]!;
    due[rank] = 1;
    first = Math.min(first, rank);
  };
  // The finish of a changed row may move although its place does not, so its successors are computed in any case.
  for (const row of changed) {
    mark(row);
    eachSuccessor(flat, row, mark);
  }
  for (let rank = first; rank < due.length; rank++) {
    if (due[rank] === 0) continue;
    const row = flat.order[rank]!;
    const place = early.places[row];
    if (!placeEarly(flat, early, row)) return { offCalendar: row };
    if (early.places[row] !== place) eachSuccessor(flat, row, mark);
  }
  return early;
}

/** @param until the same moment as that of the pass which gave `before` */
export function backwardAgain(
  flat: FlatNetwork,
  before: Int32Array,
  changed: readonly number[],
  until: number,
): Int32Array | OffCalendar {
  const late = before.slice();
  const due = new Uint8Array(flat.order.length);
  let last = NONE;
  const mark = (row: number) => {
    const rank = flat.rankOf[row]!;
    due[rank] = 1;
    last = Math.max(last, rank);
  };
  for (const row of changed) {
    mark(row);
    eachPredecessor(flat, row, mark);
  }
  for (let rank = last; rank >= 0; rank--) {
    if (due[rank] === 0) continue;
    const row = flat.order[rank]!;
    const place = late[row];
    if (!placeLate(flat, late, row, until)) return { offCalendar: row };
    if (late[row] !== place) eachPredecessor(flat, row, mark);
  }
  return late;
}

function eachSuccessor({ leaving, ends }: FlatNetwork, row: number, act: (row: number) => void): void {
  for (let next = leaving.begin[row]!; next < leaving.begin[row + 1]!; next++) act(ends.to[leaving.link[next]!]!);
}

function eachPredecessor({ arriving, ends }: FlatNetwork, row: number, act: (row: number) => void): void {
  for (let next = arriving.begin[row]!; next < arriving.begin[row + 1]!; next++) act(ends.from[arriving.link[next]!]!);
}
