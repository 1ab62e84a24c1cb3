import { listSnapshots, type SnapshotRow } from '@duban/contract/snapshots';
import { periodLabel } from '@duban/calendar/period-label';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { type Column, DataTable } from '@duban/ui/data-table';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';
import './rankings.css';

/** Everything that was published, newest first. */
export function PublishedPage() {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useQueryOf(listSnapshots, cursor ? { cursor } : {}, { keepPrevious: true });
  const columns: Column<SnapshotRow>[] = [
    {
      key: 'issue',
      title: t('published.issue'),
      isHead: true,
      cell: (row) => (
        <Link to="/rankings/published/$snapshotId" params={{ snapshotId: row.id }}>
          {t('bulletin.issue', row.issue)}{' '}
          {t('bulletin.subject', { group: row.groupName, measure: t(`measure.${row.measure}`) })}
        </Link>
      ),
    },
    { key: 'period', title: t('choice.kind'), cell: (row) => periodLabel(row.period, currentLocale()) },
    {
      key: 'edition',
      title: t('published.edition'),
      cell: (row) => (
        <span className="ui-row">
          {t('bulletin.edition', { edition: row.edition })}
          {row.supersededBy && <Mark>{t('bulletin.superseded')}</Mark>}
          {row.openObjections > 0 && (
            <Mark tone="amber">{t('published.objections', { count: row.openObjections })}</Mark>
          )}
        </span>
      ),
    },
    {
      key: 'at',
      title: t('published.at'),
      cell: (row) => <span className="ui-nowrap">{formats.dateTime(row.publishedAt)}</span>,
    },
    { key: 'by', title: t('published.by'), cell: (row) => row.publishedBy.name },
  ];
  return (
    <PageFrame title={t('published.title')} lead={t('published.lead')}>
      <FourState
        query={page}
        wordsOf={wordsOf}
        isEmpty={(data) => data.snapshots.length === 0}
        empty={
          <EmptyPanel title={t('published.empty')} action={<Link to="/rankings">{t('title')}</Link>}>
            {t('published.empty_hint')}
          </EmptyPanel>
        }
      >
        {(data) => (
          <>
            <DataTable
              caption={t('published.title')}
              columns={columns}
              rows={data.snapshots}
              rowKey={(row) => row.id}
            />
            <KeysetPager
              hasPrevious={cursors.length > 0}
              hasNext={data.next !== null}
              onFirst={() => setCursors([])}
              onPrevious={() => setCursors(cursors.slice(0, -1))}
              onNext={() => setCursors([...cursors, data.next!])}
            />
          </>
        )}
      </FourState>
    </PageFrame>
  );
}
