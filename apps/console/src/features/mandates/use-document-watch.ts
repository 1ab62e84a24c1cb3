import { getReviewProgress } from '@duban/contract/document-text';
import { type DocumentView, getDocument } from '@duban/contract/mandates';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useSession } from '../../session/use-session.ts';

/** milliseconds between two looks at whether somebody else has gone on with the review */
const LOOK_AGAIN = 10_000;

/** The last step of somebody else since the page was opened, told once the page shows it. */
export type OtherStep = { readonly name: string; readonly type: string; readonly at: string };

/**
 * Two people may review one document. The page looks now and then whether it is still the newest and brings itself up to
 * date, so that nobody decides about what somebody else has just decided.
 */
export function useDocumentWatch(document: DocumentView, ownVersion: RefObject<number>): OtherStep | null {
  const queries = useQueryClient();
  const { actor } = useSession();
  const [other, setOther] = useState<OtherStep | null>(null);
  const progress = useQueryOf(getReviewProgress, { id: document.id }, { every: LOOK_AGAIN });
  const { data } = progress;
  useEffect(() => {
    if (!data || data.version <= Math.max(document.version, ownVersion.current)) return;
    const { by, type, at } = data.lastStep;
    if (by && by.id !== actor.personId) setOther({ name: by.name, type, at });
    void queries.invalidateQueries({ queryKey: [getDocument.name] });
  }, [data, document.version, ownVersion, actor.personId, queries]);
  return other;
}
