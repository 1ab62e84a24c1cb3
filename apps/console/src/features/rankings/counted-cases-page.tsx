import { type CountedCaseView, listRankedCases } from '@duban/contract/rankings';
import { listSnapshotCases } from '@duban/contract/snapshots';
import { caseStates, type CaseState } from '@duban/cases/states';
import type { Column } from '@duban/ui/data-table';
import { EmptyPanel } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { PagedTable, wayInAddress } from '@duban/ui/paged-table';
import { Mark } from '@duban/ui/status-light';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useUnits } from '../../data/units.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { useChoice } from './use-choice.ts';
import './rankings.css';

const route = getRouteApi('/shell/rankings/cases');

/** The cases behind one number of a ranking, of today or as published. */
export function CountedCasesPage() {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  const search = route.useSearch();
  const navigate = useNavigate();
  const units = useUnits();
  const { choice } = useChoice(search);
  const { snapshotId, count = 'due', unitId, after, asOf } = search;
  const page = { count, ...(unitId ? { unitId } : {}), ...(after ? { cursor: after } : {}), limit: 50 };
  const now = useQueryOf(
    listRankedCases,
    { period: choice?.period ?? '', group: (choice?.group ?? '') as never, ...(asOf ? { asOf } : {}), ...page },
    { enabled: choice !== null && snapshotId === undefined, keepPrevious: true },
  );
  const then = useQueryOf(
    listSnapshotCases,
    { id: snapshotId ?? '', ...page },
    { enabled: snapshotId !== undefined, keepPrevious: true },
  );
  const unitName = units.find((unit) => unit.id === unitId)?.name;
  const columns: Column<CountedCaseView>[] = [
    {
      key: 'case',
      title: t('list.case'),
      isHead: true,
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.number} {row.title}
        </Link>
      ),
    },
    {
      key: 'outcome',
      title: t('list.counted_as'),
      cell: (row) => row.outcome && <Mark tone={toneOf(row.outcome)}>{t(`outcome.${row.outcome}`)}</Mark>,
    },
    { key: 'unit', title: t('table.unit'), cell: (row) => row.unit?.shortName },
    {
      key: 'finishBy',
      title: t('list.finish_by'),
      cell: (row) => <span className="ui-nowrap">{row.finishBy && formats.dateTime(row.finishBy)}</span>,
    },
    {
      key: 'closedAt',
      title: t('list.closed_at'),
      cell: (row) => <span className="ui-nowrap">{row.closedAt && formats.dateTime(row.closedAt)}</span>,
    },
    {
      key: 'state',
      title: t('list.state_now'),
      cell: (row) => caseStates[row.state as CaseState]?.[currentLocale()] ?? row.state,
    },
  ];
  const go = (to: string | undefined) =>
    void navigate({
      to: '/rankings/cases',
      search: { ...search, ...(to ? { after: to } : { after: undefined }) } as never,
    });
  return (
    <PageFrame
      title={t('list.title', { count: t(`field.${count}`), unit: unitName ?? t('table.total') })}
      lead={snapshotId ? t('list.as_published') : t('list.lead', { period: choice?.period.split(':')[1] ?? '' })}
    >
      <PagedTable
        query={snapshotId === undefined ? now : then}
        wordsOf={wordsOf}
        rowsOf={(data) => data.cases}
        rowKey={(row) => `${row.caseId}${row.finishBy}`}
        caption={t('list.caption')}
        columns={columns}
        way={wayInAddress(after, go)}
        note={(on) => t('list.on_page', { count: on })}
        empty={<EmptyPanel title={t('list.empty')}>{t('list.empty_hint')}</EmptyPanel>}
      />
    </PageFrame>
  );
}

function toneOf(outcome: NonNullable<CountedCaseView['outcome']>) {
  if (outcome === 'closed_on_time') return 'green';
  if (outcome === 'closed_late') return 'amber';
  return outcome === 'open' || outcome === 'relapsed' ? 'red' : 'grey';
}
