import { type DocumentRow, listDocuments } from '@duban/contract/mandates';
import { type Column, DataTable, focusNeighbourRow } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { KeysetPager } from '@duban/ui/keyset-pager';
import { PageFrame } from '@duban/ui/page-frame';
import { useShortcuts } from '@duban/ui/shortcuts';
import { Mark } from '@duban/ui/status-light';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { ImportDocumentDialog } from './import-document-dialog.tsx';
import './mandates.css';

const route = getRouteApi('/shell/documents');

/** Which documents were brought in, and how far is their review? */
export function DocumentsPage() {
  const { t } = useTranslation('mandates');
  const session = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const [importing, setImporting] = useState(false);
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const page = useQueryOf(listDocuments, search, { keepPrevious: true });
  const go = (next: typeof search) => void navigate({ to: '/documents', search: next });
  const change = (part: typeof search) => {
    setBefore([]);
    go({ ...search, ...part, after: undefined });
  };
  useShortcuts([
    { key: 'j', label: t('key.next'), run: () => focusNeighbourRow(1) },
    { key: 'k', label: t('key.previous'), run: () => focusNeighbourRow(-1) },
  ]);
  const columns = useColumns();
  const mayImport = session.may('dispatcher');
  const isFiltered = search.text !== undefined || search.state !== undefined;
  const importButton = mayImport && (
    <Button type="primary" onClick={() => setImporting(true)}>
      {t('import.open')}
    </Button>
  );
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={importButton}>
      <div className="ui-row ui-no-print">
        <Input.Search
          className="documents-search"
          allowClear
          defaultValue={search.text}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          onSearch={(text) => change({ text: text.trim() || undefined })}
        />
        <Segmented<string>
          aria-label={t('list.state')}
          value={search.state ?? 'all'}
          options={[
            { value: 'all', label: t('list.all') },
            { value: 'in_review', label: t('document_state.in_review') },
            { value: 'sent', label: t('document_state.sent') },
          ]}
          onChange={(state) => change({ state: state === 'all' ? undefined : (state as 'sent') })}
        />
      </div>
      <FourState
        query={page}
        wordsOf={wordsOf}
        rows={8}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <EmptyPanel
            title={t(isFiltered ? 'list.none_found' : 'list.empty')}
            action={isFiltered ? <Button onClick={() => go({})}>{t('list.clear')}</Button> : importButton}
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
      {importing && <ImportDocumentDialog onClose={() => setImporting(false)} />}
    </PageFrame>
  );
}

function useColumns(): readonly Column<DocumentRow>[] {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  return [
    {
      key: 'title',
      title: t('column.title'),
      isHead: true,
      cell: (row) => (
        <Link to="/documents/$documentId" params={{ documentId: row.id }}>
          {row.title}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      width: '8em',
      cell: (row) => (
        <span className="ui-row">
          <Mark tone={row.state === 'sent' ? 'green' : 'blue'}>{t(`document_state.${row.state}`)}</Mark>
          {row.isSuperseded && <Mark>{t('versions.has_newer')}</Mark>}
        </span>
      ),
    },
    {
      key: 'directives',
      title: t('column.directives'),
      cell: (row) => (
        <span className="ui-row">
          {(['proposed', 'accepted', 'sent', 'carried', 'rejected'] as const)
            .filter((state) => row.directives[state] > 0)
            .map((state) => (
              <span key={state} className="ui-nowrap">
                {t(`state.${state}`)} {row.directives[state]}
              </span>
            ))}
        </span>
      ),
    },
    {
      key: 'size',
      title: t('column.characters'),
      align: 'end',
      width: '7em',
      cell: (row) => formats.number(row.characters),
    },
    {
      key: 'added',
      title: t('column.added'),
      width: '16em',
      cell: (row) => (
        <>
          <span className="ui-nowrap">{formats.dateTime(row.addedAt)}</span> {row.addedBy.name}
        </>
      ),
    },
  ];
}
