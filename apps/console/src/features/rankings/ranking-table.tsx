import type { Counts, RankingRowView, RankingView } from '@duban/contract/rankings';
import { StatusLight } from '@duban/ui/status-light';
import { type Column, DataTable } from '@duban/ui/data-table';
import { Explained } from '@duban/ui/why-not-button';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CountLink } from './count-link.tsx';
import type { CasesSearch } from './ranking-search.ts';
import { RateText } from './rate-text.tsx';

export type RankingTableProps = {
  readonly ranking: RankingView;
  /** of the lists behind the numbers */
  readonly search: CasesSearch;
  /** the lists of the whole group are open to the reader */
  readonly totalsOpen: boolean;
  readonly onTrace?: (row: RankingRowView) => void;
};

type Line = { readonly row: RankingRowView | null; readonly counts: Counts };

/** The count above the line of each rate. */
const numeratorOf = { rectification: 'rectified', onTime: 'closedOnTime', relapse: 'relapsed' } as const;

/** The counts that stand beside the rate, in the order in which they are read. */
const beside = ['open', 'unknown', 'suspended', 'extended', 'awaitingCheck', 'exempt'] as const;

/** The table of a ranking: place, unit, load, due, rectified, rates, what stands beside them, the change. */
export function RankingTable({ ranking, search, totalsOpen, onTrace }: RankingTableProps) {
  const { t } = useTranslation('rankings');
  const about = (line: Line) => line.row?.unit.name ?? t('table.total');
  const linkOf = (line: Line, field: keyof Counts) => (
    <CountLink
      value={line.counts[field]}
      field={field}
      open={line.row ? line.row.listsOpen : totalsOpen}
      about={about(line)}
      search={line.row ? { ...search, unitId: line.row.unit.id } : search}
    />
  );
  const countColumn = (field: keyof Counts): Column<Line> => ({
    key: field,
    title: t(`field.${field}`),
    align: 'end',
    cell: (line) => linkOf(line, field),
  });
  const rateOf = (line: Line, of: 'rectification' | 'onTime' | 'relapse') =>
    line.row ? line.row[of] : ranking.totalRates[of];
  const rateColumn = (of: 'rectification' | 'onTime' | 'relapse', measure: RankingView['measure']): Column<Line> => ({
    key: of,
    title: t(`measure.${measure}`),
    align: 'end',
    cell: (line) => (
      <RateText of={rateOf(line, of)} bold={ranking.measure === measure} numerator={linkOf(line, numeratorOf[of])} />
    ),
  });
  const columns: Column<Line>[] = [
    {
      key: 'unit',
      title: t('table.unit'),
      isHead: true,
      cell: (line) => <strong title={about(line)}>{line.row?.unit.shortName ?? about(line)}</strong>,
    },
    { key: 'place', title: t('table.place'), cell: (line) => line.row && <Place row={line.row} ranking={ranking} /> },
    countColumn('arrived'),
    countColumn('due'),
    countColumn('rectified'),
    rateColumn('rectification', 'rectification'),
    {
      key: 'change',
      title: t(ranking.compared?.by === 'year' ? 'table.change_year' : 'table.change'),
      align: 'end',
      cell: (line) => line.row && <ChangeText row={line.row} lowerIsBetter={ranking.direction === 'lower_is_better'} />,
    },
    rateColumn('onTime', 'on_time'),
    rateColumn('relapse', 'relapse'),
    ...beside.map(countColumn),
    ...(onTrace
      ? [
          {
            key: 'trace',
            title: <span className="ui-hidden">{t('trace.open')}</span>,
            cell: (line: Line) =>
              line.row && (
                <Button
                  size="small"
                  className="ui-no-print"
                  aria-label={t('trace.open_of', { unit: line.row.unit.name })}
                  onClick={() => onTrace(line.row!)}
                >
                  {t('trace.open')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  const lines: Line[] = [
    ...ranking.rows.map((row) => ({ row, counts: row.counts })),
    { row: null, counts: ranking.total },
  ];
  return (
    <div className="rankings-table">
      <DataTable
        caption={t('table.caption', { group: ranking.group.name })}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.row?.unit.id ?? 'total'}
      />
    </div>
  );
}

function Place({ row, ranking }: { row: RankingRowView; ranking: RankingView }) {
  const { t } = useTranslation('rankings');
  const { standing } = row;
  if (!standing.ranked) {
    return (
      <Explained meaning={t(`not_ranked.${standing.reason}`, { minimum: ranking.group.minimumDue })}>
        <span className="ui-faint">{t('not_ranked.word')}</span>
      </Explained>
    );
  }
  const { place, sharedBy, band, bestPlace, worstPlace } = standing;
  return (
    <span className="rankings-place">
      <span className="rankings-place-number">{place}</span>
      <small className="ui-faint">
        {sharedBy > 1 && `${t('place.shared')} · `}
        {t('place.band', { band })}
        {bestPlace !== worstPlace && ` · ${t('place.bounds', { best: bestPlace, worst: worstPlace })}`}
      </small>
    </span>
  );
}

/** Up and down in words and shapes; which of the two is good depends on the rate. */
export function ChangeText({ row, lowerIsBetter }: { row: RankingRowView; lowerIsBetter: boolean }) {
  const { t } = useTranslation('rankings');
  const { points, trend, places } = row.change;
  if (points === null) return <span className="ui-faint">{t('change.none')}</span>;
  if (trend === 'same') return <span>{t('change.same')}</span>;
  const good = (trend === 'up') !== lowerIsBetter;
  return (
    <span className="rankings-rate">
      <StatusLight tone={good ? 'green' : 'red'}>
        {t(`change.${trend}`, { points: points.replace(/^[+-]/, '') })}
      </StatusLight>
      {places !== null && places !== 0 && (
        <small className="ui-faint">
          {t(places > 0 ? 'change.gained' : 'change.lost', { count: Math.abs(places) })}
        </small>
      )}
    </span>
  );
}
