import { entityEdits } from '../repairs/entities.ts';
import type { Span } from '../mandate.ts';

/**
 * A document as labels quote it: tags dropped, entities decoded, white space dropped, nothing else changed. Offsets of
 * the compact text are what spans are compared in, so that wraps and markup do not count.
 */
export type CompactText = {
  readonly text: string;
  /** for each character of the compact text where it begins in the file; one more for the end */
  readonly at: readonly number[];
};

export function compactText(raw: string): CompactText {
  const skipped = [...raw.matchAll(/<\/?[a-z!][^<>]*>/gi)].map((tag) => ({
    start: tag.index,
    end: tag.index + tag[0].length,
    after: '',
  }));
  const decoded = entityEdits(raw);
  const edits = [...skipped, ...decoded].toSorted((a, b) => a.start - b.start);
  const characters: string[] = [];
  const at: number[] = [];
  const add = (text: string, from: number, step: 0 | 1): void => {
    for (let i = 0; i < text.length; i++) {
      if (/\s|\u200b|\ufeff/.test(text[i]!)) continue;
      characters.push(text[i]!);
      at.push(from + i * step);
    }
  };
  let next = 0;
  for (const { start, end, after } of edits) {
    // an entity inside a tag
    if (start < next) continue;
    add(raw.slice(next, start), next, 1);
    add(after, start, 0);
    next = end;
  }
  add(raw.slice(next), next, 1);
  return { text: characters.join(''), at: [...at, raw.length] };
}

/** A quote without what is dropped on both sides. */
export const compactQuote = (quote: string): string => compactText(quote).text;

/** Every place of a quote; none when the document does not have it. */
export function placesOf({ text }: CompactText, quote: string): Span[] {
  const wanted = compactQuote(quote);
  const found: Span[] = [];
  if (wanted === '') return found;
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1))
    found.push({ start: i, end: i + wanted.length });
  return found;
}

/** The stretch of compact text that a stretch of the file became. */
export function compactSpan({ at }: CompactText, rawStart: number, rawEnd: number): Span {
  return { start: firstFrom(at, rawStart), end: firstFrom(at, rawEnd) };
}

function firstFrom(at: readonly number[], offset: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
