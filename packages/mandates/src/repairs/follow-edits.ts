import type { Replacement } from '../offset-map.ts';

type Span = { readonly start: number; readonly end: number };

/**
 * Answers where a stretch of a text lies after edits, which are in order and do not overlap. An edit that lies within
 * the stretch moves its end; an edit of another length that only cuts into it, or that swallowed it, widens it to what
 * became of the whole edit, because nobody can say where in there the stretch went on.
 */
export function follower(edits: readonly Replacement[]): <T extends Span>(span: T) => T {
  const growth = [0];
  for (const { start, end, after } of edits) growth.push(growth.at(-1)! + after.length - (end - start));
  /** the first edit that ends after `at` */
  const firstAfter = (at: number): number => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edits[middle]!.end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (span) => {
    if (edits.length === 0) return span;
    const first = firstAfter(span.start);
    const opening = edits[first];
    const start = opening && opening.start < span.start && !keepsLength(opening) ? opening.start : span.start;
    if (span.end === span.start && start === span.start) {
      return { ...span, start: start + growth[first]!, end: start + growth[first]! };
    }
    // the last edit that begins before the end
    let last = first;
    while (last < edits.length && edits[last]!.start < span.end) last++;
    const closing = edits[last - 1];
    const end = closing && closing.end > span.end && !keepsLength(closing) ? closing.end : span.end;
    const cutAtEnd = closing !== undefined && closing.end > end;
    return { ...span, start: start + growth[first]!, end: end + growth[cutAtEnd ? last - 1 : last]! };
  };
}

export const keepsLength = ({ start, end, after }: Replacement): boolean => after.length === end - start;
