import { countCases, exportCases, listCases } from '@duban/contract/case-lists';
import { reportingRoles } from '@duban/cases/verbs';
import type { CaseRow } from '@duban/contract/case-views';
import { DataTable, focusNeighbourRow } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { wayInAddress } from '@duban/ui/paged-table';
import { useShortcuts } from '@duban/ui/shortcuts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, type InputRef, Popover, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { BulkActions } from './bulk-actions.tsx';
import { ImportDialog } from './import-dialog.tsx';
import {
  type LedgerColumn,
  ledgerColumns,
  rememberColumns,
  rememberedColumns,
  useLedgerColumns,
} from './ledger-columns.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { isFiltered, type LedgerSearch, wireFilter } from './ledger-search.ts';
import { SavedViews } from './saved-views.tsx';
import './cases.css';

const route = getRouteApi('/shell/cases');

/** The ledger 问题台账: which cases are there, which press, and what can be done with several at once. */
export function LedgerPage() {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const session = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const textField = useRef<InputRef>(null);
  const [columns, setColumns] = useState(rememberedColumns);
  const [selected, setSelected] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const [importing, setImporting] = useState(false);
  const filter = wireFilter(search);
  const page = useQueryOf(
    listCases,
    { ...filter, ...(search.sort ? { sort: search.sort } : {}), ...(search.after ? { after: search.after } : {}) },
    { keepPrevious: true },
  );
  const counted = useQueryOf(countCases, filter, { keepPrevious: true });
  const download = useDownload(exportCases, `${t('ledger.title')}-${formats.date(new Date().toISOString())}.xlsx`);

  const go = (next: LedgerSearch, replace = false) => void navigate({ to: '/cases', search: next, replace });
  const change = (part: LedgerSearch) => go({ ...search, ...part, after: undefined });
  useShortcuts([
    { key: '/', label: t('key.search'), run: () => textField.current?.focus() },
    { key: 'j', label: t('key.next'), run: () => focusNeighbourRow(1) },
    { key: 'k', label: t('key.previous'), run: () => focusNeighbourRow(-1) },
  ]);
  const way = wayInAddress(search.after, (after) => go({ ...search, after }));
  const shownColumns = useLedgerColumns(columns);
  const mayReport = session.may(...reportingRoles);
  const mayImport = session.may('dispatcher', 'inspector');

  function chooseColumns(next: readonly LedgerColumn[]) {
    setColumns(next);
    rememberColumns(next);
  }
  return (
    <PageFrame
      title={t('ledger.title')}
      lead={
        counted.data
          ? t(counted.data.more ? 'ledger.count_more' : 'ledger.count', { amount: formats.number(counted.data.count) })
          : '…'
      }
      actions={
        <>
          {mayReport && (
            <Link to="/cases/new">
              <Button type="primary" tabIndex={-1}>
                {t('ledger.report')}
              </Button>
            </Link>
          )}
          {mayImport && <Button onClick={() => setImporting(true)}>{t('ledger.import')}</Button>}
          <Button
            loading={download.isFetching}
            onClick={() => void download.fetchFile({ ...filter, sort: search.sort })}
          >
            {t('ledger.export')}
          </Button>
        </>
      }
    >
      <LedgerFilters search={search} onChange={change} textField={textField} />
      <div className="ui-row ui-no-print">
        <Segmented<'open' | 'ended' | 'all'>
          aria-label={t('filter.open')}
          value={search.open === undefined ? 'all' : search.open ? 'open' : 'ended'}
          options={(['open', 'ended', 'all'] as const).map((value) => ({ value, label: t(`open.${value}`) }))}
          onChange={(which) => change({ open: which === 'all' ? undefined : which === 'open' })}
        />
        <SavedViews search={search} onOpen={(next) => go(next)} />
        <Segmented<'deadline' | 'newest'>
          aria-label={t('sort.title')}
          value={search.sort ?? 'deadline'}
          options={[
            { value: 'deadline', label: t('sort.deadline') },
            { value: 'newest', label: t('sort.newest') },
          ]}
          onChange={(sort) => change({ sort: sort === 'deadline' ? undefined : sort })}
        />
        <Popover
          trigger="click"
          placement="bottom"
          content={
            <Checkbox.Group
              className="ui-stack"
              value={[...columns]}
              options={ledgerColumns.map((value) => ({
                value,
                label: t(`column.${value}`),
                disabled: value === 'title',
              }))}
              onChange={(next) => chooseColumns(next as LedgerColumn[])}
            />
          }
        >
          <Button className="wide-only">{t('ledger.columns')}</Button>
        </Popover>
        {isFiltered(search) && (
          <Button type="link" onClick={() => go({ sort: search.sort })}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <BulkActions selected={selected} onSelect={setSelected} />
      <FourState
        query={page}
        wordsOf={wordsOf}
        rows={12}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <EmptyPanel
            title={isFiltered(search) ? t('ledger.none_found') : t('ledger.empty')}
            action={
              isFiltered(search) ? (
                <Button onClick={() => go({})}>{t('filter.clear')}</Button>
              ) : (
                mayReport && <Link to="/cases/new">{t('ledger.report')}</Link>
              )
            }
          >
            <p>{isFiltered(search) ? t('ledger.none_found_hint') : t('ledger.empty_hint')}</p>
          </EmptyPanel>
        }
      >
        {(data) => (
          <>
            <DataTable
              caption={t('ledger.title')}
              columns={shownColumns}
              rows={data.rows}
              rowKey={(row) => row.id}
              selection={{
                selected: new Set(selected.keys()),
                labelAll: t('select.all'),
                labelRow: (id) => t('select.one', { number: data.rows.find((row) => row.id === id)?.number ?? '' }),
                onChange: (ids) => setSelected(changedSelection(selected, data.rows, ids)),
              }}
            />
            <KeysetPager
              note={t('ledger.on_page', { count: data.rows.length })}
              hasPrevious={way.hasPrevious}
              hasNext={data.next !== null}
              onFirst={way.first}
              onPrevious={way.previous}
              onNext={() => {
                way.next(data.next!);
                window.scrollTo({ top: 0 });
              }}
            />
          </>
        )}
      </FourState>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </PageFrame>
  );
}

/** The selection survives paging: rows of this page follow the boxes, those of other pages stay. */
function changedSelection(
  before: ReadonlyMap<string, CaseRow>,
  rows: readonly CaseRow[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, CaseRow> {
  const next = new Map(before);
  for (const row of rows) {
    if (ids.has(row.id)) next.set(row.id, row);
    else next.delete(row.id);
  }
  return next;
}
