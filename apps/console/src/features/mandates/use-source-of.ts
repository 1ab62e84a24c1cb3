import type { DocumentView } from '@duban/contract/mandates';
import { useMemo } from 'react';
import type { SourceOf } from './source-segments.ts';

/**
 * What the text is drawn from, the same object as long as neither the text nor the places of the directives change:
 * deciding about one of 600 directives must not draw 100,000 characters anew.
 */
export function useSourceOf(document: DocumentView): SourceOf {
  const places = document.items.map(({ id, start, end }) => `${id}:${start}-${end}`).join();
  const { text, outline, repairs, gaps, unknowns, quantities, contradictions } = document;
  return useMemo(() => {
    const spans = places === '' ? [] : places.split(',').map(spanOf);
    return { text, outline, repairs, gaps, unknowns, quantities, contradictions, spans };
  }, [text, outline, repairs, gaps, unknowns, quantities, contradictions, places]);
}

function spanOf(place: string): SourceOf['spans'][number] {
  const [id, span] = place.split(':');
  const [start, end] = span!.split('-').map(Number);
  return { id: id!, start: start!, end: end! };
}
