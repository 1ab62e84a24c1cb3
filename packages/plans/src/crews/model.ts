import type { Packing } from './packing.ts';

/**
 * A checked project as flat arrays of whole numbers: what the inner loops read. Nothing here is allocated again while
 * schedules are generated. Activities and crews are their positions in the project.
 */
export type Model = {
  readonly size: number;
  readonly crews: number;
  /** periods that are looked at; every activity can be placed before its end if it can be placed at all */
  readonly horizon: number;
  readonly duration: Int32Array;
  readonly notBefore: Int32Array;
  /** by activity × crew */
  readonly demands: Int32Array;
  readonly packing: Packing;
  /** `demands` packed: by activity × word */
  readonly packedDemand: Int32Array;
  /** by period × word, guards set; one period only when no capacity changes */
  readonly packedCapacity: Int32Array;
  readonly capacityChanges: boolean;
  /** by crew, its capacity over time as steps */
  readonly capacities: readonly Steps[];
  /** every predecessor before its successors */
  readonly topological: Int32Array;
  /** what an activity waits for, seen forward in time and in the mirror */
  readonly forward: Links;
  readonly mirror: Links;
  /** no calendar and no budget: starts alone say everything */
  readonly plain: boolean;
  /** a start may lie before the start (in the mirror: after the finish) of what it waits for */
  readonly overlaps: boolean;
  readonly calendars: Calendars;
  readonly budget: Budget | null;
};

/** `values[i]` holds from `from[i]` on; `from[0]` is 0. */
export type Steps = { readonly from: readonly number[]; readonly values: readonly number[] };

/** Activity `i` waits for `other[e]`, for e from `first[i]` to `first[i + 1]` - 1. */
export type Links = {
  readonly first: Int32Array;
  readonly other: Int32Array;
  /** from the start of `other` to the start of `i`, at least; true without calendars only */
  readonly startLag: Int32Array;
  /** bit 0: it binds the finish of `i`, not the start; bit 1: it counts from the start of `other`, not the finish */
  readonly ends: Uint8Array;
  readonly lag: Int32Array;
  /** mask whose working periods the lag counts, or -1 */
  readonly lagMask: Int16Array;
};

/** instead of a makespan: an activity found no place */
export const NO_ROOM = 0x3fffffff;
/** the frame of a placement forward in time; otherwise the period from which it runs backward */
export const FORWARD = 0;

export const BINDS_FINISH = 1;
export const FROM_START = 2;

export type Calendars = {
  /** which periods work, one mask for each combination of calendars in use */
  readonly masks: readonly Uint8Array[];
  /** by activity: its mask, or -1 when every period works */
  readonly maskOf: Int16Array;
  readonly interruptible: Uint8Array;
};

export type Budget = {
  /** by period before the last release: released up to and including it. Afterwards everything is */
  readonly released: Float64Array;
  readonly cost: Float64Array;
  /** costs fall in equal parts on the periods worked, not at the start */
  readonly evenly: Uint8Array;
};
