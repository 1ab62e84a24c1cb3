import type { Pairs } from './similarity.ts';

/**
 * Which of many sentences could be alike a given one, without comparing it with each of them: those that share the most
 * pairs of characters with it, a rare pair counting more than a common one. Of a pair that stands in many sentences only
 * a window is looked at, so that the work for one sentence follows its own length and not the number of the others.
 */
export class PairIndex {
  /** positions of the sentences in which a pair stands, ascending */
  private readonly positions = new Map<string, number[]>();

  constructor(sentences: readonly Pairs[]) {
    for (const [position, pairs] of sentences.entries()) {
      for (const pair of pairs.keys()) {
        const known = this.positions.get(pair);
        if (known) known.push(position);
        else this.positions.set(pair, [position]);
      }
    }
  }

  /**
   * @param from sentences before this position are not asked for
   * @param around of a common pair the sentences from about here on
   * @returns positions in ascending order, at most `MOST_CANDIDATES`
   */
  candidates(pairs: Pairs, from: number, around: number): number[] {
    const weights = new Map<number, number>();
    for (const pair of pairs.keys()) {
      const positions = this.positions.get(pair);
      if (!positions) continue;
      const first = Math.max(
        firstFrom(positions, from),
        Math.min(firstFrom(positions, around - WINDOW / 2), positions.length - WINDOW),
      );
      const last = Math.min(positions.length, first + WINDOW);
      for (let i = first; i < last; i++) {
        weights.set(positions[i]!, (weights.get(positions[i]!) ?? 0) + 1 / positions.length);
      }
    }
    return [...weights]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_CANDIDATES)
      .map(([position]) => position)
      .toSorted((a, b) => a - b);
  }
}

const MOST_CANDIDATES = 16;
/** sentences looked at for one pair of characters */
const WINDOW = 32;

/** The index of the first entry of an ascending list that is not below `least`. */
function firstFrom(ascending: readonly number[], least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
