import { listAccess } from '@duban/contract/audit';
import { DataTable } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { Button } from 'antd';
import { useState } from 'react';
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
  const [way, setWay] = useState<readonly string[]>([]);
  const after = way.at(-1);
  const page = useQueryOf(
    listAccess,
    { ...instantsOf(search), ...(search.person ? { personId: search.person } : {}), ...(after ? { after } : {}) },
    { keepPrevious: true },
  );
  const isFiltered = Boolean(search.from || search.to || search.person);
  return (
    <>
      <div className="ui-row audit-filters ui-no-print">
        <PeriodField label={t('filter.period')} value={search} onChange={({ from, to }) => onChange({ from, to })} />
        {isFiltered && (
          <Button type="link" onClick={() => onChange({ from: undefined, to: undefined, person: undefined })}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <FourState
        query={page}
        wordsOf={wordsOf}
        rows={8}
        isEmpty={(data) => data.rows.length === 0}
        empty={<EmptyPanel title={t('empty.title')}>{isFiltered ? t('empty.filtered') : t('empty.access')}</EmptyPanel>}
      >
        {(data) => (
          <>
            <DataTable
              caption={t('list.access')}
              rows={data.rows}
              rowKey={(row) => row.id}
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
                    <Button type="link" size="small" onClick={() => onChange({ person: row.reader.id })}>
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
            <KeysetPager
              note={t('on_page', { count: data.rows.length })}
              hasPrevious={way.length > 0}
              hasNext={data.next !== null}
              onFirst={() => setWay([])}
              onPrevious={() => setWay(way.slice(0, -1))}
              onNext={() => setWay([...way, data.next!])}
            />
          </>
        )}
      </FourState>
    </>
  );
}
