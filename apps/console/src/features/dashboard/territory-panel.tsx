import { getTerritoryRates } from '@duban/contract/dashboard';
import type { Reply } from '@duban/contract/endpoint';
import { FourState } from '@duban/ui/four-state';
import { type Column, DataTable } from '@duban/ui/data-table';
import { Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import type { MapArea } from '@duban/ui/map-shapes';
import { TerritoryMap } from '@duban/ui/territory-map';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useMapAreas } from '../../data/units.ts';
import { useQueryOf } from '../../data/use-query-of.ts';

type Territory = Reply<typeof getTerritoryRates>;
type Grade = Territory['units'][number]['grade'];

const toneOf = { good: 'green', fair: 'amber', poor: 'red', no_rate: 'grey', below_minimum: 'blue' } as const;

/** The streets by rate: a schematic map with words, shapes and hatching, and the same as a table. */
export function TerritoryPanel({ period }: { period: string }) {
  const { t } = useTranslation('dashboard');
  const rates = useQueryOf(getTerritoryRates, { period }, { keepPrevious: true });
  const areas = useMapAreas('street');
  return (
    <Panel title={t('map.title')}>
      <FourState query={rates} wordsOf={wordsOf} rows={8}>
        {(data) => <Territories data={data} areas={areas} />}
      </FourState>
    </Panel>
  );
}

function Territories({ data, areas }: { data: Territory; areas: readonly MapArea[] }) {
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const words = useGradeWords(data);
  const coloured = useMemo(() => {
    const byUnit = new Map(data.units.map((unit) => [unit.unit.id, unit]));
    return areas.map((area) => {
      const unit = byUnit.get(area.id);
      return {
        ...area,
        value: unit?.rectification ? `${unit.rectification.rate.percent}%` : t('no_rate'),
        tone: toneOf[unit?.grade ?? 'no_rate'],
      };
    });
  }, [areas, data, t]);
  const grades = [...data.grades.map(({ grade }) => grade), 'below_minimum' as const, 'no_rate' as const];
  return (
    <div className="ui-stack">
      <p className="ui-faint">
        {t('map.lead', { first: data.period.first, last: data.period.last, minimum: data.minimumDue })}
      </p>
      {areas.length > 0 && (
        <TerritoryMap
          label={t('map.title')}
          areas={coloured}
          legend={grades.map((grade) => ({ tone: toneOf[grade], label: words(grade) }))}
          onSelectArea={(unitId) => void navigate({ to: '/dashboard', search: { unitId } })}
        />
      )}
      <details open={areas.length === 0}>
        <summary>{t('map.as_table')}</summary>
        <TerritoryTable data={data} />
      </details>
    </div>
  );
}

/** The word of a grade, with the rate that it begins at. */
function useGradeWords({ grades, minimumDue }: Pick<Territory, 'grades' | 'minimumDue'>): (grade: Grade) => string {
  const { t } = useTranslation('dashboard');
  return (grade) => {
    const from = grades.find((each) => each.grade === grade)?.fromPercent;
    return t(`grade.${grade}`, { from, minimum: minimumDue });
  };
}

function TerritoryTable({ data }: { data: Territory }) {
  const { t } = useTranslation('dashboard');
  const words = useGradeWords(data);
  const columns: Column<Territory['units'][number]>[] = [
    { key: 'unit', title: t('map.street'), isHead: true, cell: (row) => row.unit.name },
    {
      key: 'rate',
      title: t('week.rectification'),
      align: 'end',
      cell: (row) => (row.rectification ? `${row.rectification.rate.percent}%` : t('no_rate')),
    },
    {
      key: 'of',
      title: t('map.counts'),
      align: 'end',
      cell: (row) => t('week.of', { part: row.rectified, whole: row.due }),
    },
    { key: 'red', title: t('count.red'), align: 'end', cell: (row) => row.red },
    {
      key: 'grade',
      title: t('map.grade'),
      cell: (row) => <StatusLight tone={toneOf[row.grade]}>{words(row.grade)}</StatusLight>,
    },
  ];
  return <DataTable caption={t('map.title')} columns={columns} rows={data.units} rowKey={(row) => row.unit.id} />;
}
