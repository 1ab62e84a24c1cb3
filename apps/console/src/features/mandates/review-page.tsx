import type { DirectiveView } from '@duban/contract/directive-view';
import { type DocumentView, downloadOriginal, getDocument } from '@duban/contract/mandates';
import { whyNotDiscard, whyNotReview, whyNotSend } from '@duban/mandates/review/review';
import { FourState } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { Mark } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence, wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useSession } from '../../session/use-session.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { EditDirectiveDialog } from './edit-directive-dialog.tsx';
import { ModelNotice } from './model-notice.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { type SelectedSpan, useSelectedSpan } from './selected-span.ts';
import { reviewedItems, SendDialog } from './send-dialog.tsx';
import { SourcePane } from './source-pane.tsx';
import { type ReviewDeed, useReview } from './use-review.ts';
import './mandates.css';

const route = getRouteApi('/shell/documents/$documentId');

export function ReviewPage() {
  const { documentId } = route.useParams();
  const document = useQueryOf(getDocument, { id: documentId });
  return (
    <FourState query={document} wordsOf={wordsOf} rows={14}>
      {(data) => <Review key={data.id} document={data} />}
    </FourState>
  );
}

type Dialog = { readonly kind: 'edit'; readonly id: string } | { readonly kind: 'send' } | { readonly kind: 'discard' };

/** The document at the left, what it asks for at the right, linked both ways; below, what comes of it. */
function Review({ document }: { document: DocumentView }) {
  const { t } = useTranslation('mandates');
  const session = useSession();
  const review = useReview(document);
  const span = useSelectedSpan();
  const download = useDownload(downloadOriginal, document.fileName);
  const [current, setCurrent] = useState<string | null>(document.items[0]?.id ?? null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [withRepairs, setWithRepairs] = useState(false);
  const [side, setSide] = useState<'source' | 'items'>('items');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const asReviewed = { state: document.state, jurisdictionId: session.actor.jurisdictionId };
  const whyNot = whyNotReview(asReviewed, session.actor);
  const mayReview = whyNot === null;
  const { items } = document;
  const at = items.findIndex((item) => item.id === current);

  const choose = (id: string) => {
    setCurrent(id);
    window.document.querySelector(`[data-directive="${id}"]`)?.scrollIntoView({ block: 'center' });
  };
  const move = (step: 1 | -1) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next) choose(next.id);
  };
  const onDeed = (deed: ReviewDeed, item: DirectiveView) => {
    setCurrent(item.id);
    if (deed === 'edit') return setDialog({ kind: 'edit', id: item.id });
    void review[deed](item.id);
    move(1);
  };
  const add = async ({ start, end }: SelectedSpan) => {
    const added = await review.add(start, end);
    if (added) setCurrent(added.directiveId);
  };
  const onKey = (deed: ReviewDeed) => {
    const item = items[at];
    if (item && mayReview && item.state !== 'sent') onDeed(deed, item);
  };
  useShortcuts([
    { key: 'j', label: t('key.next'), run: () => move(1) },
    { key: 'k', label: t('key.previous'), run: () => move(-1) },
    { key: 'a', label: t('deed.accept'), run: () => onKey('accept') },
    { key: 'e', label: t('deed.edit'), run: () => onKey('edit') },
    { key: 'r', label: t('deed.reject'), run: () => onKey('reject') },
    { key: 'u', label: t('deed.undo'), run: () => mayReview && document.canUndo && void review.undo() },
  ]);
  const editing = dialog?.kind === 'edit' ? items.find((item) => item.id === dialog.id) : undefined;
  const whyNotUndo = whyNot ?? (document.canUndo ? null : { code: 'document.nothing_to_undo', params: {} });
  return (
    <PageFrame
      title={document.title}
      marks={<Mark tone={document.state === 'sent' ? 'green' : 'blue'}>{t(`document_state.${document.state}`)}</Mark>}
      lead={t('review.lead')}
      actions={
        <>
          <WhyNotButton whyNot={whyNotSentence(whyNotUndo)} onClick={() => void review.undo()}>
            {t('deed.undo')}
          </WhyNotButton>
          <Button loading={download.isFetching} onClick={() => void download.fetchFile({ id: document.id })}>
            {t('review.original')}
          </Button>
          <WhyNotButton
            danger
            whyNot={whyNotSentence(whyNot ?? whyNotDiscard(asReviewed, items))}
            onClick={() => setDialog({ kind: 'discard' })}
          >
            {t('deed.discard')}
          </WhyNotButton>
          <WhyNotButton
            type="primary"
            whyNot={whyNotSentence(whyNot ?? whyNotSend(reviewedItems(document)))}
            onClick={() => setDialog({ kind: 'send' })}
          >
            {t('deed.send')}
          </WhyNotButton>
        </>
      }
    >
      <DocumentFacts document={document} />
      <ModelNotice document={document} mayReview={mayReview} />
      {review.sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {review.sentence}
        </div>
      )}
      <div className="review-bar ui-no-print">
        <Segmented<'source' | 'items'>
          className="review-sides"
          aria-label={t('review.side')}
          value={side}
          options={[
            { value: 'source', label: t('review.source') },
            { value: 'items', label: t('review.items', { count: items.length }) },
          ]}
          onChange={setSide}
        />
        <Checkbox checked={withRepairs} onChange={(event) => setWithRepairs(event.target.checked)}>
          {t('review.show_repairs', { count: document.repairs.length })}
        </Checkbox>
        {mayReview && (
          <Button size="small" disabled={!span} onClick={() => span && void add(span)}>
            {span ? t('review.add_selected') : t('review.add_hint')}
          </Button>
        )}
        <span className="ui-faint review-keys">{t('review.keys')}</span>
      </div>
      <div className={`review-panes review-side-${side}`}>
        <SourcePane
          document={document}
          withRepairs={withRepairs}
          current={current}
          hovered={hovered}
          mayReview={mayReview}
          onHover={setHovered}
          onChoose={(id) => {
            setSide('items');
            setCurrent(id);
          }}
          onAcceptUnder={(heading) => void review.acceptUnder(heading)}
        />
        <section className="review-items" aria-label={t('review.items', { count: items.length })}>
          {items.length === 0 && <p className="ui-faint">{t('review.none')}</p>}
          <ol className="proposals">
            {items.map((item, i) => (
              <ProposalCard
                key={item.id}
                item={item}
                number={i + 1}
                isCurrent={item.id === current}
                isHovered={item.id === hovered}
                mayReview={mayReview}
                onHover={setHovered}
                onChoose={choose}
                onDeed={onDeed}
              />
            ))}
          </ol>
        </section>
      </div>
      {editing && <EditDirectiveDialog document={document} item={editing} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'send' && <SendDialog document={document} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'discard' && <DiscardDialog document={document} onClose={() => setDialog(null)} />}
    </PageFrame>
  );
}
