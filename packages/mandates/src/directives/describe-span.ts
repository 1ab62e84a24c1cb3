import type { Span } from '../mandate.ts';
import type { Heading } from '../outline/heading.ts';
import { headingsAbove } from '../outline/outline.ts';
import { quantitiesIn } from '../quantities/quantities.ts';
import { timesIn } from './deadline.ts';
import { fillDirective, quantitiesWithin } from './fill-directive.ts';
import { leadersIn, ownerOf, supportersIn } from './owner.ts';
import type { FoundDirective } from './found-directive.ts';
import { trimSpan } from './trim-span.ts';

/**
 * A directive made of a stretch of text that a person selected: whatever the rules can read out of it is filled in,
 * and nothing is asked of its form.
 *
 * @returns null when nothing but blanks and punctuation was selected
 */
export function describeSpan(
  text: string,
  outline: readonly Heading[],
  span: Span,
  date: string | null,
): FoundDirective | null {
  const { start, end } = trimSpan(text, span.start, span.end);
  if (start >= end) return null;
  const piece = text.slice(start, end);
  const owner = ownerOf(piece);
  return fillDirective(
    text,
    {
      span: { start, end },
      act: piece.slice(owner?.length ?? 0),
      leads: owner?.names ?? leadersIn(piece),
      supports: supportersIn(piece),
      times: timesIn(piece, date),
      quantities: quantitiesWithin(quantitiesIn(text), { start, end }),
      headings: headingsAbove(outline, start),
      rules: ['selected_by_a_person'],
    },
    date,
  );
}
