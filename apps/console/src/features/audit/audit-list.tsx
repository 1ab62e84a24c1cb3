import { type AuditRow, auditResults, listAudit } from '@duban/contract/audit';
import { EmptyPanel } from '@duban/ui/four-state';
import { PagedTable, useWay } from '@duban/ui/paged-table';
import { StatusLight } from '@duban/ui/status-light';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf, wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { PeriodField } from '../../fields/period.tsx';
import { useFormats } from '../../i18n/formats.ts';
import type { AuditSearch } from './audit-search.ts';
import { auditEvents } from './events.ts';
import { instantsOf } from './period-of.ts';

export type ListProps = { readonly search: AuditSearch; readonly onChange: (part: AuditSearch) => void };

export function AuditList({ search, onChange }: ListProps) {
  const { t } = useTranslation('audit');
  const formats = useFormats();
  const way = useWay();
  const page = useQueryOf(
    listAudit,
    {
      ...instantsOf(search),
      ...(search.result ? { result: search.result } : {}),
      ...(search.event ? { event: search.event } : {}),
      ...(search.person ? { personId: search.person } : {}),
      ...(way.after ? { after: way.after } : {}),
    },
    { keepPrevious: true },
  );
  const isFiltered = Boolean(search.from || search.to || search.result || search.event || search.person);
  const subject = (row: AuditRow) => (row.subject ? `${t(`subject.${row.subjectType}`)} ${row.subject}` : '');
  return (
    <>
      <div className="ui-filters ui-no-print">
        <PeriodField label={t('filter.period')} value={search} onChange={({ from, to }) => onChange({ from, to })} />
        <ChoiceList
          allowClear
          className="ui-field"
          aria-label={t('filter.event')}
          placeholder={t('filter.event')}
          value={search.event}
          onChange={(event) => onChange({ event })}
          options={auditEvents.map((event) => ({ value: event, label: t(`event.${event}`) }))}
        />
        <ChoiceList
          allowClear
          className="ui-field-short"
          aria-label={t('filter.result')}
          placeholder={t('filter.result')}
          value={search.result}
          onChange={(result) => onChange({ result })}
          options={auditResults.map((result) => ({ value: result, label: t(`result.${result}`) }))}
        />
        {isFiltered && (
          <Button
            type="link"
            onClick={() =>
              onChange({ from: undefined, to: undefined, event: undefined, result: undefined, person: undefined })
            }
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <PagedTable
        query={page}
        wordsOf={wordsOf}
        rowsOf={(data) => data.rows}
        rowKey={(row) => row.id}
        caption={t('list.audit')}
        way={way}
        lines={12}
        note={(count) => t('on_page', { count })}
        empty={<EmptyPanel title={t('empty.title')}>{isFiltered ? t('empty.filtered') : t('empty.hint')}</EmptyPanel>}
        columns={[
          {
            key: 'at',
            title: t('column.at'),
            cell: (row) => <span className="ui-nowrap">{formats.dateTime(row.at)}</span>,
          },
          {
            key: 'event',
            title: t('column.event'),
            isHead: true,
            cell: (row) => t(`event.${row.event}`, { defaultValue: row.event }),
          },
          {
            key: 'person',
            title: t('column.person'),
            cell: (row) =>
              row.person ? (
                <Button
                  type="link"
                  size="small"
                  className="ui-link-in-cell"
                  onClick={() => onChange({ person: row.person!.id })}
                >
                  {row.person.name}
                </Button>
              ) : (
                <span className="ui-faint">{t('unknown_account')}</span>
              ),
          },
          { key: 'subject', title: t('column.subject'), width: '25%', cell: subject },
          {
            key: 'result',
            title: t('column.result'),
            width: '25%',
            cell: (row) =>
              row.result === 'done' ? (
                <StatusLight tone="green">{t('result.done')}</StatusLight>
              ) : (
                <>
                  <StatusLight tone="red">{t('result.refused')}</StatusLight>{' '}
                  <span className="ui-faint">
                    {row.reason &&
                      t(`reason.${row.reason}`, { defaultValue: withoutHoles(sentenceOf(row.reason, {})) })}
                  </span>
                </>
              ),
          },
          { key: 'address', title: t('column.address'), cell: (row) => row.address ?? '' },
        ]}
      />
    </>
  );
}

/** The record keeps the code of a refusal, not what stood in its sentence. */
const withoutHoles = (sentence: string): string => sentence.replaceAll(/\{\w+\}/g, '…');
