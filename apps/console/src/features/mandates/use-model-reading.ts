import { getDocument, listDocuments } from '@duban/contract/mandates';
import { askModel, getLanguageModel, getModelReading } from '@duban/contract/model-readings';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';

/** milliseconds between two looks at whether the model has answered */
const LOOK_AGAIN = 2_000;

/**
 * What the language model was asked about a document. While it thinks, the page looks again now and then; when it has
 * answered, the document is fetched again, because there may be new proposals.
 */
export function useModelReading(documentId: string) {
  const queries = useQueryClient();
  const [isWaiting, setIsWaiting] = useState(false);
  const wasWaiting = useRef(false);
  const model = useQueryOf(getLanguageModel, {}).data?.model ?? null;
  const found = useQueryOf(getModelReading, { id: documentId }, isWaiting ? { every: LOOK_AGAIN } : {});
  const reading = found.data?.reading ?? null;
  const waits = reading?.state === 'waiting' && !reading.isAbandoned;
  useEffect(() => {
    setIsWaiting(waits);
    if (wasWaiting.current && !waits) void queries.invalidateQueries({ queryKey: [getDocument.name] });
    wasWaiting.current = waits;
  }, [waits, queries]);
  const ask = useCommand(askModel, { refreshes: [getModelReading, getDocument, listDocuments] });
  return { model, reading, isWaiting: waits, ask };
}
