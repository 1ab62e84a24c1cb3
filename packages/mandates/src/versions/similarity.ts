/** How alike two texts are: shared pairs of neighbouring characters over all pairs (Dice), from 0 to 1. */
export function similarity(a: string, b: string): number {
  return alike(pairsOf(plain(a)), pairsOf(plain(b)));
}

export type Pairs = ReadonlyMap<string, number>;

/** Blanks and punctuation say nothing about whether two sentences are the same. */
export const plain = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]/gu, '');

export function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

export function alike(a: Pairs, b: Pairs): number {
  let shared = 0;
  let all = 0;
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 1 : (2 * shared) / all;
}
