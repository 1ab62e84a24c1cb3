import { exportTargets, listTargets, type TargetRow } from '@duban/contract/targets';
import { allTargetStates, targetStates, type TargetState } from '@duban/plans/targets/target';
import { type Column, DataTable, focusNeighbourRow } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { currentLocale } from '../../i18n/setup.ts';
import { TargetStateMark, useFigureWords } from '../../words/target-words.tsx';
import './targets.css';

const route = getRouteApi('/shell/targets');

/** How much of what by when was ordered, of whom? */
export function TargetsPage() {
  const { t } = useTranslation('targets');
  const navigate = useNavigate();
  const search = route.useSearch();
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const { after, ...filter } = search;
  const page = useQueryOf(listTargets, search, { keepPrevious: true });
  const sheet = useDownload(exportTargets, `${t('title')}.xlsx`);
  const go = (next: typeof search) => void navigate({ to: '/targets', search: next });
  const change = (part: typeof search) => {
    setBefore([]);
    go({ ...search, ...part, after: undefined });
  };
  useShortcuts([
    { key: 'j', label: t('key.next'), run: () => focusNeighbourRow(1) },
    { key: 'k', label: t('key.previous'), run: () => focusNeighbourRow(-1) },
  ]);
  const columns = useColumns();
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/indicators">{t('to_indicators')}</Link>
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
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          onSearch={(text) => change({ text: text.trim() || undefined })}
        />
        <Select<TargetState>
          allowClear
          aria-label={t('column.state')}
          placeholder={t('list.any_state')}
          {...(search.state ? { value: search.state } : {})}
          options={allTargetStates.map((state) => ({ value: state, label: targetStates[state][currentLocale()] }))}
          onChange={(state) => change({ state })}
        />
        <UnitSelect
          aria-label={t('list.unit')}
          placeholder={t('list.unit')}
          value={search.unitId ?? null}
          onChange={(unitId) => change({ unitId })}
        />
        <label className="targets-due">
          <span className="ui-nowrap">{t('list.due_to')}</span>
          <Input
            type="date"
            defaultValue={search.dueTo}
            onChange={(event) => change({ dueTo: event.target.value || undefined })}
          />
        </label>
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
            action={
              isFiltered ? (
                <Button onClick={() => go({})}>{t('list.clear')}</Button>
              ) : (
                <Link to="/documents">{t('list.to_documents')}</Link>
              )
            }
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

function useColumns(): readonly Column<TargetRow>[] {
  const { t } = useTranslation('targets');
  const figure = useFigureWords();
  return [
    {
      key: 'subject',
      title: t('column.subject'),
      isHead: true,
      cell: (row) => (
        <>
          <Link to="/targets/$targetId" params={{ targetId: row.id }} className="target-title">
            {row.subject}
          </Link>
          <span className="ui-faint">
            {row.number} · {row.documentTitle}
          </span>
        </>
      ),
    },
    { key: 'figure', title: t('column.figure'), cell: (row) => figure(row) },
    {
      key: 'due',
      title: t('column.due'),
      width: '11em',
      cell: (row) => [row.deadlineDate, row.deadlineText].filter(Boolean).join(' · ') || t('none'),
    },
    {
      key: 'units',
      title: t('column.units'),
      cell: (row) =>
        [row.lineUnit?.shortName, row.territorialUnit?.shortName].filter(Boolean).join(' · ') || t('everybody'),
    },
    {
      key: 'task',
      title: t('column.task'),
      width: '9em',
      cell: (row) =>
        row.task ? (
          <Link to="/tasks/$taskId" params={{ taskId: row.task.id }}>
            {row.task.number}
          </Link>
        ) : (
          t('none')
        ),
    },
    { key: 'state', title: t('column.state'), width: '6em', cell: (row) => <TargetStateMark state={row.state} /> },
  ];
}
