import { dueAfter } from './budget.ts';
import { BINDS_FINISH, FORWARD, FROM_START, type Links, type Model, NO_ROOM } from './model.ts';
import { type Placement, resetFree } from './free-capacity.ts';

/**
 * The serial scheme where time is not the same for everybody: an activity works in the periods of its own mask only,
 * with or without breaks, its crews are taken in the periods that it works, links bind starts or finishes, and money
 * must have been released before it is due. Slower than the plain scheme, and called when something of this is asked.
 *
 * Backward, the budget is not looked at: whatever moves later is due later.
 */
export function placeOnCalendars(model: Model, links: Links, into: Placement, list: Int32Array, frame: number): number {
  const { finishes } = into;
  const purse = frame === FORWARD ? openPurse(model) : null;
  let makespan = 0;
  for (let rank = 0; rank < model.size; rank++) {
    const activity = list[rank]!;
    const { start, leastFinish } = boundsOf(model, links, into, activity, frame);
    const found = findPlace(model, into, activity, start, leastFinish, frame, purse);
    if (!found) {
      into.touched = Math.max(makespan, frame);
      return NO_ROOM;
    }
    take(model, into, activity, frame);
    if (purse !== null) spend(model, purse, into, activity);
    makespan = Math.max(makespan, finishes[activity]!);
  }
  into.touched = Math.max(makespan, frame);
  return makespan;
}

/**
 * Every activity as early as its links, its calendars and the money allow if all the others took nothing: no schedule
 * starts anything earlier.
 * @returns the first activity (by rank in `list`) that finds no place even so, or -1
 */
export function placeAlone(model: Model, links: Links, into: Placement, list: Int32Array): number {
  const purse = openPurse(model);
  resetFree(model, into, FORWARD);
  for (const activity of list) {
    const { start, leastFinish } = boundsOf(model, links, into, activity, FORWARD);
    if (!findPlace(model, into, activity, start, leastFinish, FORWARD, purse)) return activity;
  }
  return -1;
}

function boundsOf(model: Model, links: Links, into: Placement, activity: number, frame: number) {
  let start = frame === FORWARD ? model.notBefore[activity]! : 0;
  let leastFinish = 0;
  const last = links.first[activity + 1]!;
  for (let edge = links.first[activity]!; edge < last; edge++) {
    const ends = links.ends[edge]!;
    const other = links.other[edge]!;
    const from = (ends & FROM_START) === 0 ? into.finishes[other]! : into.starts[other]!;
    const bound = after(model, from, links.lag[edge]!, links.lagMask[edge]!, frame);
    if ((ends & BINDS_FINISH) !== 0) leastFinish = Math.max(leastFinish, bound);
    else start = Math.max(start, bound);
  }
  return { start, leastFinish };
}

/**
 * The first moment with at least `lag` working periods since `from`, or, when `lag` is negative, with at most -`lag`
 * working periods until `from`. Both read the same in the mirror.
 */
function after(model: Model, from: number, lag: number, mask: number, frame: number): number {
  if (mask < 0) return from + lag;
  const works = model.calendars.masks[mask]!;
  const limit = frame === FORWARD ? model.horizon : frame;
  let moment = from;
  for (let left = lag; left > 0 && moment <= limit; moment++) {
    left -= works[frame === FORWARD ? moment : Math.max(0, frame - 1 - moment)]!;
  }
  for (let left = -lag; left >= 0 && lag < 0 && moment > 0;) {
    left -= works[frame === FORWARD ? moment - 1 : frame - moment]!;
    if (left >= 0) moment--;
  }
  return moment;
}

