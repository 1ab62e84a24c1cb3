import { FORWARD, type Links, type Model, NO_ROOM } from './model.ts';
import { placeInOrder } from './placement.ts';
import { emptyPlacement } from './free-capacity.ts';

/**
 * Turns a list of activities into a schedule and pushes it to the right and to the left again (double justification:
 * Valls, Ballestín & Quintanilla 2005, EJOR 165:375-386). Right-justified, every activity is as late as the makespan
 * allows, taken by finish from the last; left-justified from there, by start from the first, nothing can end later than
 * before, and about half of all schedules get shorter. Works in buffers of its own: read them before the next call.
 */
export type ScheduleGenerator = {
  /** of the last schedule, forward in time */
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  /** the activities of the last justified schedule by start, predecessors first */
  readonly list: Int32Array;
  /** schedules generated so far */
  count: number;
  /** @returns the makespan, or `NO_ROOM` */
  readonly generate: (list: Int32Array) => number;
  /**
   * Justifies the schedule that was generated last. Links that let activities overlap, and money, can make it longer.
   * @returns the makespan, or `NO_ROOM`
   */
  readonly justify: (makespan: number) => number;
};

export function scheduleGenerator(model: Model): ScheduleGenerator {
  const { topological } = model;
  const placement = emptyPlacement(model);
  const { starts, finishes } = placement;
  const backward = Int32Array.from(topological).reverse();
  const order = orderBy(model);
  const list = new Int32Array(model.size);
  const reversed = new Int32Array(model.size);
  const made: ScheduleGenerator = {
    starts,
    finishes,
    list,
    count: 0,
    generate(from) {
      made.count++;
      return placeInOrder(model, model.forward, placement, from, FORWARD);
    },
    justify(makespan) {
      order(backward, model.mirror, finishes, makespan, reversed);
      made.count += 2;
      if (placeInOrder(model, model.mirror, placement, reversed, makespan) === NO_ROOM) return NO_ROOM;
      order(topological, model.forward, finishes, makespan, list);
      return placeInOrder(model, model.forward, placement, list, FORWARD);
    },
  };
  return made;
}

type Order = (tied: Int32Array, links: Links, finishes: Int32Array, makespan: number, into: Int32Array) => void;

/**
 * The activities by their finish from the last, which in the other direction of time is by their start from the first;
 * equal ones as they stand in `tied` (counting sort). Where links let an activity start before what it waits for, it is
 * still taken after it.
 */
function orderBy({ size, horizon, overlaps }: Model): Order {
  const counts = new Int32Array(horizon + 2);
  const keys = new Int32Array(size);
  return (tied, links, finishes, makespan, into) => {
    for (let activity = 0; activity < size; activity++) keys[activity] = makespan - finishes[activity]!;
    if (overlaps) carry(tied, links, keys);
    counts.fill(0, 0, makespan + 2);
    for (let activity = 0; activity < size; activity++) counts[keys[activity]! + 1]!++;
    for (let at = 0; at <= makespan; at++) counts[at + 1]! += counts[at]!;
    for (let rank = 0; rank < size; rank++) {
      const activity = tied[rank]!;
      into[counts[keys[activity]!]!++] = activity;
    }
  };
}

function carry(tied: Int32Array, { first, other }: Links, keys: Int32Array): void {
  for (const activity of tied) {
    for (let edge = first[activity]!; edge < first[activity + 1]!; edge++) {
      keys[activity] = Math.max(keys[activity]!, keys[other[edge]!]!);
    }
  }
}
