import type { ImportReport } from '@duban/contract/organisation-files';
import { StatusLight } from '@duban/ui/status-light';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type XlsxImportProps = {
  readonly send: (mode: 'check' | 'all' | 'good', file: File) => Promise<ImportReport | undefined>;
  readonly isSending: boolean;
  readonly progress: number | null;
  /** the refusal of the file as a whole */
  readonly sentence: string | null;
  readonly onTemplate: () => void;
};

/**
 * Import of a sheet in two steps: check, which changes nothing and says row by row what is wrong; then take over
 * everything, or the good rows only, as the person decides.
 */
export function XlsxImport({ send, isSending, progress, sentence, onTemplate }: XlsxImportProps) {
  const { t } = useTranslation('frame');
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  async function run(mode: 'check' | 'all' | 'good', chosen: File) {
    setReport((await send(mode, chosen)) ?? null);
  }
  const good = report ? report.added + report.changed + report.unchanged : 0;
  return (
    <div className="ui-stack">
      <div className="ui-row">
        <Button onClick={onTemplate}>{t('import.template')}</Button>
        <Button type={file ? 'default' : 'primary'} onClick={() => picker.current?.click()}>
          {file ? t('import.other_file') : t('import.choose_file')}
        </Button>
        <input
          ref={picker}
          hidden
          type="file"
          aria-label={t('import.choose_file')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (!chosen) return;
            setFile(chosen);
            setReport(null);
            void run('check', chosen);
          }}
        />
        {file && <span>{file.name}</span>}
        {file && !report && !isSending && (
          <Button type="primary" onClick={() => void run('check', file)}>
            {t('import.check')}
          </Button>
        )}
      </div>
      {isSending && (
        <Progress percent={Math.round((progress ?? 1) * 100)} status="active" aria-label={t('state.loading')} />
      )}
      {sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {sentence}
        </div>
      )}
      {report && file && (
        <div role="status" className="ui-stack">
          <p>
            <StatusLight tone={report.applied ? 'green' : report.faultCount ? 'amber' : 'blue'}>
              {report.applied
                ? t('import.applied', { added: report.added, changed: report.changed })
                : t('import.checked', { rows: report.rows, good, faults: report.faultCount })}
            </StatusLight>
          </p>
          {!report.applied && good > 0 && (
            <div className="ui-row">
              <Button
                type="primary"
                loading={isSending}
                onClick={() => void run(report.faultCount ? 'good' : 'all', file)}
              >
                {report.faultCount ? t('import.take_good', { count: good }) : t('import.take_all', { count: good })}
              </Button>
              {report.faultCount > 0 && <span className="ui-faint">{t('import.or_mend')}</span>}
            </div>
          )}
          {report.faults.length > 0 && (
            <div className="ui-table-box import-faults">
              <table className="ui-table">
                <caption className="ui-hidden">{t('import.faults')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('import.row')}</th>
                    <th scope="col">{t('import.column')}</th>
                    <th scope="col">{t('import.fault')}</th>
                  </tr>
                </thead>
                <tbody>
                  {report.faults.map((fault) => (
                    <tr key={`${fault.row}-${fault.column}-${fault.code}`}>
                      <th scope="row">{fault.row}</th>
                      <td>{fault.column}</td>
                      <td>{fault.message}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
