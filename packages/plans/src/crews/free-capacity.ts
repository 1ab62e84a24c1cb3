import { FORWARD, type Model } from './model.ts';

/** A schedule while it is made, and the capacity that it leaves; the buffers are used again for the next one. */
export type Placement = {
  /** free capacity, by period × word */
  readonly free: Int32Array;
  /** starts in the direction of the placement */
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  /** periods of `free` that were touched and must be reset */
  touched: number;
};

export function emptyPlacement(model: Model): Placement {
  const { words } = model.packing;
  const free = new Int32Array((model.horizon + 1) * words);
  return { free, starts: new Int32Array(model.size), finishes: new Int32Array(model.size), touched: model.horizon + 1 };
}

/** All capacity is free again, as seen from `frame`. */
export function resetFree(model: Model, into: Placement, frame: number): void {
  const { words } = model.packing;
  const { free } = into;
  const { packedCapacity } = model;
  if (!model.capacityChanges) {
    if (words === 1) free.fill(packedCapacity[0]!, 0, into.touched);
    else for (let at = 0; at < into.touched * words; at++) free[at] = packedCapacity[at % words]!;
  } else if (frame === FORWARD) {
    free.set(packedCapacity.subarray(0, into.touched * words));
  } else {
    for (let period = 0; period < frame; period++) {
      const from = (frame - 1 - period) * words;
      for (let word = 0; word < words; word++) free[period * words + word] = packedCapacity[from + word]!;
    }
  }
}
