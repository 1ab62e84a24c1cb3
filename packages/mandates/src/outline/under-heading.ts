import type { Span } from '../mandate.ts';
import type { Heading } from './heading.ts';

/**
 * What belongs to a heading: from its title to the next heading of the same or a higher level.
 *
 * @returns null for a heading that does not exist or whose body is lost
 */
export function underHeading(outline: readonly Heading[], index: number, textLength: number): Span | null {
  const heading = outline[index];
  if (!heading || heading.bodyMissing) return null;
  const next = outline.find(
    (other, i) => i > index && !other.bodyMissing && other.level <= heading.level && other.start > heading.start,
  );
  return { start: heading.start, end: next?.start ?? textLength };
}
