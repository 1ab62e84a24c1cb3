import { recomputeSnapshot, type SnapshotView } from '@duban/contract/snapshots';
import { FourState } from '@duban/ui/four-state';
import { Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';

/** 复算: is it still what was published, do its cases give its numbers, and would the ledger of today give the same? */
export function RecomputePanel({ snapshot }: { snapshot: SnapshotView }) {
  const { t } = useTranslation('rankings');
  const [asked, setAsked] = useState(false);
  const answer = useQueryOf(recomputeSnapshot, { id: snapshot.id }, { enabled: asked, staleTime: 0 });
  const proof = (holds: boolean, of: 'hash' | 'counts') => (
    <li>
      <StatusLight tone={holds ? 'green' : 'red'}>{t(`recompute.${of}_${holds ? 'holds' : 'broken'}`)}</StatusLight>
    </li>
  );
  return (
    <Panel
      title={t('recompute.title')}
      extra={
        <Button loading={asked && answer.isFetching} onClick={() => (asked ? void answer.refetch() : setAsked(true))}>
          {t('recompute.run')}
        </Button>
      }
    >
      <p className="ui-faint">{t('recompute.lead')}</p>
      {asked && (
        <FourState query={answer} wordsOf={wordsOf} rows={3}>
          {(data) => (
            <div className="ui-stack" role="status">
              <ul className="rankings-plain">
                {proof(data.hashHolds, 'hash')}
                {proof(data.countsHold, 'counts')}
                <li>
                  <StatusLight tone={data.sameToday ? 'green' : 'blue'}>
                    {t(data.sameToday ? 'recompute.same' : 'recompute.differs')}
                  </StatusLight>
                </li>
                {data.methodVersion.published !== data.methodVersion.now && (
                  <li>{t('recompute.method_changed', data.methodVersion)}</li>
                )}
              </ul>
              {data.reasons.length > 0 && (
                <ul>
                  {data.reasons.map(({ reason, cases }) => (
                    <li key={reason}>{t('recompute.reason_count', { reason: t(`reason.${reason}`), count: cases })}</li>
                  ))}
                </ul>
              )}
              {data.counts.length > 0 && (
                <details>
                  <summary>{t('recompute.counts', { count: data.counts.length })}</summary>
                  <ul>
                    {data.counts.map(({ unit, field, published, now }) => (
                      <li key={`${unit.id}${field}`}>
                        {t('recompute.count', { unit: unit.name, field: t(`field.${field}`), published, now })}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {data.cases.length > 0 && (
                <details>
                  <summary>{t('recompute.cases', { count: data.cases.length })}</summary>
                  <ul>
                    {data.cases.map((each) => (
                      <li key={`${each.caseId}${each.reason}`}>
                        <Link to="/cases/$caseId" params={{ caseId: each.caseId }}>
                          {each.number} {each.title}
                        </Link>{' '}
                        {t(`reason.${each.reason}`)}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          )}
        </FourState>
      )}
    </Panel>
  );
}
