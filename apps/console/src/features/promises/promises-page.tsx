import { exportPromises, listPromises, type PromiseRow } from '@duban/contract/promises';
import { allPromiseStates, type PromiseState, promiseStates } from '@duban/mandates/promises/promise';
import { type Column, DataTable, focusNeighbourRow } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { StatusLight } from '@duban/ui/status-light';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { currentLocale } from '../../i18n/setup.ts';
import { PromiseStateMark } from './promise-state.tsx';
import './promises.css';

const route = getRouteApi('/shell/promises');

/** Who promised what to whom by when, and was it kept? */
export function PromisesPage() {
  const { t } = useTranslation('promises');
  const navigate = useNavigate();
  const search = route.useSearch();
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const { after, overdue, ...rest } = search;
  const filter = { ...rest, ...(overdue ? { overdue: 'true' } : {}) };
  const page = useQueryOf(listPromises, { ...filter, ...(after ? { after } : {}) }, { keepPrevious: true });
  const sheet = useDownload(exportPromises, `${t('title')}.xlsx`);
  const go = (next: typeof search) => void navigate({ to: '/promises', search: next });
  const change = (part: typeof search) => {
    setBefore([]);
    go({ ...search, ...part, after: undefined });
  };
  useShortcuts([
    { key: 'j', label: t('key.next'), run: () => focusNeighbourRow(1) },
    { key: 'k', label: t('key.previous'), run: () => focusNeighbourRow(-1) },
  ]);
  const columns = useColumns();
  const isFiltered = Object.values({ ...rest, overdue }).some((value) => value !== undefined);
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button loading={sheet.isFetching} onClick={() => void sheet.fetchFile(filter)}>
          {t('export')}
        </Button>
      }
    >
      <div className="promises-filters ui-no-print">
        <Input.Search
          allowClear
          defaultValue={search.text}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          onSearch={(text) => change({ text: text.trim() || undefined })}
        />
        <Select<PromiseState>
          allowClear
          aria-label={t('column.state')}
          placeholder={t('list.any_state')}
          {...(search.state ? { value: search.state } : {})}
          options={allPromiseStates.map((state) => ({ value: state, label: promiseStates[state][currentLocale()] }))}
          onChange={(state) => change({ state })}
        />
        <UnitSelect
          aria-label={t('list.unit')}
          placeholder={t('list.unit')}
          value={search.unitId ?? null}
          onChange={(unitId) => change({ unitId })}
        />
        <Checkbox
          checked={overdue === true}
          onChange={(event) => change({ overdue: event.target.checked || undefined })}
        >
          {t('list.overdue')}
        </Checkbox>
        {search.documentId && (
          <Button onClick={() => change({ documentId: undefined })}>{t('list.one_document')} ×</Button>
        )}
      </div>
      <FourState
        query={page}
        wordsOf={wordsOf}
        rows={8}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <EmptyPanel
            title={t(isFiltered ? 'list.none_found' : 'list.empty')}
            action={isFiltered ? <Button onClick={() => go({})}>{t('list.clear')}</Button> : undefined}
          >
            {t(isFiltered ? 'list.none_found_hint' : 'list.empty_hint')}
          </EmptyPanel>
        }
      >
        {(data) => (
          <>
            <DataTable caption={t('title')} columns={columns} rows={data.rows} rowKey={(row) => row.id} />
            <KeysetPager
              hasPrevious={before.length > 0}
              hasNext={data.next !== null}
              onFirst={() => (setBefore([]), go({ ...search, after: undefined }))}
              onPrevious={() => (setBefore(before.slice(0, -1)), go({ ...search, after: before.at(-1) }))}
              onNext={() => (setBefore([...before, after]), go({ ...search, after: data.next! }))}
            />
          </>
        )}
      </FourState>
    </PageFrame>
  );
}

function useColumns(): readonly Column<PromiseRow>[] {
  const { t } = useTranslation('promises');
  return [
    {
      key: 'text',
      title: t('column.text'),
      isHead: true,
      cell: (row) => (
        <>
          <Link to="/promises/$promiseId" params={{ promiseId: row.id }} className="promise-title">
            {row.text}
          </Link>
          <span className="ui-faint">
            {row.number} · {row.documentTitle}
          </span>
        </>
      ),
    },
    { key: 'by', title: t('column.by'), width: '9em', cell: (row) => row.promisedBy },
    { key: 'to', title: t('column.to'), width: '9em', cell: (row) => row.promisedTo || t('everybody') },
    {
      key: 'due',
      title: t('column.due'),
      width: '11em',
      cell: (row) => (
        <span className="ui-row">
          {[row.deadlineDate, row.deadlineText].filter(Boolean).join(' · ') || t('none')}
          {row.overdue && <StatusLight tone="red">{t('list.overdue')}</StatusLight>}
        </span>
      ),
    },
    { key: 'state', title: t('column.state'), width: '7em', cell: (row) => <PromiseStateMark state={row.state} /> },
  ];
}
