import { placeOnCalendars } from './calendar-placement.ts';
import { FORWARD, type Links, type Model, NO_ROOM } from './model.ts';
import { type Placement, resetFree } from './free-capacity.ts';

/**
 * The serial schedule generation scheme (Kelley 1963; Kolisch 1996, EJOR 90:320-333): activities are taken in the order
 * of a list in which predecessors come first, and each is placed at the earliest period that its links and the free
 * crews allow. This is the inner loop of everything: it allocates nothing, and it searches a window from its end, so that
 * each period is looked at once and a conflict skips everything before it.
 *
 * @param frame `FORWARD`, or the period from which the links of the mirror are placed backward
 * @returns the makespan, or `NO_ROOM` when an activity found no place
 */
export function placeInOrder(model: Model, links: Links, into: Placement, list: Int32Array, frame: number): number {
  resetFree(model, into, frame);
  if (!model.plain) return placeOnCalendars(model, links, into, list, frame);
  return model.packing.words === 1
    ? placeOneWord(model, links, into, list, frame)
    : placeWords(model, links, into, list, frame);
}

function placeOneWord(model: Model, links: Links, into: Placement, list: Int32Array, frame: number): number {
  const { duration, packedDemand, notBefore, size } = model;
  const { free, starts, finishes } = into;
  const { first, other, startLag } = links;
  const guard = model.packing.guard[0]!;
  const limit = frame === FORWARD ? model.horizon : frame;
  let makespan = 0;
  for (let rank = 0; rank < size; rank++) {
    const activity = list[rank]!;
    let start = frame === FORWARD ? notBefore[activity]! : 0;
    const last = first[activity + 1]!;
    for (let edge = first[activity]!; edge < last; edge++) {
      const bound = starts[other[edge]!]! + startLag[edge]!;
      if (bound > start) start = bound;
    }
    const length = duration[activity]!;
    const demand = packedDemand[activity]!;
    let end = start + length;
    if (demand !== 0 && length > 0) {
      if (end > limit) return noRoom(into, makespan, frame);
      let known = start;
      let period = end - 1;
      while (period >= known) {
        if (((free[period]! - demand) & guard) === guard) period--;
        else {
          known = end;
          start = period + 1;
          end = start + length;
          if (end > limit) return noRoom(into, makespan, frame);
          period = end - 1;
        }
      }
      for (let taken = start; taken < end; taken++) free[taken] = (free[taken]! - demand) | 0;
    }
    starts[activity] = start;
    finishes[activity] = end;
    if (end > makespan) makespan = end;
  }
  into.touched = Math.max(makespan, frame);
  return makespan;
}

function placeWords(model: Model, links: Links, into: Placement, list: Int32Array, frame: number): number {
  const { duration, packedDemand, notBefore, size } = model;
  const { free, starts, finishes } = into;
  const { first, other, startLag } = links;
  const { guard, words } = model.packing;
  const limit = frame === FORWARD ? model.horizon : frame;
  let makespan = 0;
  for (let rank = 0; rank < size; rank++) {
    const activity = list[rank]!;
    let start = frame === FORWARD ? notBefore[activity]! : 0;
    const last = first[activity + 1]!;
    for (let edge = first[activity]!; edge < last; edge++) {
      const bound = starts[other[edge]!]! + startLag[edge]!;
      if (bound > start) start = bound;
    }
    const length = duration[activity]!;
    let end = start + length;
    for (let word = 0; word < words; word++) {
      const demand = packedDemand[activity * words + word]!;
      if (demand === 0 || length === 0) continue;
      const mask = guard[word]!;
      if (end > limit) return noRoom(into, makespan, frame);
      let known = start;
      let period = end - 1;
      let moved = false;
      while (period >= known) {
        if (((free[period * words + word]! - demand) & mask) === mask) period--;
        else {
          moved = true;
          known = end;
          start = period + 1;
          end = start + length;
          if (end > limit) return noRoom(into, makespan, frame);
          period = end - 1;
        }
      }
      // The words before this one agreed to an earlier start only.
      if (moved && word > 0) word = -1;
    }
    for (let word = 0; word < words; word++) {
      const demand = packedDemand[activity * words + word]!;
      if (demand === 0) continue;
      for (let taken = start; taken < end; taken++) {
        free[taken * words + word] = (free[taken * words + word]! - demand) | 0;
      }
    }
    starts[activity] = start;
    finishes[activity] = end;
    if (end > makespan) makespan = end;
  }
  into.touched = Math.max(makespan, frame);
  return makespan;
}

function noRoom(into: Placement, makespan: number, frame: number): number {
  into.touched = Math.max(makespan, frame);
  return NO_ROOM;
}
