import { PairIndex } from './pair-index.ts';
import { alike, pairsOf, plain } from './similarity.ts';

/**
 * Which directive of a newer version is which of the version before: word for word the same, changed, new, or withdrawn.
 * A decision is carried over only where the words are the same; a changed sentence is decided anew.
 */
export type DirectiveMatch =
  | { readonly kind: 'unchanged' | 'changed'; readonly oldId: string; readonly newId: string }
  | { readonly kind: 'new'; readonly oldId: null; readonly newId: string }
  | { readonly kind: 'withdrawn'; readonly oldId: string; readonly newId: null };

type Worded = { readonly id: string; readonly text: string };

/** a changed directive shares at least this much of its pairs of characters with the one before */
const SAME_ORDER = 0.55;

/** In the order of the new document; the withdrawn ones at the end in the order of the old. */
export function matchDirectives(before: readonly Worded[], after: readonly Worded[]): DirectiveMatch[] {
  const waiting = new Map<string, string[]>();
  for (const { id, text } of before) {
    const same = waiting.get(plain(text));
    if (same) same.push(id);
    else waiting.set(plain(text), [id]);
  }
  const found = new Map<string, DirectiveMatch>();
  const used = new Set<string>();
  for (const { id, text } of after) {
    const oldId = waiting.get(plain(text))?.shift();
    if (oldId === undefined) continue;
    used.add(oldId);
    found.set(id, { kind: 'unchanged', oldId, newId: id });
  }
  const left = before.filter(({ id }) => !used.has(id)).map(({ id, text }) => ({ id, pairs: pairsOf(plain(text)) }));
  const index = new PairIndex(left.map(({ pairs }) => pairs));
  const candidates = after
    .filter(({ id }) => !found.has(id))
    .flatMap(({ id, text }, at) => {
      const pairs = pairsOf(plain(text));
      return index
        .candidates(pairs, 0, at)
        .map((position) => left[position]!)
        .map((old) => ({ newId: id, oldId: old.id, alike: alike(old.pairs, pairs) }))
        .filter((candidate) => candidate.alike >= SAME_ORDER);
    })
    .toSorted((a, b) => b.alike - a.alike);
  for (const { newId, oldId } of candidates) {
    if (found.has(newId) || used.has(oldId)) continue;
    used.add(oldId);
    found.set(newId, { kind: 'changed', oldId, newId });
  }
  return [
    ...after.map(({ id }): DirectiveMatch => found.get(id) ?? { kind: 'new', oldId: null, newId: id }),
    ...before
      .filter(({ id }) => !used.has(id))
      .map(({ id }): DirectiveMatch => ({ kind: 'withdrawn', oldId: id, newId: null })),
  ];
}
