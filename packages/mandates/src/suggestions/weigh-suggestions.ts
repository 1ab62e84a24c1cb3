import { trimSpan } from '../directives/trim-span.ts';
import type { Span } from '../mandate.ts';
import { quotePlaces, tightText } from './quote-places.ts';

/**
 * What a language model quoted as directives, weighed before anybody sees it. A quote is all that a model can give: who,
 * until when and how much are read out of the quoted words by the rules, so that nothing it makes up can get in.
 */
export type WeighedSuggestions<Known> = {
  /** places in the text that nobody proposed before, in the order of the text */
  readonly fresh: readonly Span[];
  /** what the rules or a person had there already */
  readonly confirmed: readonly Known[];
  readonly dropped: Readonly<Record<DropReason, number>>;
};

/**
 * not_in_text: the document does not say so; heading: it names what follows and orders nothing itself; too_short,
 * too_long: no sentence; surplus: beyond what is taken of one text.
 */
export const dropReasons = ['not_in_text', 'heading', 'too_short', 'too_long', 'surplus'] as const;
export type DropReason = (typeof dropReasons)[number];

/** an act with an object, as 拆除违建 */
const SHORTEST = 4;
const LONGEST = 600;
/** of one document: a person reviews them one by one */
const MOST_FRESH = 300;
/** two stretches mean the same when they share this part of the shorter one */
const SAME = 0.5;

/**
 * @param known what is in the review already, decided or not: a sentence that a person rejected is not proposed again
 * @param headings the outline of the text
 */
export function weighSuggestions<Known extends Span>(
  text: string,
  known: readonly Known[],
  headings: readonly Span[],
  quotes: readonly string[],
): WeighedSuggestions<Known> {
  const tight = tightText(text);
  const dropped = { not_in_text: 0, heading: 0, too_short: 0, too_long: 0, surplus: 0 };
  const fresh: Span[] = [];
  const confirmed = new Set<Known>();
  const seen = new Set<string>();
  for (const quote of quotes) {
    const words = quote.replaceAll(/\s/g, '');
    if (seen.has(words)) continue;
    seen.add(words);
    const places = quotePlaces(tight, words).map((place) => trimSpan(text, place.start, place.end));
    const [first] = places;
    if (!first) dropped.not_in_text++;
    else if (first.end - first.start < SHORTEST) dropped.too_short++;
    else if (first.end - first.start > LONGEST) dropped.too_long++;
    else if (places.every((place) => headings.some((heading) => isWithin(place, heading)))) dropped.heading++;
    else {
      const here = known.filter((one) => places.some((place) => isSame(one, place)));
      for (const one of here) confirmed.add(one);
      if (here.length > 0 || fresh.some((one) => places.some((place) => isSame(one, place)))) continue;
      if (fresh.length < MOST_FRESH) fresh.push(first);
      else dropped.surplus++;
    }
  }
  return {
    fresh: fresh.toSorted((a, b) => a.start - b.start),
    confirmed: known.filter((one) => confirmed.has(one)),
    dropped,
  };
}

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

function isSame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= SAME * Math.min(a.end - a.start, b.end - b.start) && shared > 0;
}
