import type { Model, Steps } from './model.ts';
import type { Placement } from './free-capacity.ts';
import { shaved } from './shaving.ts';
import { timeWindows } from './time-windows.ts';

/** Beyond this size the windows cost more than they tell. */
const MOST_FOR_WINDOWS = 200;
const MOST_FOR_SHAVING = 100;

export type Bounds = {
  /** by activity: no schedule starts it earlier */
  readonly heads: Int32Array;
  /** by activity: from its start to the end of everything at least, by its links */
  readonly tails: Int32Array;
  /** by links, calendars, money, and each crew's work: cheap */
  readonly simple: number;
};

/** @param alone every activity placed as if the others took nothing */
export function simpleBounds(model: Model, alone: Placement): Bounds {
  const heads = alone.starts.slice();
  const tails = tailsOf(model);
  const simple = Math.max(
    0,
    ...alone.finishes,
    ...model.capacities.map((steps, crew) => workBound(model, steps, crew)),
  );
  return { heads, tails, simple };
}

/**
 * Raises a bound as long as a makespan can be refuted (destructive improvement: Klein & Scholl 1999). Only for plain
 * projects with constant capacities and of moderate size; for others it stays what it is.
 *
 * @param least a bound that is known already
 * @param known a makespan that has a schedule: the answer is never above it
 * @param thorough tries windows at their borders too, which costs a hundred times as much
 * @param goesOn asked now and then; when it says no, the answer is what was proved until then
 */
export function raisedBound(
  model: Model,
  { heads, tails }: Bounds,
  least: number,
  known: number,
  thorough: boolean,
  goesOn: () => boolean = () => true,
): number {
  if (!model.plain || model.capacityChanges || model.size > MOST_FOR_WINDOWS) return least;
  const windows = timeWindows(model, heads, tails);
  const shaves = thorough && model.size <= MOST_FOR_SHAVING;
  let refuted = least - 1;
  // What refutes a makespan refutes all shorter ones: halve the stretch that is open.
  let open = known;
  while (open - refuted > 1 && goesOn()) {
    const middle = (refuted + open) >> 1;
    windows.open(middle);
    const proved = windows.refuted(middle) || windows.overloaded() || (shaves && shaved(windows, middle, goesOn));
    if (proved) refuted = middle;
    else open = middle;
  }
  return refuted + 1;
}

/** Longest paths to the end. With calendars the working periods alone: elapsed time depends on the date. */
function tailsOf({ size, duration, topological, mirror }: Model): Int32Array {
  const ends = new Int32Array(size);
  for (let rank = size - 1; rank >= 0; rank--) {
    const activity = topological[rank]!;
    for (let edge = mirror.first[activity]!; edge < mirror.first[activity + 1]!; edge++) {
      ends[activity] = Math.max(ends[activity]!, ends[mirror.other[edge]!]! + mirror.startLag[edge]!);
    }
  }
  return ends.map((start, activity) => start + duration[activity]!);
}

/** The period by which a crew can have done all its work if it never waits. */
function workBound({ size, crews, duration, demands }: Model, { from, values }: Steps, crew: number): number {
  let work = 0;
  for (let activity = 0; activity < size; activity++) work += duration[activity]! * demands[activity * crews + crew]!;
  for (let step = 0; step < from.length && work > 0; step++) {
    const until = from[step + 1] ?? Infinity;
    const capacity = values[step]!;
    if (capacity * (until - from[step]!) >= work) return from[step]! + Math.ceil(work / capacity);
    work -= capacity * (until - from[step]!);
  }
  return 0;
}
