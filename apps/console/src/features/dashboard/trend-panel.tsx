import { getTrend, type WeekPoint } from '@duban/contract/dashboard';
import { FourState } from '@duban/ui/four-state';
import { type Column, DataTable } from '@duban/ui/data-table';
import { Panel } from '@duban/ui/page-frame';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { TrendChart } from './trend-chart.tsx';

/** Twelve weeks of rates as a picture, and the same as a table. Loaded on demand: the chart is heavy. */
export function TrendPanel({ unitId, weekStart }: { unitId: string | undefined; weekStart: number }) {
  const { t } = useTranslation('dashboard');
  const trend = useQueryOf(getTrend, { ...(unitId ? { unitId } : {}), weekStart }, { keepPrevious: true });
  return (
    <Panel title={t('trend.title')}>
      <FourState query={trend} wordsOf={wordsOf} rows={8}>
        {(data) => (
          <div className="ui-stack">
            <p className="ui-faint">{t('trend.lead')}</p>
            <TrendChart weeks={data.weeks} />
            <details>
              <summary>{t('trend.as_table')}</summary>
              <TrendTable weeks={data.weeks} />
            </details>
          </div>
        )}
      </FourState>
    </Panel>
  );
}

function TrendTable({ weeks }: { weeks: readonly WeekPoint[] }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const percent = (rate: WeekPoint['rectification']) => (rate ? `${rate.rate.percent}%` : t('no_rate'));
  const columns: Column<WeekPoint>[] = [
    {
      key: 'week',
      title: t('trend.week'),
      isHead: true,
      cell: ({ period, complete }) => (
        <Link to="/rankings" search={{ period: period.key }}>
          {period.first}
          {!complete && ` (${t('trend.running')})`}
        </Link>
      ),
    },
    { key: 'due', title: t('trend.due'), align: 'end', cell: (row) => formats.number(row.due) },
    { key: 'rectification', title: t('week.rectification'), align: 'end', cell: (row) => percent(row.rectification) },
    { key: 'onTime', title: t('week.on_time'), align: 'end', cell: (row) => percent(row.onTimeRate) },
    { key: 'relapsed', title: t('trend.relapsed'), align: 'end', cell: (row) => formats.number(row.relapsed) },
    { key: 'arrived', title: t('week.arrived'), align: 'end', cell: (row) => formats.number(row.arrived) },
  ];
  return <DataTable caption={t('trend.title')} columns={columns} rows={weeks} rowKey={(row) => row.period.key} />;
}
