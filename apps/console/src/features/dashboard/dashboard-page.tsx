import { getDashboard } from '@duban/contract/dashboard';
import type { Reply } from '@duban/contract/endpoint';
import { type DashboardCount, dashboardCounts } from '@duban/rankings/red';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { type Column, DataTable } from '@duban/ui/data-table';
import { Figure, PageFrame, Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useWeekStart } from '../../data/week-start.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import './dashboard.css';
import { TerritoryPanel } from './territory-panel.tsx';
import { WeekFigures } from './week-figures.tsx';

const route = getRouteApi('/shell/dashboard');
const TrendPanel = lazy(() => import('./trend-panel.tsx').then((part) => ({ default: part.TrendPanel })));

type Dashboard = Reply<typeof getDashboard>;

/** One page for leaders: what is red, why, since when, and which unit holds it. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const { may } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate();
  const weekStart = useWeekStart();
  const scope = search.unitId ? { unitId: search.unitId } : {};
  const page = useQueryOf(
    getDashboard,
    { ...scope, weekStart: weekStart ?? 1 },
    { enabled: weekStart !== undefined, keepPrevious: true, every: 120_000 },
  );
  return (
    <PageFrame
      title={t('title')}
      lead={page.data ? t('lead', { unit: page.data.scope.name, at: formats.dateTime(page.data.asOf) }) : '…'}
      actions={
        may('dispatcher', 'inspector', 'leader') && (
          <UnitSelect
            aria-label={t('scope')}
            placeholder={t('scope')}
            value={search.unitId ?? null}
            onChange={(unitId) => void navigate({ to: '/dashboard', search: unitId ? { unitId } : {} })}
          />
        )
      }
    >
      <FourState query={page} wordsOf={wordsOf} rows={14}>
        {(data) => (
          <>
            <Totals data={data} unitId={search.unitId} />
            <RedPanel data={data} unitId={search.unitId} />
            <WeekFigures thisWeek={data.thisWeek} lastWeek={data.lastWeek} />
            <div className="ui-columns">
              <TerritoryPanel period={data.lastWeek.due > 0 ? data.lastWeek.period.key : data.thisWeek.period.key} />
              {weekStart !== undefined && (
                <Suspense fallback={<Panel title={t('trend.title')}>…</Panel>}>
                  <TrendPanel unitId={search.unitId} weekStart={weekStart} />
                </Suspense>
              )}
            </div>
          </>
        )}
      </FourState>
    </PageFrame>
  );
}

function Totals({ data, unitId }: { data: Dashboard; unitId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const { may } = useSession();
  const formats = useFormats();
  const opens = may('dispatcher', 'inspector', 'leader', 'handler');
  const value = (count: DashboardCount) => {
    const text = formats.number(data.totals[count]);
    if (!opens || data.totals[count] === 0) return text;
    return (
      <Link
        to="/dashboard/cases"
        search={{ count, ...(unitId ? { unitId } : {}) }}
        aria-label={t('open_list', { count: t(`count.${count}`), amount: text })}
      >
        {text}
      </Link>
    );
  };
  return (
    <div className="ui-figures">
      {dashboardCounts.map((count) => (
        <Figure
          key={count}
          value={value(count)}
          label={count === 'red' ? <StatusLight tone="red">{t('count.red')}</StatusLight> : t(`count.${count}`)}
          note={t(`note.${count}`)}
        />
      ))}
    </div>
  );
}

type Holder = Dashboard['holders'][number];

function RedPanel({ data, unitId }: { data: Dashboard; unitId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const { may } = useSession();
  const opens = may('dispatcher', 'inspector', 'leader', 'handler');
  const scope = unitId ? { unitId } : {};
  const since = (at: string) => (
    <span>
      <span className="ui-nowrap">{formats.date(at)}</span>{' '}
      <small className="ui-faint ui-nowrap">
        {t('red.for', { duration: formats.duration(serverNow() - Date.parse(at)) })}
      </small>
    </span>
  );
  const withUnits = data.holders.reduce((sum, { red }) => sum + red, 0);
  const withNobody = data.reasons.reduce((sum, { cases }) => sum + cases, 0) - withUnits;
  const columns: Column<Holder>[] = [
    {
      key: 'unit',
      title: t('red.holder'),
      isHead: true,
      cell: (row) => <strong title={row.unit.name}>{row.unit.shortName}</strong>,
    },
    {
      key: 'red',
      title: t('count.red'),
      align: 'end',
      cell: (row) =>
        opens ? (
          <Link
            to="/dashboard/cases"
            search={{ count: 'red', holderId: row.unit.id, ...scope }}
            aria-label={t('open_list', { count: `${row.unit.name} ${t('count.red')}`, amount: row.red })}
          >
            {formats.number(row.red)}
          </Link>
        ) : (
          formats.number(row.red)
        ),
    },
    { key: 'open', title: t('count.open'), align: 'end', cell: (row) => formats.number(row.open) },
    {
      key: 'why',
      title: t('red.why'),
      cell: (row) => row.reasons.map(({ reason, cases }) => `${t(`reason.${reason}`)} ${cases}`).join(t('comma')),
    },
    { key: 'since', title: t('red.since'), cell: (row) => since(row.since) },
  ];
  if (data.totals.red === 0) return <EmptyPanel title={t('red.none')}>{t('red.none_hint')}</EmptyPanel>;
  return (
    <Panel title={t('red.title')}>
      <ul className="dashboard-reasons">
        {data.reasons.map(({ reason, cases, since: at }) => (
          <li key={reason}>
            <StatusLight tone="red">{t(`reason.${reason}`)}</StatusLight>{' '}
            {opens ? (
              <Link to="/dashboard/cases" search={{ count: 'red', reason, ...scope }}>
                {t('red.cases', { count: cases })}
              </Link>
            ) : (
              t('red.cases', { count: cases })
            )}
            <span className="ui-faint">{t('red.earliest', { date: formats.date(at) })}</span>
            <small className="ui-faint">{t(`move.${reason}`)}</small>
          </li>
        ))}
      </ul>
      <DataTable caption={t('red.title')} columns={columns} rows={data.holders} rowKey={(row) => row.unit.id} />
      {withNobody > 0 && <p className="dashboard-with-nobody">{t('red.with_nobody', { count: withNobody })}</p>}
      <p className="ui-faint">{t('red.units_only')}</p>
    </Panel>
  );
}
