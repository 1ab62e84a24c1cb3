import { listCases } from '@duban/contract/case-lists';
import { downloadCaseTemplate, importCases } from '@duban/contract/case-bulk';
import { Dialog } from '@duban/ui/dialog';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDownload } from '../../data/use-download.ts';
import { XlsxImport } from '../../fields/xlsx-import.tsx';

/** Reports cases from a sheet. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('cases');
  const command = useCommand(importCases, { refreshes: [listCases] });
  const template = useDownload(downloadCaseTemplate, `${t('import.template_name')}.xlsx`);
  return (
    <Dialog title={t('import.title')} onCancel={onClose} width={760}>
      <p>{t('import.lead')}</p>
      <XlsxImport
        send={(mode, file) => command.send({ mode }, file)}
        isSending={command.isSending}
        progress={command.progress}
        sentence={command.sentence}
        onTemplate={() => void template.fetchFile({})}
      />
    </Dialog>
  );
}
