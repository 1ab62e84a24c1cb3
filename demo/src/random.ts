/**
 * A small seeded generator (mulberry32), so that the demo district is the same on every machine and every day. Not for
 * anything that must be unguessable.
 */
export type Random = {
  /** in [0, 1) */
  next(): number;
  /** a whole number in [0, below) */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** one of the keys, each as often as its weight says */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  chance(probability: number): boolean;
  /** roughly normal, mean 0, standard deviation 1 (sum of uniforms) */
  normal(): number;
  /** another generator, independent of how much is drawn from this one afterwards */
  fork(name: string): Random;
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const random: Random = {
    next,
    below: (below) => Math.floor(next() * below),
    pick(from) {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[random.below(from.length)]!;
    },
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
      let at = next() * total;
      for (const [key, weight] of entries) {
        at -= weight;
        if (at < 0) return key;
      }
      return entries.at(-1)![0];
    },
    chance: (probability) => next() < probability,
    normal: () => Array.from({ length: 12 }, next).reduce((sum, x) => sum + x, -6),
    fork: (name) => seededRandom(hash(name, seed)),
  };
  return random;
}

/** FNV-1a over the code points, started from a seed. */
export function hash(text: string, seed = 0): number {
  let h = (2_166_136_261 ^ seed) >>> 0;
  for (const character of text) h = Math.imul(h ^ character.codePointAt(0)!, 16_777_619) >>> 0;
  return h;
}
