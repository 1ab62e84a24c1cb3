import { timeLimitLabel } from '@duban/calendar/time-limit';
import { exportStandards, listStandards, listStandardVersions, type StandardView } from '@duban/contract/standards';
import { type Column, DataTable } from '@duban/ui/data-table';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { Explained } from '@duban/ui/why-not-button';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { useSession } from '../../session/use-session.ts';
import { ImportStandardsDialog } from './import-standards-dialog.tsx';
import { rowsThatHold } from './rows-that-hold.ts';
import './standards.css';
import { useCaseWords } from '../../words/case-words.tsx';

const route = getRouteApi('/shell/standards');

/** The table of limits 标准表: which condition of which class has how long, when it counts as closed, and by what right. */
export function StandardsPage() {
  const { t } = useTranslation('standards');
  const session = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const on = search.on ? { on: search.on } : {};
  const standards = useQueryOf(listStandards, on, { keepPrevious: true });
  const download = useDownload(exportStandards, `${t('title')}.xlsx`);
  const [importing, setImporting] = useState(false);
  const go = (part: { on?: string | undefined; text?: string | undefined }) =>
    void navigate({ to: '/standards', search: { ...search, ...part }, replace: true });
  const mayImport = session.may('system_admin', 'dispatcher');
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {mayImport && <Button onClick={() => setImporting(true)}>{t('import')}</Button>}
          <Button loading={download.isFetching} onClick={() => void download.fetchFile(on)}>
            {t('export')}
          </Button>
        </>
      }
    >
      <search className="ui-row ui-no-print">
        <Input.Search
          className="standards-text"
          allowClear
          aria-label={t('find')}
          placeholder={t('find')}
          defaultValue={search.text}
          onSearch={(text) => go({ text: text.trim() || undefined })}
        />
        <label className="ui-inline-label">
          {t('on')}
          <Input
            type="date"
            value={search.on ?? ''}
            onChange={(event) => go({ on: event.target.value || undefined })}
          />
        </label>
      </search>
      <FourState
        query={standards}
        wordsOf={wordsOf}
        rows={12}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <EmptyPanel
            title={t('empty')}
            action={mayImport && <Button onClick={() => setImporting(true)}>{t('import')}</Button>}
          >
            <p>{t('empty_hint')}</p>
          </EmptyPanel>
        }
      >
        {(data) => <StandardsTable rows={rowsThatHold(data.rows, search.text)} />}
      </FourState>
      <Versions />
      {importing && <ImportStandardsDialog onClose={() => setImporting(false)} />}
    </PageFrame>
  );
}

function StandardsTable({ rows }: { rows: readonly StandardView[] }) {
  const { t } = useTranslation('standards');
  const session = useSession();
  const locale = currentLocale();
  const words = useCaseWords();
  const readsLedger = session.may('dispatcher', 'handler', 'inspector', 'leader');
  const columns: readonly Column<StandardView>[] = [
    {
      key: 'class',
      title: t('column.class'),
      isHead: true,
      cell: (row) => (
        <>
          {readsLedger ? (
            <Link to="/cases" search={{ classCode: [row.classCode], open: true }}>
              {row.className}
            </Link>
          ) : (
            row.className
          )}
          <div className="ui-faint">
            {row.category} {row.classCode}
          </div>
        </>
      ),
    },
    { key: 'condition', title: t('column.condition'), cell: (row) => row.conditionText },
    { key: 'accept', title: t('column.accept'), cell: (row) => timeLimitLabel(row.acceptLimit, locale) },
    {
      key: 'finish',
      title: t('column.finish'),
      cell: (row) => <strong>{timeLimitLabel(row.finishLimit, locale)}</strong>,
    },
    { key: 'closing', title: t('column.closing'), cell: (row) => row.closingCondition },
    {
      key: 'evidence',
      title: t('column.evidence'),
      cell: (row) => (
        <span className={row.evidence === 'statement' ? 'ui-faint' : ''}>{words.evidence(row.evidence)}</span>
      ),
    },
    {
      key: 'responsible',
      title: t('column.responsible'),
      cell: (row) => (
        <>
          {row.responsible}{' '}
          {row.communityDuty && (
            <Mark>
              <Explained meaning={t('community_duty_meaning')}>{t('community_duty')}</Explained>
            </Mark>
          )}
        </>
      ),
    },
    { key: 'basis', title: t('column.basis'), cell: (row) => row.basis },
  ];
  if (rows.length === 0) return <EmptyPanel title={t('none_found')} />;
  return (
    <>
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      <p className="ui-faint">{t('count', { count: rows.length })}</p>
    </>
  );
}

/** Every table that was ever imported: a case keeps the row it was filed under, so none is thrown away. */
function Versions() {
  const { t } = useTranslation('standards');
  const formats = useFormats();
  const versions = useQueryOf(listStandardVersions, {});
  return (
    <Panel title={t('versions.title')}>
      <FourState
        query={versions}
        wordsOf={wordsOf}
        rows={3}
        isEmpty={(data) => data.versions.length === 0}
        empty={<p className="ui-faint">{t('versions.none')}</p>}
      >
        {(data) => (
          <ul className="standards-versions">
            {data.versions.map((version) => (
              <li key={version.id}>
                <strong>{version.name}</strong>
                <div>
                  {t('versions.line', { from: version.validFrom, rows: version.rows, inForce: version.rowsInForce })}
                </div>
                <div className="ui-faint">
                  {version.basis} ·{' '}
                  {t('versions.imported', {
                    at: formats.dateTime(version.importedAt),
                    by: version.importedBy?.name ?? '',
                  })}
                </div>
              </li>
            ))}
          </ul>
        )}
      </FourState>
    </Panel>
  );
}
