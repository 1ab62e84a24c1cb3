import type { DirectiveView } from '@duban/contract/directive-view';
import { Mark } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { useFigureWords } from '../../words/target-words.tsx';

/** Everything that is known about a directive: who, where, until when, how much, why it was taken, who decided. */
export function ProposalFacts({ item }: { item: DirectiveView }) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  const figure = useFigureWords();
  const named = item.mentions.map((mention) => mention.mention).join('、');
  const isDoubtful = item.mentions.some((mention) => mention.doubt);
  const ground = item.territorialUnits.map((unit) => unit.shortName).join('、');
  const fact = (label: string, value: React.ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <dl className="proposal-facts">
      {fact(
        t('fact.line'),
        <>
          {item.lineUnit?.shortName ?? <span className="ui-faint">{t('fact.not_named')}</span>}
          {isDoubtful && (
            <>
              {' '}
              <Mark tone="amber">{t('fact.doubt', { named })}</Mark>
            </>
          )}
        </>,
      )}
      {fact(t('fact.ground'), ground || t('fact.whole_territory'))}
      {item.supportUnits.length > 0 &&
        fact(t('fact.support'), item.supportUnits.map((unit) => unit.shortName).join('、'))}
      {(item.deadlineText ?? item.deadlineDate) &&
        fact(
          t('fact.deadline'),
          <>
            {item.deadlineText} {item.deadlineDate && <strong>{item.deadlineDate}</strong>}
            {!item.deadlineDate && <span className="ui-faint"> {t('fact.no_day')}</span>}
          </>,
        )}
      {item.period && fact(t('fact.period'), t(`period.${item.period}`))}
      {item.targets.length > 0
        ? fact(
            t('fact.target'),
            <ul className="proposal-targets">
              {item.targets.map((target, i) => (
                <li key={i}>
                  {target.subject} {figure(target)}
                </li>
              ))}
            </ul>,
          )
        : item.targetText && fact(t('fact.target'), item.targetText)}
      {item.indicator && fact(t('outcome.indicator'), item.indicator.name)}
      {item.promise &&
        fact(
          t('outcome.promise'),
          `${item.promise.promisedBy}${item.promise.promisedTo && ` → ${item.promise.promisedTo}`}`,
        )}
      {item.placeText && fact(t('edit.place'), item.placeText)}
      {item.headings.length > 0 && fact(t('fact.headings'), item.headings.join(' › '))}
      {item.rules.length > 0 &&
        fact(
          t('fact.why'),
          <span className="ui-faint">{item.rules.map((rule) => t(`rule.${rule}`)).join(t('list_semicolon'))}</span>,
        )}
      {item.doubts.length > 0 &&
        fact(
          t('fact.rules_doubt'),
          <span className="ui-faint">{item.doubts.map((doubt) => t(`doubt.${doubt}`)).join(t('list_semicolon'))}</span>,
        )}
      {item.decidedBy &&
        item.decidedAt &&
        fact(t('fact.decided'), `${item.decidedBy.name} ${formats.dateTime(item.decidedAt)}`)}
    </dl>
  );
}

/** What came of a directive that was sent, with the way there. */
export function ProposalResults({ item }: { item: DirectiveView }) {
  const { t } = useTranslation('mandates');
  return (
    <p className="ui-row">
      {item.state === 'carried' && <span className="ui-faint">{t('review.carried')}</span>}
      {item.taskIds.map((taskId, i) => (
        <Link key={taskId} to="/tasks/$taskId" params={{ taskId }}>
          {t('review.to_task', { number: i + 1 })}
        </Link>
      ))}
      {item.targetIds.map((targetId, i) => (
        <Link key={targetId} to="/targets/$targetId" params={{ targetId }}>
          {t('review.to_target', { number: i + 1 })}
        </Link>
      ))}
      {item.indicatorIds.map((indicatorId) => (
        <Link key={indicatorId} to="/indicators/$indicatorId" params={{ indicatorId }}>
          {t('outcome.indicator')}
        </Link>
      ))}
      {item.promiseIds.map((promiseId) => (
        <Link key={promiseId} to="/promises/$promiseId" params={{ promiseId }}>
          {t('outcome.promise')}
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
