import { exportReview } from '@duban/contract/document-text';
import type { DocumentView } from '@duban/contract/mandates';
import type { Refusal } from '@duban/kit/refusal';
import { whyNotDiscard, whyNotSend } from '@duban/mandates/review/review';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useSession } from '../../session/use-session.ts';
import type { ReviewDialog } from './review-dialogs.tsx';
import { reviewedItem } from './reviewed-items.ts';
import type { useReview } from './use-review.ts';

type Props = {
  readonly document: DocumentView;
  readonly whyNot: Refusal | null;
  readonly review: ReturnType<typeof useReview>;
  readonly isDownloading: boolean;
  readonly onDownload: () => void;
  readonly onDialog: (dialog: ReviewDialog) => void;
};

/** What can be done with the whole document. */
export function ReviewActions({ document, whyNot, review, isDownloading, onDownload, onDialog }: Props) {
  const { t } = useTranslation('mandates');
  const navigate = useNavigate();
  const session = useSession();
  const sheet = useDownload(exportReview, `${document.title}.xlsx`);
  const word = useDownload(exportReview, `${document.title}.docx`);
  const { items, canUndo, canRedo, state, id } = document;
  const asReviewed = { state, jurisdictionId: session.actor.jurisdictionId };
  const whyNotUndo = whyNot ?? (canUndo ? null : { code: 'document.nothing_to_undo', params: {} });
  const whyNotRedo = whyNot ?? (canRedo ? null : { code: 'document.nothing_to_redo', params: {} });
  return (
    <>
      <WhyNotButton whyNot={whyNotSentence(whyNotUndo)} onClick={() => void review.undo()}>
        {t('deed.undo')}
      </WhyNotButton>
      <WhyNotButton whyNot={whyNotSentence(whyNotRedo)} onClick={() => void review.redo()}>
        {t('deed.redo')}
      </WhyNotButton>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'breakdown', label: t('breakdown.open') },
            { key: 'xlsx', label: t('breakdown.xlsx') },
            { key: 'docx', label: t('breakdown.docx') },
            { key: 'original', label: t('review.original') },
          ],
          onClick: ({ key }) => {
            if (key === 'original') onDownload();
            else if (key === 'xlsx') void sheet.fetchFile({ id, format: 'xlsx' });
            else if (key === 'docx') void word.fetchFile({ id, format: 'docx' });
            else void navigate({ to: '/documents/$documentId/breakdown', params: { documentId: id } });
          },
        }}
      >
        <Button loading={isDownloading || sheet.isFetching || word.isFetching}>{t('review.files')}</Button>
      </Dropdown>
      <WhyNotButton
        danger
        whyNot={whyNotSentence(whyNot ?? whyNotDiscard(asReviewed, items))}
        onClick={() => onDialog({ kind: 'discard' })}
      >
        {t('deed.discard')}
      </WhyNotButton>
      <WhyNotButton
        type="primary"
        whyNot={whyNotSentence(whyNot ?? whyNotSend(items.map(reviewedItem)))}
        onClick={() => onDialog({ kind: 'send' })}
      >
        {t('deed.send')}
      </WhyNotButton>
    </>
  );
}
