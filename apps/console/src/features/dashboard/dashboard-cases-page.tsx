import { listDashboardCases, type RedCaseView } from '@duban/contract/dashboard';
import { caseStates, type CaseState } from '@duban/cases/states';
import type { Column } from '@duban/ui/data-table';
import { EmptyPanel } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { PagedTable, wayInAddress } from '@duban/ui/paged-table';
import { StatusLight } from '@duban/ui/status-light';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useUnits } from '../../data/units.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';

const route = getRouteApi('/shell/dashboard/cases');

/** The cases behind a number of the dashboard, longest overdue first. */
export function DashboardCasesPage() {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const search = route.useSearch();
  const navigate = useNavigate();
  const units = useUnits();
  const { after, count = 'red', ...rest } = search;
  const page = useQueryOf(
    listDashboardCases,
    { count, ...rest, ...(after ? { cursor: after } : {}), limit: 50 },
    { keepPrevious: true },
  );
  const names = [search.unitId, search.holderId].flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []);
  const columns: Column<RedCaseView>[] = [
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
      key: 'why',
      title: t('red.why'),
      cell: (row) => row.reason && <StatusLight tone="red">{t(`reason.${row.reason}`)}</StatusLight>,
    },
    {
      key: 'since',
      title: t('list.since'),
      cell: (row) =>
        row.since && (
          <span>
            <span className="ui-nowrap">{formats.dateTime(row.since)}</span>{' '}
            {row.reason && (
              <small className="ui-faint ui-nowrap">
                {t('red.for', { duration: formats.duration(serverNow() - Date.parse(row.since)) })}
              </small>
            )}
          </span>
        ),
    },
    { key: 'holder', title: t('red.holder'), cell: (row) => row.holder?.shortName ?? t('list.dispatchers') },
    {
      key: 'state',
      title: t('list.state'),
      cell: (row) => caseStates[row.state as CaseState]?.[currentLocale()] ?? row.state,
    },
  ];
  const go = (to: string | undefined) =>
    void navigate({ to: '/dashboard/cases', search: { count, ...rest, ...(to ? { after: to } : {}) } });
  return (
    <PageFrame
      title={[t(`count.${count}`), search.reason && t(`reason.${search.reason}`), ...names].filter(Boolean).join(' · ')}
      lead={t(`note.${count}`)}
    >
      <PagedTable
        query={page}
        wordsOf={wordsOf}
        rowsOf={(data) => data.cases}
        rowKey={(row) => row.caseId}
        caption={t('list.caption')}
        columns={columns}
        way={wayInAddress(after, go)}
        note={(on) => t('list.on_page', { count: on })}
        empty={<EmptyPanel title={t('list.empty')}>{t('list.empty_hint')}</EmptyPanel>}
      />
    </PageFrame>
  );
}
