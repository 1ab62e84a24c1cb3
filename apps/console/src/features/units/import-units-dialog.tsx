import { listAreas, listUnits } from '@duban/contract/organisation';
import { downloadUnitTemplate, importUnits } from '@duban/contract/organisation-files';
import { Dialog } from '@duban/ui/dialog';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDownload } from '../../data/use-download.ts';
import { XlsxImport } from '../../fields/xlsx-import.tsx';

/** Units from a sheet: checked first, then taken over. */
export function ImportUnitsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('units');
  const command = useCommand(importUnits, { refreshes: [listUnits, listAreas] });
  const template = useDownload(downloadUnitTemplate, `${t('import.template_file')}.xlsx`);
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
