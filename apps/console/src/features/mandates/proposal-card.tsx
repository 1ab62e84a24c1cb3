import type { DirectiveView } from '@duban/contract/directive-view';
import { whyIncomplete } from '@duban/mandates/review/review';
import { Mark } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import type { ReviewDeed } from './use-review.ts';

export type ProposalCardProps = {
  readonly item: DirectiveView;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly isHovered: boolean;
  readonly mayReview: boolean;
  readonly onHover: (directiveId: string | null) => void;
  readonly onChoose: (directiveId: string) => void;
  readonly onDeed: (deed: ReviewDeed, item: DirectiveView) => void;
};

const tones = { proposed: 'blue', accepted: 'green', rejected: 'grey', sent: 'green', carried: 'green' } as const;

/** One directive: what shall be done, by whom, until when, and why the rules took it. */
export function ProposalCard({
  item,
  number,
  isCurrent,
  isHovered,
  mayReview,
  onHover,
  onChoose,
  onDeed,
}: ProposalCardProps) {
  const { t } = useTranslation('mandates');
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const incomplete =
    item.state === 'accepted'
      ? whyNotSentence(whyIncomplete({ ...item, lineUnitId: item.lineUnit?.id ?? null }))
      : null;
  return (
    <li
      ref={box}
      className={`proposal proposal-${item.state} ${isCurrent ? 'proposal-current' : ''} ${isHovered ? 'proposal-hovered' : ''}`}
      aria-current={isCurrent || undefined}
      onMouseEnter={() => onHover(item.id)}
      onMouseLeave={() => onHover(null)}
    >
      <div className="ui-row">
        <button type="button" className="proposal-title" onClick={() => onChoose(item.id)}>
          {number}. {item.action}
        </button>
        <Mark tone={tones[item.state]}>{t(`state.${item.state}`)}</Mark>
        {item.edited && <Mark>{t('review.edited')}</Mark>}
        {item.origin === 'suggested' && <Mark tone="amber">{t('model:mark')}</Mark>}
        {item.outcome === 'case' && <Mark tone="amber">{t('outcome.case')}</Mark>}
      </div>
      <blockquote className="proposal-source">{item.text}</blockquote>
      <Facts item={item} />
      {incomplete && (
        <p className="proposal-incomplete" role="note">
          {incomplete}
        </p>
      )}
      {item.state === 'sent' && <Results item={item} />}
      {mayReview && item.state !== 'sent' && (
        <div className="ui-row">
          {item.state !== 'accepted' && (
            <Button size="small" type="primary" onClick={() => onDeed('accept', item)}>
              {t('deed.accept')}
            </Button>
          )}
          <Button size="small" onClick={() => onDeed('edit', item)}>
            {t('deed.edit')}
          </Button>
          {item.state !== 'rejected' && (
            <Button size="small" onClick={() => onDeed('reject', item)}>
              {t('deed.reject')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Facts({ item }: { item: DirectiveView }) {
  const { t } = useTranslation('mandates');
  const named = item.mentions.map((mention) => mention.mention).join('、');
  const isDoubtful = item.mentions.some((mention) => mention.doubt);
  const ground = item.territorialUnits.map((unit) => unit.shortName).join('、');
  return (
    <dl className="proposal-facts">
      <dt>{t('fact.line')}</dt>
      <dd>
        {item.lineUnit?.shortName ?? <span className="ui-faint">{t('fact.not_named')}</span>}
        {isDoubtful && (
          <>
            {' '}
            <Mark tone="amber">{t('fact.doubt', { named })}</Mark>
          </>
        )}
      </dd>
      <dt>{t('fact.ground')}</dt>
      <dd>{ground || t('fact.whole_territory')}</dd>
      {item.supportUnits.length > 0 && (
        <>
          <dt>{t('fact.support')}</dt>
          <dd>{item.supportUnits.map((unit) => unit.shortName).join('、')}</dd>
        </>
      )}
      {(item.deadlineText ?? item.deadlineDate) && (
        <>
          <dt>{t('fact.deadline')}</dt>
          <dd>
            {item.deadlineText} {item.deadlineDate && <strong>{item.deadlineDate}</strong>}
            {!item.deadlineDate && <span className="ui-faint"> {t('fact.no_day')}</span>}
          </dd>
        </>
      )}
      {item.targetText && (
        <>
          <dt>{t('fact.target')}</dt>
          <dd>{item.targetText}</dd>
        </>
      )}
      <dt>{t('fact.why')}</dt>
      <dd className="ui-faint">{item.rules.map((rule) => t(`rule.${rule}`)).join('；')}</dd>
    </dl>
  );
}

function Results({ item }: { item: DirectiveView }) {
  const { t } = useTranslation('mandates');
  return (
    <p className="ui-row">
      {item.taskIds.map((taskId, i) => (
        <Link key={taskId} to="/tasks/$taskId" params={{ taskId }}>
          {t('review.to_task', { number: i + 1 })}
        </Link>
      ))}
      {item.caseIds.map((caseId) => (
        <Link key={caseId} to="/cases/$caseId" params={{ caseId }}>
          {t('review.to_case')}
        </Link>
      ))}
    </p>
  );
}
