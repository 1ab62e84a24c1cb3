import type { DocumentView } from '@duban/contract/mandates';
import { progressOf, whyNotReview } from '@duban/mandates/review/review';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { Mark } from '@duban/ui/status-light';
import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/use-session.ts';
import { DocumentFacts } from './document-facts.tsx';
import { ModelNotice } from './model-notice.tsx';
import { ProposalList } from './proposal-list.tsx';
import { ReviewActions } from './review-actions.tsx';
import { ReviewBar } from './review-bar.tsx';
import { ReviewDialogs, type ReviewDialog } from './review-dialogs.tsx';
import { doubtsOf, filteredItems, type ItemFilter } from './reviewed-items.ts';
import { ReviewNews } from './review-news.tsx';
import { useSelectedSpan } from './selected-span.ts';
import { SourcePane } from './source-pane.tsx';
import { useDocumentWatch } from './use-document-watch.ts';
import { type ReviewDeed, useReview } from './use-review.ts';
import { useReviewPlace } from './use-review-place.ts';
import { useStable } from './use-stable.ts';
import { VersionNotice } from './version-notice.tsx';

type Props = {
  readonly document: DocumentView;
  /** the directive that somebody came to see */
  readonly asked: string | undefined;
  readonly isDownloading: boolean;
  readonly onDownload: () => void;
};

/** The document at the left, what it asks for at the right, linked both ways; below, what comes of it. */
export function Review({ document, asked, isDownloading, onDownload }: Props) {
  const { t } = useTranslation('mandates');
  const { message } = App.useApp();
  const session = useSession();
  const review = useReview(document);
  const other = useDocumentWatch(document, review.ownVersion);
  const span = useSelectedSpan();
  const [hovered, setHovered] = useState<string | null>(null);
  const [withRepairs, setWithRepairs] = useState(false);
  const [filter, setFilter] = useState<ItemFilter>('all');
  const [dialog, setDialog] = useState<ReviewDialog | null>(null);
  const { state, isSuperseded, items } = document;
  const asReviewed = { state, isSuperseded, jurisdictionId: session.actor.jurisdictionId };
  const whyNot = whyNotReview(asReviewed, session.actor);
  const mayReview = whyNot === null;
  const doubts = useMemo(() => doubtsOf(document), [document]);
  const shown = useMemo(() => filteredItems(items, filter, doubts), [items, filter, doubts]);
  const place = useReviewPlace(shown, asked);
  const progress = progressOf(items);

  const tellLeft = (reply: { accepted: number; left: readonly unknown[] } | undefined) => {
    if (!reply) return;
    void message.info(t('review.accepted_at_once', { accepted: reply.accepted, left: reply.left.length }), 6);
    if (reply.left.length > 0) setFilter('doubtful');
  };
  const onDeed = useStable((deed: ReviewDeed, id: string) => {
    place.setCurrent(id);
    if (deed === 'edit' || deed === 'reject' || deed === 'split') return setDialog({ kind: deed, id });
    if (deed === 'accept') {
      void review.accept(id);
      return place.move(1);
    }
    const next = items[items.findIndex((item) => item.id === id) + 1];
    if (next) void review.merge([id, next.id]).then((merged) => merged && place.setCurrent(merged.directiveId));
  });
  const onChoose = useStable(place.choose);
  const onChooseFromSource = useStable(place.chooseFromSource);
  const onShowSource = useStable(place.showSource);
  const onAcceptUnder = useStable((heading: number) => void review.acceptUnder(heading).then(tellLeft));
  const add = async () => {
    const added = span && (await review.add(span.start, span.end));
    if (added) place.choose(added.directiveId);
  };
  const onKey = (deed: ReviewDeed) => {
    const item = items.find(({ id }) => id === place.current);
    if (item && mayReview && item.state !== 'sent' && item.state !== 'carried') onDeed(deed, item.id);
  };
  const keys = [
    { key: 'j', label: t('key.next'), run: () => place.move(1) },
    { key: 'k', label: t('key.previous'), run: () => place.move(-1) },
    { key: 'a', label: t('deed.accept'), run: () => onKey('accept') },
    { key: 'e', label: t('deed.edit'), run: () => onKey('edit') },
    { key: 'r', label: t('deed.reject'), run: () => onKey('reject') },
    { key: 's', label: t('deed.split'), run: () => onKey('split') },
    { key: 'm', label: t('deed.merge'), run: () => onKey('merge') },
    { key: 'u', label: t('deed.undo'), run: () => mayReview && document.canUndo && void review.undo() },
    { key: 'y', label: t('deed.redo'), run: () => mayReview && document.canRedo && void review.redo() },
    { key: '?', label: t('key.help'), run: () => setDialog({ kind: 'keys' }) },
  ];
  useShortcuts(keys);
  return (
    <PageFrame
      title={document.title}
      marks={<Mark tone={state === 'sent' ? 'green' : 'blue'}>{t(`document_state.${state}`)}</Mark>}
      lead={t('review.lead')}
      actions={
        <ReviewActions
          document={document}
          whyNot={whyNot}
          review={review}
          isDownloading={isDownloading}
          onDownload={onDownload}
          onDialog={setDialog}
        />
      }
    >
      <DocumentFacts
        document={document}
        mayReview={mayReview}
        onShow={place.showPlace}
        onEdit={() => setDialog({ kind: 'facts' })}
        onRepairs={() => setDialog({ kind: 'repairs' })}
        onHistory={() => setDialog({ kind: 'history' })}
      />
      <VersionNotice
        document={document}
        mayReview={mayReview}
        isSending={review.isSending}
        onLink={(previousId) => void review.link(previousId)}
      />
      <ModelNotice document={document} mayReview={mayReview} />
      <ReviewNews sentence={review.sentence} isStale={review.isStale} other={other} />
      <ReviewBar
        document={document}
        progress={progress}
        doubts={doubts}
        filter={filter}
        side={place.side}
        withRepairs={withRepairs}
        mayReview={mayReview}
        hasSelection={span !== null}
        onFilter={setFilter}
        onSide={place.setSide}
        onRepairs={setWithRepairs}
        onAdd={() => void add()}
        onAcceptAll={() => void review.acceptAll().then(tellLeft)}
        onKeys={() => setDialog({ kind: 'keys' })}
      />
      <div className={`review-panes review-side-${place.side}`}>
        <SourcePane
          document={document}
          withRepairs={withRepairs}
          current={place.current}
          hovered={hovered}
          mayReview={mayReview}
          onHover={setHovered}
          onChoose={onChooseFromSource}
          onAcceptUnder={onAcceptUnder}
        />
        <section className="review-items" aria-label={t('review.items', { count: items.length })}>
          <ProposalList
            all={items}
            shown={shown}
            doubts={doubts}
            current={place.current}
            hovered={hovered}
            mayReview={mayReview}
            onMove={place.move}
            onHover={setHovered}
            onChoose={onChoose}
            onShowSource={onShowSource}
            onDeed={onDeed}
          />
        </section>
      </div>
      <ReviewDialogs
        dialog={dialog}
        document={document}
        review={review}
        mayReview={mayReview}
        keys={keys}
        onMoved={() => place.move(1)}
        onChoose={place.choose}
        onShowPlace={place.showPlace}
        onClose={() => setDialog(null)}
      />
    </PageFrame>
  );
}
