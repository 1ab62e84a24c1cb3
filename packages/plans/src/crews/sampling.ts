import type { Search } from './search.ts';

/**
 * Activity lists to begin with: among the activities that may come next, one is drawn with a chance that grows with how
 * far its tail exceeds the shortest one there (regret-based biased random sampling: Drexl 1991, Management Science
 * 37:1590-1602; Kolisch 1995). `greedy` always takes the longest tail instead, which is the latest-start-time rule.
 */
export function sampler({ model, random, priorities }: Search): (into: Int32Array, greedy: boolean) => void {
  const { size, forward, mirror } = model;
  const waits = new Int32Array(size);
  const open = new Int32Array(size);
  return (into, greedy) => {
    let count = 0;
    for (let activity = 0; activity < size; activity++) {
      waits[activity] = forward.first[activity + 1]! - forward.first[activity]!;
      if (waits[activity] === 0) open[count++] = activity;
    }
    for (let rank = 0; rank < size; rank++) {
      const chosen = greedy ? longestTail(count) : drawn(count);
      const activity = open[chosen]!;
      open[chosen] = open[--count]!;
      into[rank] = activity;
      for (let edge = mirror.first[activity]!; edge < mirror.first[activity + 1]!; edge++) {
        const next = mirror.other[edge]!;
        if (--waits[next]! === 0) open[count++] = next;
      }
    }
  };

  function longestTail(count: number): number {
    let chosen = 0;
    for (let at = 1; at < count; at++) if (priorities[open[at]!]! > priorities[open[chosen]!]!) chosen = at;
    return chosen;
  }

  function drawn(count: number): number {
    let least = Infinity;
    for (let at = 0; at < count; at++) least = Math.min(least, priorities[open[at]!]!);
    let sum = 0;
    for (let at = 0; at < count; at++) sum += priorities[open[at]!]! - least + 1;
    let draw = random.share() * sum;
    for (let at = 0; at < count; at++) {
      draw -= priorities[open[at]!]! - least + 1;
      if (draw < 0) return at;
    }
    return count - 1;
  }
}
