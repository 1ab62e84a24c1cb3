import { diffArrays, diffChars } from 'diff';
import { type Sentence, sentencesOf } from '../directives/sentences.ts';
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
/** two documents that differ in more sentences than this have nothing to do with one another */
const MOST_EDITS = 6_000;

export function compareTexts(oldText: string, newText: string): TextChange[] {
  const before = sentencesOf(oldText);
  const after = sentencesOf(newText);
  const runs = diffArrays(
    before.map(({ text }) => plain(text)),
    after.map(({ text }) => plain(text)),
    { maxEditLength: MOST_EDITS },
  ) ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ];
  const changes: TextChange[] = [];
  let [i, j] = [0, 0];
  let removed: PlacedText[] = [];
  const close = (added: readonly PlacedText[]): void => {
    changes.push(...paired(removed, added));
    removed = [];
  };
  for (const { removed: isRemoved, added: isAdded, count = 0 } of runs) {
    if (isRemoved) {
      removed = before.slice(i, i + count).map(placed);
      i += count;
    } else if (isAdded) {
      close(after.slice(j, j + count).map(placed));
      j += count;
    } else {
      close([]);
      for (let k = 0; k < count; k++)
        changes.push({ kind: 'kept', old: placed(before[i++]!), new: placed(after[j++]!) });
    }
  }
  close([]);
  return changes;
}

const placed = ({ text, start }: Sentence): PlacedText => ({ text, start, end: start + text.length });

/** Removed and added sentences of one place, paired in order where they are alike. */
function paired(removed: readonly PlacedText[], added: readonly PlacedText[]): TextChange[] {
  const pairsOfAdded = added.map(({ text }) => pairsOf(plain(text)));
  const changes: TextChange[] = [];
  let next = 0;
  for (const old of removed) {
    const pairs = pairsOf(plain(old.text));
    const match = pairsOfAdded.findIndex((other, i) => i >= next && alike(pairs, other) >= SAME_SENTENCE);
    if (match < 0) {
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
