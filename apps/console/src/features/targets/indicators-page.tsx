import { exportIndicators, type IndicatorRow, listIndicators } from '@duban/contract/targets';
import { type Column, DataTable, focusNeighbourRow } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { betterWord, TargetStateMark } from '../../words/target-words.tsx';
import './targets.css';

const route = getRouteApi('/shell/indicators');

/** By what is the work measured, how is it reckoned, and where do the readings come from? */
export function IndicatorsPage() {
  const { t } = useTranslation('targets');
  const navigate = useNavigate();
  const search = route.useSearch();
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const { after, ...filter } = search;
  const page = useQueryOf(listIndicators, search, { keepPrevious: true });
  const sheet = useDownload(exportIndicators, `${t('indicators.title')}.xlsx`);
  const go = (next: typeof search) => void navigate({ to: '/indicators', search: next });
  const change = (part: typeof search) => {
    setBefore([]);
    go({ ...search, ...part, after: undefined });
  };
  useShortcuts([
    { key: 'j', label: t('key.next'), run: () => focusNeighbourRow(1) },
    { key: 'k', label: t('key.previous'), run: () => focusNeighbourRow(-1) },
  ]);
  const columns: readonly Column<IndicatorRow>[] = [
    {
      key: 'name',
      title: t('indicators.name'),
      isHead: true,
      cell: (row) => (
        <>
          <Link to="/indicators/$indicatorId" params={{ indicatorId: row.id }} className="target-title">
            {row.name}
          </Link>
          <span className="ui-faint">
            {row.number} · {row.documentTitle}
          </span>
        </>
      ),
    },
    { key: 'basis', title: t('indicators.basis'), cell: (row) => row.basis || t('not_set') },
    { key: 'unit', title: t('field.unit'), width: '6em', cell: (row) => row.unit },
    { key: 'better', title: t('indicators.better'), width: '8em', cell: (row) => betterWord(row.better) },
    { key: 'source', title: t('indicators.source'), cell: (row) => row.source },
    { key: 'state', title: t('column.state'), width: '6em', cell: (row) => <TargetStateMark state={row.state} /> },
  ];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <PageFrame
      title={t('indicators.title')}
      lead={t('indicators.lead')}
      actions={
        <>
          <Link to="/targets">{t('to_targets')}</Link>
          <Button loading={sheet.isFetching} onClick={() => void sheet.fetchFile(filter)}>
            {t('export')}
          </Button>
        </>
      }
    >
      <div className="targets-filters ui-no-print">
        <Input.Search
          allowClear
          defaultValue={search.text}
          aria-label={t('indicators.search')}
          placeholder={t('indicators.search')}
          onSearch={(text) => change({ text: text.trim() || undefined })}
        />
      </div>
      <FourState
        query={page}
        wordsOf={wordsOf}
        rows={8}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <EmptyPanel
            title={t(isFiltered ? 'list.none_found' : 'indicators.empty')}
            action={
              isFiltered ? (
                <Button onClick={() => go({})}>{t('list.clear')}</Button>
              ) : (
                <Link to="/documents">{t('list.to_documents')}</Link>
              )
            }
          >
            {t(isFiltered ? 'list.none_found_hint' : 'indicators.empty_hint')}
          </EmptyPanel>
        }
      >
        {(data) => (
          <>
            <DataTable caption={t('indicators.title')} columns={columns} rows={data.rows} rowKey={(row) => row.id} />
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
