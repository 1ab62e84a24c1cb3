import { diffArrays, diffChars } from 'diff';
import { type Sentence, sentencesOf } from '../directives/sentences.ts';
import { PairIndex } from './pair-index.ts';
import { alike, pairsOf, plain, similarity } from './similarity.ts';

/**
 * What a newer version of a document changed, sentence by sentence: kept, added, removed, or changed, and in a changed
 * sentence which characters. Made with jsdiff (Myers' algorithm); only the pairing of what was removed with what was
 * added in its place is our own.
 */
export type TextChange =
  | { readonly kind: 'kept'; readonly old: PlacedText; readonly new: PlacedText }
  | { readonly kind: 'added'; readonly old: null; readonly new: PlacedText }
  | { readonly kind: 'removed'; readonly old: PlacedText; readonly new: null }
  | {
      readonly kind: 'changed';
      readonly old: PlacedText;
      readonly new: PlacedText;
      readonly parts: readonly TextPart[];
    };

export type PlacedText = { readonly text: string; readonly start: number; readonly end: number };
export type TextPart = { readonly kind: 'kept' | 'added' | 'removed'; readonly text: string };

/** half of the character pairs shared: the same sentence in other words */
const SAME_SENTENCE = 0.5;
/** sentences moved about more than this are shown as removed and added */
const MOST_EDITS = 1_500;

export function compareTexts(oldText: string, newText: string): TextChange[] {
  const before = sentencesOf(oldText);
  const after = sentencesOf(newText);
  const changes: TextChange[] = [];
  let [i, j] = [0, 0];
  for (const [keptOld, keptNew] of [...keptOf(before, after), [before.length, after.length] as const]) {
    changes.push(...paired(before.slice(i, keptOld).map(placed), after.slice(j, keptNew).map(placed)));
    [i, j] = [keptOld + 1, keptNew + 1];
    if (keptOld < before.length) {
      changes.push({ kind: 'kept', old: placed(before[keptOld]!), new: placed(after[keptNew]!) });
    }
  }
  return changes;
}

/**
 * Where the sentences stand that are the same, in order. Only those that both documents have are laid side by side:
 * the effort of the comparison grows with the square of the differences.
 */
function keptOf(before: readonly Sentence[], after: readonly Sentence[]): [number, number][] {
  const old = before.map(({ text }) => plain(text));
  const now = after.map(({ text }) => plain(text));
  const [inOld, inNow] = [new Set(old), new Set(now)];
  const oldAt = [...old.keys()].filter((i) => inNow.has(old[i]!));
  const nowAt = [...now.keys()].filter((j) => inOld.has(now[j]!));
  const runs = diffArrays(
    oldAt.map((i) => old[i]!),
    nowAt.map((j) => now[j]!),
    { maxEditLength: MOST_EDITS },
  );
  const kept: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { removed, added, count = 0 } of runs ?? []) {
    if (!removed && !added) for (let k = 0; k < count; k++) kept.push([oldAt[i + k]!, nowAt[j + k]!]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return kept;
}

const placed = ({ text, start }: Sentence): PlacedText => ({ text, start, end: start + text.length });

/** Removed and added sentences of one place, paired in order where they are alike. */
function paired(removed: readonly PlacedText[], added: readonly PlacedText[]): TextChange[] {
  const pairsOfAdded = added.map(({ text }) => pairsOf(plain(text)));
  const index = new PairIndex(pairsOfAdded);
  const changes: TextChange[] = [];
  let next = 0;
  for (const old of removed) {
    const pairs = pairsOf(plain(old.text));
    const isMatch = (i: number): boolean => i < added.length && alike(pairs, pairsOfAdded[i]!) >= SAME_SENTENCE;
    // The next one is tried in any case: two sentences of signs alone share no pair and are the same all the same.
    const match = isMatch(next) ? next : index.candidates(pairs, next, next).find(isMatch);
    if (match === undefined) {
      changes.push({ kind: 'removed', old, new: null });
      continue;
    }
    for (; next < match; next++) changes.push({ kind: 'added', old: null, new: added[next]! });
    const now = added[next++]!;
    changes.push({ kind: 'changed', old, new: now, parts: partsOf(old.text, now.text) });
  }
  for (; next < added.length; next++) changes.push({ kind: 'added', old: null, new: added[next]! });
  return changes;
}

function partsOf(before: string, after: string): TextPart[] {
  return diffChars(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}

/** Is this probably a newer version of that document? Different speeches share far less of their words. */
export function isVersionOf(oldText: string, newText: string): boolean {
  return similarity(oldText, newText) >= SAME_DOCUMENT;
}

/** of all pairs of neighbouring characters; one half of a document against the whole gives 0.67 */
const SAME_DOCUMENT = 0.6;
