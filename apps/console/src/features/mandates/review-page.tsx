import { downloadOriginal, getDocument } from '@duban/contract/mandates';
import { FourState } from '@duban/ui/four-state';
import { getRouteApi } from '@tanstack/react-router';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { Review } from './review.tsx';
import './mandates.css';

const route = getRouteApi('/shell/documents/$documentId');

/** What does this document ask of whom, and what do we make of it? */
export function ReviewPage() {
  const { documentId } = route.useParams();
  const { directive } = route.useSearch();
  const document = useQueryOf(getDocument, { id: documentId }, { staleTime: 60_000 });
  const download = useDownload(downloadOriginal, document.data?.fileName ?? '');
  return (
    <FourState query={document} wordsOf={wordsOf} rows={14}>
      {(data) => (
        <Review
          key={data.id}
          document={data}
          asked={directive}
          isDownloading={download.isFetching}
          onDownload={() => void download.fetchFile({ id: data.id })}
        />
      )}
    </FourState>
  );
}
