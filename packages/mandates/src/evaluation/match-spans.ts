import type { Span } from '../mandate.ts';

/** How much two stretches have in common, of all that either has (intersection over union): 0 … 1. */
export function overlapOf(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** What two stretches have in common, of the shorter one: 1 when one lies within the other. */
export function shareOfShorter(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / Math.min(a.end - a.start, b.end - b.start);
}

/** Whether the two meet; a place without width, where something was cut out, meets what it lies in or at the edge of. */
export function meets(a: Span, b: Span): boolean {
  return b.start === b.end ? a.start <= b.start && b.start <= a.end : shareOfShorter(a, b) > 0;
}

export type Pair = { readonly wanted: number; readonly found: number };

/**
 * Pairs what is wanted with what was found, one to one, the closest first. A quote that the document has more than once
 * may be meant at any of its places.
 *
 * @param least the closeness from which a pair counts
 * @param mayPair what besides the place has to fit
 */
export function matchSpans(
  wanted: readonly (readonly Span[])[],
  found: readonly Span[],
  closeness: (a: Span, b: Span) => number,
  least: number,
  mayPair: (wanted: number, found: number) => boolean = () => true,
): Pair[] {
  const possible = wanted.flatMap((places, i) =>
    found.flatMap((span, k) => {
      const close = Math.max(0, ...places.map((place) => closeness(place, span)));
      return close >= least && close > 0 && mayPair(i, k) ? [{ wanted: i, found: k, close }] : [];
    }),
  );
  const pairs: Pair[] = [];
  const used = { wanted: new Set<number>(), found: new Set<number>() };
  for (const pair of possible.toSorted((a, b) => b.close - a.close || a.wanted - b.wanted || a.found - b.found)) {
    if (used.wanted.has(pair.wanted) || used.found.has(pair.found)) continue;
    used.wanted.add(pair.wanted);
    used.found.add(pair.found);
    pairs.push({ wanted: pair.wanted, found: pair.found });
  }
  return pairs.toSorted((a, b) => a.wanted - b.wanted);
}
