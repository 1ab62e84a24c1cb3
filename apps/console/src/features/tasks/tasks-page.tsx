import { listTasks, type TaskRow } from '@duban/contract/tasks';
import { allTaskStates, type TaskState } from '@duban/mandates/tasks/task';
import { type Column, DataTable, focusNeighbourRow } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { Mark } from '@duban/ui/status-light';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useSession } from '../../session/use-session.ts';
import { TaskDue, TaskStateMark, useTaskWords } from './task-words.tsx';
import './tasks.css';

const route = getRouteApi('/shell/tasks');

/** Which tasks were sent, which press, who has them? What is in the list is in the address. */
export function TasksPage() {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  const session = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const { open, overdue, sourceChanged, ...rest } = search;
  const page = useQueryOf(
    listTasks,
    {
      ...rest,
      ...(open ? { open: 'true' } : {}),
      ...(overdue ? { overdue: 'true' } : {}),
      ...(sourceChanged ? { sourceChanged: 'true' } : {}),
    },
    { keepPrevious: true },
  );
  const go = (next: typeof search) => void navigate({ to: '/tasks', search: next });
  const change = (part: typeof search) => {
    setBefore([]);
    go({ ...search, ...part, after: undefined });
  };
  useShortcuts([
    { key: 'j', label: t('key.next'), run: () => focusNeighbourRow(1) },
    { key: 'k', label: t('key.previous'), run: () => focusNeighbourRow(-1) },
  ]);
  const columns = useColumns();
  const isFiltered = Object.entries(search).some(([name, value]) => name !== 'after' && value !== undefined);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div className="tasks-filters ui-no-print">
        <Input.Search
          allowClear
          defaultValue={search.text}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          onSearch={(text) => change({ text: text.trim() || undefined })}
        />
        <ChoiceList<TaskState>
          allowClear
          aria-label={t('list.state')}
          placeholder={t('list.any_state')}
          {...(search.state ? { value: search.state } : {})}
          options={allTaskStates.map((state) => ({ value: state, label: words.state(state) }))}
          onChange={(state) => change({ state })}
        />
        <UnitSelect
          aria-label={t('list.unit')}
          placeholder={t('list.unit')}
          value={search.unitId ?? null}
          onChange={(unitId) => change({ unitId })}
        />
        <Checkbox checked={open === true} onChange={(event) => change({ open: event.target.checked || undefined })}>
          {t('list.open')}
        </Checkbox>
        <Checkbox
          checked={overdue === true}
          onChange={(event) => change({ overdue: event.target.checked || undefined })}
        >
          {t('list.overdue')}
        </Checkbox>
        <Checkbox
          checked={sourceChanged === true}
          onChange={(event) => change({ sourceChanged: event.target.checked || undefined })}
        >
          {t('list.source_changed')}
        </Checkbox>
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
                session.may('dispatcher', 'leader', 'inspector') && (
                  <Link to="/documents">{t('list.to_documents')}</Link>
                )
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
              onNext={() => (setBefore([...before, search.after]), go({ ...search, after: data.next! }))}
            />
          </>
        )}
      </FourState>
    </PageFrame>
  );
}

function useColumns(): readonly Column<TaskRow>[] {
  const { t } = useTranslation('tasks');
  return [
    {
      key: 'title',
      title: t('column.title'),
      isHead: true,
      cell: (row) => (
        <>
          <Link to="/tasks/$taskId" params={{ taskId: row.id }} className="task-title">
            {row.title}
          </Link>
          <span className="ui-faint">
            {row.number} · {row.documentTitle}
          </span>
          {row.sourceChange && <Mark tone="amber">{t(`source_change.${row.sourceChange}`)}</Mark>}
        </>
      ),
    },
    { key: 'state', title: t('column.state'), width: '8em', cell: (row) => <TaskStateMark state={row.state} /> },
    { key: 'due', title: t('column.due'), cell: (row) => <TaskDue task={row} /> },
    { key: 'line', title: t('column.line'), cell: (row) => row.lineUnit.shortName },
    {
      key: 'ground',
      title: t('column.ground'),
      cell: (row) => row.territorialUnit?.shortName ?? t('fact.whole_territory'),
    },
    { key: 'target', title: t('column.target'), cell: (row) => row.targetText },
  ];
}
