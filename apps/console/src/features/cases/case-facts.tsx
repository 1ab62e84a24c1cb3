import type { CaseView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { Explained } from '@duban/ui/why-not-button';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { CaseOrigin } from './case-origin.tsx';
import { useCaseWords } from '../../words/case-words.tsx';

/** What it is, by which standard, and who is charged with it. */
export function CaseFacts({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const formats = useFormats();
  const standard = found.standard;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('column.class'), found.className],
    [t('fact.condition'), standard?.conditionText ?? found.conditionCode],
    [t('fact.closing_condition'), standard?.closingCondition],
    [
      t('fact.evidence'),
      found.evidence === 'statement' ? null : (
        <Explained meaning={t(`fact.evidence_${found.evidence}`)}>{words.evidence(found.evidence)}</Explained>
      ),
    ],
    [t('fact.basis'), standard?.basis],
    [t('column.source'), words.source(found.sourceChannel)],
    [
      t('fact.reported'),
      [formats.dateTime(found.reported.at), found.reported.by?.name, found.reported.unit?.shortName]
        .filter(Boolean)
        .join(' '),
    ],
    [t('column.line'), found.lineUnit?.name],
    [t('column.territorial'), found.territorialUnit?.name],
    [t('column.handling'), found.handlingUnit?.name],
    [t('fact.assigned'), found.assignedUnit?.name],
    [
      t('fact.tags'),
      found.tags.length ? (
        <span className="ui-row">
          {found.tags.map((tag) => (
            <Mark key={tag}>{tag}</Mark>
          ))}
        </span>
      ) : null,
    ],
    [
      t('fact.merged_into'),
      found.mergedInto && (
        <Link to="/cases/$caseId" params={{ caseId: found.mergedInto.id }}>
          {found.mergedInto.number}
        </Link>
      ),
    ],
    [
      t('fact.counts'),
      t('counts_line', { extensions: found.extensionCount, relapses: found.relapseCount, urges: found.urgeCount }),
    ],
    [
      t('fact.closed'),
      found.closedAt &&
        `${formats.dateTime(found.closedAt)} ${found.closureKind ? words.closure(found.closureKind) : ''} ${found.finishedLate ? t('fact.late') : ''}`,
    ],
  ];
  return (
    <Panel title={t('fact.title')}>
      <p className="case-description">
        {found.description || <span className="ui-faint">{t('fact.no_description')}</span>}
      </p>
      <dl className="case-facts">
        {facts
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <CaseOrigin taskId={found.taskId} directiveId={found.directiveId} />
      {found.assignmentBinds && (
        <p>
          <Explained meaning={t('fact.binds_meaning')}>{t('fact.binds')}</Explained>
        </p>
      )}
    </Panel>
  );
}
