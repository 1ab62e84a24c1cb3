/**
 * The order in which activities can be computed, and the cycle when there is none. Works on rows (0, 1, …) and on the
 * links as two arrays, so that a plan of any size is ordered in one sweep (Kahn 1962).
 */
export type LinkEnds = { readonly from: Int32Array; readonly to: Int32Array };

/** For each row its links, as one array and the places where each row's share begins. */
export type LinksByRow = { readonly begin: Int32Array; readonly link: Int32Array };

/** @param end the row of each link by which the links are gathered */
export function linksByRow(count: number, end: Int32Array): LinksByRow {
  const begin = new Int32Array(count + 1);
  for (const row of end) begin[row + 1]!++;
  for (let row = 0; row < count; row++) begin[row + 1]! += begin[row]!;
  const next = begin.slice(0, count);
  const link = new Int32Array(end.length);
  for (let at = 0; at < end.length; at++) link[next[end[at]!]!++] = at;
  return { begin, link };
}

export type Order =
  | { readonly kind: 'order'; readonly rows: Int32Array; readonly rankOf: Int32Array }
  /** the links of a shortest cycle through one of its activities, in their direction */
  | { readonly kind: 'cycle'; readonly links: readonly number[] };

export function orderOf(count: number, ends: LinkEnds, leaving: LinksByRow): Order {
  const waitsFor = new Int32Array(count);
  for (const row of ends.to) waitsFor[row]!++;
  const rows = new Int32Array(count);
  let known = 0;
  for (let row = 0; row < count; row++) if (waitsFor[row] === 0) rows[known++] = row;
  for (let at = 0; at < known; at++) {
    const row = rows[at]!;
    for (let next = leaving.begin[row]!; next < leaving.begin[row + 1]!; next++) {
      const successor = ends.to[leaving.link[next]!]!;
      if (--waitsFor[successor]! === 0) rows[known++] = successor;
    }
  }
  if (known < count) return { kind: 'cycle', links: cycleAmong(waitsFor, ends, leaving) };
  const rankOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) rankOf[rows[rank]!] = rank;
  return { kind: 'order', rows, rankOf };
}

/**
 * Every row that still waits has a predecessor that waits too: going backwards must come round. From there the
 * shortest way back is searched in breadth, so that the chain shown to people has no detours.
 */
function cycleAmong(waitsFor: Int32Array, ends: LinkEnds, leaving: LinksByRow): readonly number[] {
  const waitingBefore = new Int32Array(waitsFor.length).fill(-1);
  for (let link = 0; link < ends.to.length; link++) {
    if (waitsFor[ends.from[link]!]! > 0) waitingBefore[ends.to[link]!] = ends.from[link]!;
  }
  let row = waitsFor.findIndex((waits) => waits > 0);
  const met = new Uint8Array(waitsFor.length);
  while (met[row] === 0) {
    met[row] = 1;
    row = waitingBefore[row]!;
  }
  return shortestWayBack(row, waitsFor.length, ends, leaving);
}

function shortestWayBack(start: number, count: number, ends: LinkEnds, leaving: LinksByRow): readonly number[] {
  const cameBy = new Int32Array(count).fill(-1);
  const queue = [start];
  for (const row of queue) {
    for (let next = leaving.begin[row]!; next < leaving.begin[row + 1]!; next++) {
      const link = leaving.link[next]!;
      const to = ends.to[link]!;
      if (to === start) return [...wayTo(row, start, cameBy, ends), link];
      if (cameBy[to] !== -1) continue;
      cameBy[to] = link;
      queue.push(to);
    }
  }
  throw new Error('a row that waits for itself has a way back to itself');
}

function wayTo(end: number, start: number, cameBy: Int32Array, ends: LinkEnds): number[] {
  const links: number[] = [];
  for (let row = end; row !== start; row = ends.from[cameBy[row]!]!) links.push(cameBy[row]!);
  return links.reverse();
}
