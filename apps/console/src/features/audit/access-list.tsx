import { listAccess } from '@duban/contract/audit';
import { EmptyPanel } from '@duban/ui/four-state';
import { PagedTable, useWay } from '@duban/ui/paged-table';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { PeriodField } from '../../fields/period.tsx';
import { useFormats } from '../../i18n/formats.ts';
import type { ListProps } from './audit-list.tsx';
import { instantsOf } from './period-of.ts';

export function AccessList({ search, onChange }: ListProps) {
  const { t } = useTranslation('audit');
  const formats = useFormats();
  const way = useWay();
  const page = useQueryOf(
    listAccess,
    {
      ...instantsOf(search),
      ...(search.person ? { personId: search.person } : {}),
      ...(way.after ? { after: way.after } : {}),
    },
    { keepPrevious: true },
  );
  const isFiltered = Boolean(search.from || search.to || search.person);
  return (
    <>
      <div className="ui-filters ui-no-print">
        <PeriodField label={t('filter.period')} value={search} onChange={({ from, to }) => onChange({ from, to })} />
        {isFiltered && (
          <Button type="link" onClick={() => onChange({ from: undefined, to: undefined, person: undefined })}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <PagedTable
        query={page}
        wordsOf={wordsOf}
        rowsOf={(data) => data.rows}
        rowKey={(row) => row.id}
        caption={t('list.access')}
        way={way}
        note={(count) => t('on_page', { count })}
        empty={<EmptyPanel title={t('empty.title')}>{isFiltered ? t('empty.filtered') : t('empty.access')}</EmptyPanel>}
        columns={[
          {
            key: 'at',
            title: t('column.at'),
            cell: (row) => <span className="ui-nowrap">{formats.dateTime(row.at)}</span>,
          },
          {
            key: 'reader',
            title: t('column.reader'),
            isHead: true,
            cell: (row) => (
              <Button
                type="link"
                size="small"
                className="ui-link-in-cell"
                onClick={() => onChange({ person: row.reader.id })}
              >
                {row.reader.name}
              </Button>
            ),
          },
          { key: 'subject', title: t('column.whose'), cell: (row) => row.subject.name },
          {
            key: 'data',
            title: t('column.data'),
            cell: (row) => t(`data.${row.data}`, { defaultValue: row.data }),
          },
          { key: 'purpose', title: t('column.purpose'), width: '35%', cell: (row) => row.purpose ?? '' },
        ]}
      />
    </>
  );
}
