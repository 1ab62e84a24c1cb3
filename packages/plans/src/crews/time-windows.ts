import type { Model } from './model.ts';

/**
 * Can a plain project end by a given period at all? Windows of starts are narrowed until nothing changes; an empty
 * window or too much work in a stretch of time is a proof that it cannot. A "perhaps" proves nothing. The rules, each
 * for constant capacities:
 * - links, forward and backward;
 * - two activities that never fit beside each other: if one order is impossible, the other holds (Carlier & Pinson 1989);
 * - compulsory parts: what works from its latest start to its earliest finish whatever happens takes its crews there
 *   (time-table reasoning, Klein & Scholl 1999, EJOR 112:322-346);
 * - energy: what must be worked between two moments fits into the crews' time there (Baptiste, Le Pape & Nuijten 1999,
 *   Annals of Operations Research 92:305-333).
 */
export type Windows = {
  /** windows of starts; narrowed by what follows */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** from the heads and tails alone */
  readonly open: (makespan: number) => void;
  /** narrows until nothing changes. @returns whether that proves that there is no such schedule */
  readonly refuted: (makespan: number) => boolean;
  /** the rule of energy, which narrows nothing and costs more than all the others */
  readonly overloaded: () => boolean;
};

export function timeWindows(model: Model, heads: Int32Array, tails: Int32Array): Windows {
  const { size, crews, duration, demands, capacities } = model;
  const capacity = Int32Array.from(capacities, ({ values }) => values[0]!);
  const pairs = exclusivePairs(model, capacity);
  const earliest = new Int32Array(size);
  const latest = new Int32Array(size);
  const profile = new Int32Array(crews * (model.horizon + 1));
  return { earliest, latest, open, refuted, overloaded };

  function open(makespan: number): void {
    for (let activity = 0; activity < size; activity++) {
      earliest[activity] = heads[activity]!;
      latest[activity] = makespan - tails[activity]!;
    }
  }

  function refuted(makespan: number): boolean {
    for (;;) {
      const narrowed = [narrowByLinks(), narrowByPairs(), narrowByProfile(makespan)];
      if (narrowed.includes('empty')) return true;
      if (!narrowed.includes('changed')) return false;
    }
  }

  type Narrowing = 'same' | 'changed' | 'empty';

  function narrowByLinks(): Narrowing {
    const { first, other, startLag } = model.forward;
    let result: Narrowing = 'same';
    for (const activity of model.topological) {
      for (let edge = first[activity]!; edge < first[activity + 1]!; edge++) {
        const bound = earliest[other[edge]!]! + startLag[edge]!;
        if (bound > earliest[activity]!) {
          earliest[activity] = bound;
          result = 'changed';
        }
      }
    }
    for (let rank = size - 1; rank >= 0; rank--) {
      const activity = model.topological[rank]!;
      for (let edge = first[activity]!; edge < first[activity + 1]!; edge++) {
        const bound = latest[activity]! - startLag[edge]!;
        if (bound < latest[other[edge]!]!) {
          latest[other[edge]!] = bound;
          result = 'changed';
        }
      }
    }
    for (let activity = 0; activity < size; activity++) if (earliest[activity]! > latest[activity]!) return 'empty';
    return result;
  }

  function narrowByPairs(): Narrowing {
    let result: Narrowing = 'same';
    for (let at = 0; at < pairs.length; at += 2) {
      const one = pairs[at]!;
      const two = pairs[at + 1]!;
      const oneFirst = earliest[one]! + duration[one]! <= latest[two]!;
      const twoFirst = earliest[two]! + duration[two]! <= latest[one]!;
      if (oneFirst && twoFirst) continue;
      if (!oneFirst && !twoFirst) return 'empty';
      const before = oneFirst ? one : two;
      const behind = oneFirst ? two : one;
      const length = duration[before]!;
      if (earliest[before]! + length > earliest[behind]!) {
        earliest[behind] = earliest[before]! + length;
        result = 'changed';
      }
      if (latest[behind]! - length < latest[before]!) {
        latest[before] = latest[behind]! - length;
        result = 'changed';
      }
    }
    return result;
  }

  function narrowByProfile(makespan: number): Narrowing {
    profile.fill(0, 0, crews * makespan);
    for (let activity = 0; activity < size; activity++) {
      for (let period = latest[activity]!; period < earliest[activity]! + duration[activity]!; period++) {
        for (let crew = 0; crew < crews; crew++) {
          const used = (profile[period * crews + crew]! += demands[activity * crews + crew]!);
          if (used > capacity[crew]!) return 'empty';
        }
      }
    }
    let result: Narrowing = 'same';
    for (let activity = 0; activity < size; activity++) {
      const length = duration[activity]!;
      if (length === 0) continue;
      const from = latest[activity]!;
      const until = earliest[activity]! + length;
      let start = earliest[activity]!;
      for (let period = start; period < start + length && start <= latest[activity]!; period++) {
        if (!hasRoom(activity, period, from, until)) start = period + 1;
      }
      let last = latest[activity]!;
      for (let period = last + length - 1; period >= last && last >= start; period--) {
        if (!hasRoom(activity, period, from, until)) last = period - length;
      }
      if (start > last) return 'empty';
      if (start > earliest[activity]! || last < latest[activity]!) result = 'changed';
      earliest[activity] = start;
      latest[activity] = last;
    }
    return result;
  }

  /** Besides the compulsory parts of all the others. */
  function hasRoom(activity: number, period: number, from: number, until: number): boolean {
    if (period >= from && period < until) return true;
    for (let crew = 0; crew < crews; crew++) {
      const demand = demands[activity * crews + crew]!;
      if (demand > 0 && profile[period * crews + crew]! + demand > capacity[crew]!) return false;
    }
    return true;
  }

  function overloaded(): boolean {
    const begins = [...new Set(earliest)].sort((a, b) => a - b);
    const ends = [...new Set(latest.map((start, activity) => start + duration[activity]!))].sort((a, b) => a - b);
    const energy = new Float64Array(crews);
    for (const begin of begins) {
      for (const end of ends) {
        if (end <= begin) continue;
        energy.fill(0);
        for (let activity = 0; activity < size; activity++) {
          const length = duration[activity]!;
          const early = earliest[activity]! + length - begin;
          const late = end - latest[activity]!;
          if (early <= 0 || late <= 0) continue;
          const inside = Math.min(length, end - begin, early, late);
          for (let crew = 0; crew < crews; crew++) energy[crew]! += inside * demands[activity * crews + crew]!;
        }
        for (let crew = 0; crew < crews; crew++) if (energy[crew]! > capacity[crew]! * (end - begin)) return true;
      }
    }
    return false;
  }
}

