import type { Random } from './random.ts';

/**
 * Two-point crossover of activity lists (Hartmann 1998), in two shapes that are drawn alike: the child keeps a stretch
 * of the mother's list, and what lies before and behind it comes in the order of the father; or it keeps what lies
 * before and behind, and the stretch comes in the order of the father. Either way it holds the same activities before,
 * in and behind the stretch as the mother, so predecessors stay first.
 */
export function cross(
  lists: Int32Array,
  size: number,
  mother: number,
  father: number,
  random: Random,
  child: Int32Array,
  sides: Uint8Array,
): void {
  const length = Math.max(1, Math.min(size, Math.round(size * (LEAST + (MOST - LEAST) * random.share()))));
  const from = random.below(size - length + 1);
  const until = from + length;
  const keepsStretch = random.share() < 0.5;
  for (let rank = 0; rank < size; rank++) {
    const activity = lists[mother * size + rank]!;
    const inside = rank >= from && rank < until;
    sides[activity] = inside === keepsStretch ? KEPT : rank < from ? BEFORE : inside ? INSIDE : BEHIND;
    if (inside === keepsStretch) child[rank] = activity;
  }
  let before = 0;
  let inside = from;
  let behind = until;
  for (let rank = 0; rank < size; rank++) {
    const activity = lists[father * size + rank]!;
    const side = sides[activity]!;
    if (side === BEFORE) child[before++] = activity;
    else if (side === INSIDE) child[inside++] = activity;
    else if (side === BEHIND) child[behind++] = activity;
  }
}

/** of the list, as the length of the stretch */
const LEAST = 0.15;
const MOST = 0.75;

const KEPT = 0;
const BEFORE = 1;
const INSIDE = 2;
const BEHIND = 3;
