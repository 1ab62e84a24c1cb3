import type { Span } from '../mandate.ts';

/** A text without its white space, and where each character of it stands. */
export type TightText = { readonly text: string; readonly at: readonly number[] };

export function tightText(text: string): TightText {
  const characters: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue;
    characters.push(text[i]!);
    at.push(i);
  }
  return { text: characters.join(''), at };
}

/**
 * Every place where a text says exactly this, white space left out on both sides. Nothing else is forgiven: a quote with
 * one other character is not a quote.
 */
export function quotePlaces(tight: TightText, quote: string): Span[] {
  const wanted = quote.replaceAll(/\s/g, '');
  const found: Span[] = [];
  if (wanted === '') return found;
  for (let i = tight.text.indexOf(wanted); i >= 0; i = tight.text.indexOf(wanted, i + wanted.length)) {
    found.push({ start: tight.at[i]!, end: tight.at[i + wanted.length - 1]! + 1 });
  }
  return found;
}