/** Pairs that take more of some crew together than there is, unless links order them already. Two numbers a pair. */
function exclusivePairs(model: Model, capacity: Int32Array): Int32Array {
  const { size, crews, duration, demands } = model;
  const lags = longestLags(model);
  const pairs: number[] = [];
  for (let one = 0; one < size; one++) {
    for (let two = one + 1; two < size; two++) {
      if (duration[one] === 0 || duration[two] === 0) continue;
      if (lags[one * size + two]! >= duration[one]! || lags[two * size + one]! >= duration[two]!) continue;
      let exclusive = false;
      for (let crew = 0; crew < crews; crew++) {
        exclusive ||= demands[one * crews + crew]! + demands[two * crews + crew]! > capacity[crew]!;
      }
      if (exclusive) pairs.push(one, two);
    }
  }
  return Int32Array.from(pairs);
}

const NO_PATH = -0x3fffffff;

/** From start to start over any number of links. */
function longestLags({ size, topological, forward }: Model): Int32Array {
  const lags = new Int32Array(size * size).fill(NO_PATH);
  for (const activity of topological) {
    for (let edge = forward.first[activity]!; edge < forward.first[activity + 1]!; edge++) {
      const other = forward.other[edge]!;
      const lag = forward.startLag[edge]!;
      lags[other * size + activity] = Math.max(lags[other * size + activity]!, lag);
      for (let start = 0; start < size; start++) {
        const before = lags[start * size + other]!;
        if (before === NO_PATH) continue;
        lags[start * size + activity] = Math.max(lags[start * size + activity]!, before + lag);
      }
    }
  }
  return lags;
}