/** Sets start and finish of the earliest place. */
function findPlace(
  model: Model,
  into: Placement,
  activity: number,
  earliest: number,
  leastFinish: number,
  frame: number,
  purse: Purse | null,
): boolean {
  const length = model.duration[activity]!;
  const limit = frame === FORWARD ? model.horizon : frame;
  const mask = model.calendars.maskOf[activity]!;
  const works = mask < 0 ? null : model.calendars.masks[mask]!;
  const breaks = model.calendars.interruptible[activity] === 1;
  let from = purse === null ? earliest : Math.max(earliest, affordableFrom(model, purse, activity, earliest));
  if (length === 0) {
    from = Math.max(from, leastFinish);
    into.starts[activity] = from;
    into.finishes[activity] = from;
    return from <= limit;
  }
  let first = -1;
  let worked = 0;
  for (let period = from; period < limit; period++) {
    if (works !== null && works[frame === FORWARD ? period : frame - 1 - period] === 0) {
      if (breaks) continue;
      worked = 0;
    } else if (!fits(model, into, activity, period)) worked = 0;
    else {
      if (worked === 0) first = period;
      worked++;
    }
    if (worked < length) continue;
    into.starts[activity] = first;
    into.finishes[activity] = period + 1;
    if (period + 1 >= leastFinish && (purse === null || affordable(model, purse, into, activity))) return true;
    // Too early for its finish or for the money: try again one period after this start.
    period = first;
    worked = 0;
  }
  return false;
}

function fits(model: Model, into: Placement, activity: number, period: number): boolean {
  const { words, guard } = model.packing;
  for (let word = 0; word < words; word++) {
    const left = into.free[period * words + word]! - model.packedDemand[activity * words + word]!;
    if ((left & guard[word]!) !== guard[word]!) return false;
  }
  return true;
}

function take(model: Model, into: Placement, activity: number, frame: number): void {
  const { words } = model.packing;
  const mask = model.calendars.maskOf[activity]!;
  const works = mask < 0 ? null : model.calendars.masks[mask]!;
  for (let period = into.starts[activity]!; period < into.finishes[activity]!; period++) {
    if (works !== null && works[frame === FORWARD ? period : frame - 1 - period] === 0) continue;
    for (let word = 0; word < words; word++) {
      const at = period * words + word;
      into.free[at] = (into.free[at]! - model.packedDemand[activity * words + word]!) | 0;
    }
  }
}

/** What is left of the releases, by period, and the least that is left from each period on. */
type Purse = { readonly left: Float64Array; readonly least: Float64Array };

function openPurse({ budget }: Model): Purse | null {
  // Releases only add up, so at first what is left is the least that is left.
  return budget === null ? null : { left: budget.released.slice(), least: budget.released.slice() };
}

/** For costs at the start: the first period from which they are never missing again. */
function affordableFrom(model: Model, { least }: Purse, activity: number, earliest: number): number {
  if (model.budget!.evenly[activity] === 1) return earliest;
  const cost = model.budget!.cost[activity]!;
  let from = earliest;
  while (from < least.length && least[from]! < cost) from++;
  return from;
}

function affordable(model: Model, { least }: Purse, into: Placement, activity: number): boolean {
  const { cost, evenly } = model.budget!;
  if (evenly[activity] === 0) return true;
  let worked = 0;
  const last = Math.min(into.finishes[activity]!, least.length);
  for (let period = into.starts[activity]!; period < last; period++) {
    worked += worksIn(model, activity, period);
    if (least[period]! < dueAfter(cost[activity]!, true, worked, model.duration[activity]!)) return false;
  }
  return true;
}

function spend(model: Model, { left, least }: Purse, into: Placement, activity: number): void {
  const { cost, evenly } = model.budget!;
  if (cost[activity] === 0) return;
  const finish = into.finishes[activity]!;
  let worked = 0;
  for (let period = into.starts[activity]!; period < left.length; period++) {
    if (period < finish) worked += worksIn(model, activity, period);
    left[period]! -= dueAfter(cost[activity]!, evenly[activity] === 1, worked, model.duration[activity]!);
  }
  let behind = Infinity;
  for (let period = left.length - 1; period >= 0; period--) {
    behind = Math.min(behind, left[period]!);
    least[period] = behind;
  }
}

function worksIn(model: Model, activity: number, period: number): number {
  const mask = model.calendars.maskOf[activity]!;
  return mask < 0 ? 1 : model.calendars.masks[mask]![period]!;
}
