import { listPeople } from '@duban/contract/people';
import { downloadPeopleTemplate, importPeople } from '@duban/contract/organisation-files';
import { Dialog } from '@duban/ui/dialog';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDownload } from '../../data/use-download.ts';
import { XlsxImport } from '../../fields/xlsx-import.tsx';

/** People from a sheet, without passwords: those are issued afterwards. */
export function ImportPeopleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people');
  const command = useCommand(importPeople, { refreshes: [listPeople] });
  const template = useDownload(downloadPeopleTemplate, `${t('import.template_file')}.xlsx`);
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
