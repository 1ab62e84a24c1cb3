import {
  exportCalendarYear,
  getCalendarYear,
  importCalendarYear,
  listCalendarChanges,
  listCalendarYears,
} from '@duban/contract/calendar';
import { Dialog } from '@duban/ui/dialog';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDownload } from '../../data/use-download.ts';
import { XlsxImport } from '../../fields/xlsx-import.tsx';

type ImportYearDialogProps = { readonly year: number; readonly version: number; readonly onClose: () => void };

/** The arrangement of a year from a sheet: checked first, then taken over. */
export function ImportYearDialog({ year, version, onClose }: ImportYearDialogProps) {
  const { t } = useTranslation('calendar');
  const command = useCommand(importCalendarYear, {
    refreshes: [getCalendarYear, listCalendarYears, listCalendarChanges],
  });
  const template = useDownload(exportCalendarYear, `${t('import.file', { year })}.xlsx`);
  return (
    <Dialog title={t('import.title', { year })} onCancel={onClose} width={760}>
      <p>{t('import.lead')}</p>
      <XlsxImport
        send={(mode, file) => command.send({ year, version, mode }, file)}
        isSending={command.isSending}
        progress={command.progress}
        sentence={command.sentence}
        onTemplate={() => void template.fetchFile({ year })}
      />
    </Dialog>
  );
}
