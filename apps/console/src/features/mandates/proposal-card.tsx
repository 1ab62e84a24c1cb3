import type { DirectiveView } from '@duban/contract/directive-view';
import type { Refusal } from '@duban/kit/refusal';
import { Mark } from '@duban/ui/status-light';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { ProposalFacts, ProposalResults } from './proposal-facts.tsx';
import type { ReviewDeed } from './use-review.ts';

export type ProposalCardProps = {
  readonly item: DirectiveView;
  readonly number: number;
  readonly doubts: readonly Refusal[] | undefined;
  readonly isCurrent: boolean;
  readonly isHovered: boolean;
  readonly mayReview: boolean;
  /** there is a neighbour after it to merge with */
  readonly canMerge: boolean;
  readonly onHover: (directiveId: string | null) => void;
  readonly onChoose: (directiveId: string) => void;
  readonly onShowSource: (directiveId: string) => void;
  readonly onDeed: (deed: ReviewDeed, directiveId: string) => void;
};

const tones = { proposed: 'blue', accepted: 'green', rejected: 'grey', sent: 'green', carried: 'green' } as const;

/**
 * One directive: what shall be done, by whom, until when. The one that is looked at shows everything that is known about
 * it; the others a line, so that six hundred of them are quick to scroll.
 */
export const ProposalCard = memo(function ProposalCard(props: ProposalCardProps) {
  const { item, number, doubts, isCurrent, isHovered, mayReview, onHover, onChoose, onShowSource } = props;
  const { t } = useTranslation('mandates');
  const state = t(`state.${item.state}`);
  const isOpen = item.state !== 'sent' && item.state !== 'carried';
  return (
    <li
      className={`proposal proposal-${item.state} ${isCurrent ? 'proposal-current' : ''} ${isHovered ? 'proposal-hovered' : ''}`}
      aria-current={isCurrent || undefined}
      data-proposal={item.id}
      onMouseEnter={() => onHover(item.id)}
      onMouseLeave={() => onHover(null)}
    >
      <div className="ui-row">
        <button
          type="button"
          className="proposal-title"
          aria-label={t('review.item_name', { number, state, action: item.action })}
          onClick={() => onChoose(item.id)}
        >
          {number}. {item.action}
        </button>
        <Mark tone={tones[item.state]}>{state}</Mark>
        {item.outcome !== 'task' && <Mark tone="amber">{t(`outcome.${item.outcome}`)}</Mark>}
        {item.edited && <Mark>{t('review.edited')}</Mark>}
        {(item.origin === 'split' || item.origin === 'merged' || item.origin === 'added') && (
          <Mark>{t(`origin.${item.origin}`)}</Mark>
        )}
        {item.origin === 'suggested' && <Mark tone="amber">{t('model:mark')}</Mark>}
      </div>
      {isCurrent && <blockquote className="proposal-source">{item.text}</blockquote>}
      {isCurrent ? <ProposalFacts item={item} /> : <OneLine item={item} />}
      {isOpen && doubts && doubts.length > 0 && <Doubts doubts={doubts} />}
      {item.state === 'rejected' && item.rejectedReason && (
        <p className="proposal-line">{t('review.rejected_because', { reason: item.rejectedReason })}</p>
      )}
      {!isOpen && <ProposalResults item={item} />}
      <div className="ui-row">
        {mayReview && isOpen && <Deeds {...props} />}
        <button type="button" className="proposal-deed proposal-to-source" onClick={() => onShowSource(item.id)}>
          {t('review.to_source')}
        </button>
      </div>
    </li>
  );
});

function OneLine({ item }: { item: DirectiveView }) {
  const { t } = useTranslation('mandates');
  const parts = [
    item.lineUnit?.shortName ?? (item.outcome === 'task' ? t('fact.not_named') : null),
    item.territorialUnits.map((unit) => unit.shortName).join('、'),
    item.deadlineDate ?? item.deadlineText,
    item.period && item.deadlineText !== t(`period.${item.period}`) ? t(`period.${item.period}`) : null,
  ];
  return <p className="proposal-line">{parts.filter(Boolean).join(' · ')}</p>;
}

function Doubts({ doubts }: { doubts: readonly Refusal[] }) {
  const { t } = useTranslation('mandates');
  return (
    <ul className="proposal-doubts" aria-label={t('review.doubts')}>
      {doubts.map((doubt) => (
        <li key={doubt.code}>
          <span aria-hidden="true">▲ </span>
          {whyNotSentence(doubt)}
        </li>
      ))}
    </ul>
  );
}

function Deeds({ item, isCurrent, canMerge, onDeed }: ProposalCardProps) {
  const { t } = useTranslation('mandates');
  const deed = (name: ReviewDeed, isMain = false) => (
    <button
      type="button"
      className={`proposal-deed ${isMain ? 'proposal-deed-main' : ''}`}
      onClick={() => onDeed(name, item.id)}
    >
      {t(`deed.${name}`)}
    </button>
  );
  return (
    <>
      {item.state !== 'accepted' && deed('accept', true)}
      {deed('edit')}
      {item.state !== 'rejected' && deed('reject')}
      {isCurrent && deed('split')}
      {isCurrent && canMerge && deed('merge')}
    </>
  );
}
