import type { Rival } from './gbk-pairs.ts';

/** A way through the first characters of a damaged stretch. */
export type State = {
  readonly score: number;
  /** code of the last character read or decoded */
  readonly last: number;
  /** the byte left over, or -1 in step */
  readonly pending: number;
  readonly from: State | null;
  readonly at: number;
  readonly move: 'read' | 'open' | 'inner' | 'half' | 'close' | 'single';
  readonly emitted: string;
  /** the characters that share the byte of a torn one */
  readonly rivals: readonly Rival[];
};

const WIDEST_BEAM = 40;

export const byScore = (a: State, b: State): number => a.score - b.score;

/** The cheapest way to each place, byte and last character; of the dear ones only the first few are followed. */
export function best(states: readonly State[]): State[] {
  const cheapest = new Map<number, State>();
  for (const state of states) {
    const key = (state.pending + 1) * 0x10000 + state.last;
    const known = cheapest.get(key);
    if (!known || state.score < known.score) cheapest.set(key, state);
  }
  return [...cheapest.values()].toSorted(byScore).slice(0, WIDEST_BEAM);
}
