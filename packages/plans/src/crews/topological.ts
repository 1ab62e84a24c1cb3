/**
 * Every predecessor before its successors; among those that are free, the first in the project first (Kahn 1962).
 * Otherwise the chain of activities that waits for itself, from its first in the project and round to it again.
 */
export function topologicalOrder(
  size: number,
  links: readonly { readonly from: number; readonly to: number }[],
): { readonly order: Int32Array } | { readonly chain: readonly number[] } {
  const waits = new Int32Array(size);
  const successors: number[][] = Array.from({ length: size }, () => []);
  for (const { from, to } of links) {
    waits[to]!++;
    successors[from]!.push(to);
  }
  const order = new Int32Array(size);
  let length = 0;
  for (let activity = 0; activity < size; activity++) if (waits[activity] === 0) order[length++] = activity;
  for (let rank = 0; rank < length; rank++) {
    for (const next of successors[order[rank]!]!) if (--waits[next]! === 0) order[length++] = next;
  }
  return length === size ? { order } : { chain: chainThrough(waits, links) };
}

/** Walking against the links from anything still waiting must come round. */
function chainThrough(waits: Int32Array, links: readonly { readonly from: number; readonly to: number }[]): number[] {
  const before = new Map<number, number>();
  for (const { from, to } of links) if (waits[from]! > 0 && waits[to]! > 0) before.set(to, from);
  const at = new Map<number, number>();
  const walk: number[] = [];
  let activity = waits.findIndex((left) => left > 0);
  // Something may hang behind the circle; what has nothing behind it in the rest is never a part of it.
  while (!at.has(activity)) {
    at.set(activity, walk.length);
    walk.push(activity);
    activity = before.get(activity)!;
  }
  const circle = walk.slice(at.get(activity)!).reverse();
  const first = circle.indexOf(Math.min(...circle));
  return [...circle.slice(first), ...circle.slice(0, first + 1)];
}
