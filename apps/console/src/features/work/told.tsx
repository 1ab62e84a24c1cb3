import { type CaseNotification, listNotifications, markNotificationsSeen } from '@duban/contract/case-lists';
import { FourState } from '@duban/ui/four-state';
import { Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';

/** What my unit was told: limits that came near or passed, and what happened to its cases. */
export function Told() {
  const { t } = useTranslation('work');
  const [limit, setLimit] = useState(12);
  const told = useQueryOf(listNotifications, { limit }, { every: 60_000, keepPrevious: true });
  const markSeen = useCommand(markNotificationsSeen, { refreshes: [listNotifications] });
  const first = told.data?.rows[0];
  return (
    <Panel
      title={t('told.title')}
      extra={
        told.data && told.data.unseen > 0 && first ? (
          <Button size="small" loading={markSeen.isSending} onClick={() => void markSeen.send({ upToId: first.id })}>
            {t('told.mark', { count: told.data.unseen })}
          </Button>
        ) : null
      }
    >
      <FourState
        query={told}
        wordsOf={wordsOf}
        rows={5}
        isEmpty={(data) => data.rows.length === 0}
        empty={<p className="ui-faint">{t('told.none')}</p>}
      >
        {(data) => (
          <>
            <ul className="told">
              {data.rows.map((row) => (
                <ToldRow key={row.id} row={row} />
              ))}
            </ul>
            {data.next && limit < 100 && (
              <Button
                type="link"
                size="small"
                loading={told.isFetching}
                onClick={() => setLimit(Math.min(100, limit * 2))}
              >
                {t('told.more')}
              </Button>
            )}
          </>
        )}
      </FourState>
    </Panel>
  );
}

function ToldRow({ row }: { row: CaseNotification }) {
  const { t } = useTranslation('work');
  const formats = useFormats();
  const what =
    row.kind === 'escalation'
      ? t(`told.escalation.${row.code}`, { clock: t(`told.clock.${row.clock ?? 'finish'}`) })
      : t(`told.event.${row.code.replace('case.', '')}`);
  return (
    <li>
      <div className="ui-faint">
        {formats.dateTime(row.at)} {!row.seen && <Mark tone="amber">{t('told.new')}</Mark>}
      </div>
      <div>{what}</div>
      <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
        {row.caseNumber} {row.caseTitle}
      </Link>
    </li>
  );
}
