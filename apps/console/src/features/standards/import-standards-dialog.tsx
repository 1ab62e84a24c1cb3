import {
  downloadStandardsTemplate,
  importStandards,
  listCaseClasses,
  listStandards,
  listStandardVersions,
} from '@duban/contract/standards';
import { Dialog } from '@duban/ui/dialog';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDownload } from '../../data/use-download.ts';
import { XlsxImport } from '../../fields/xlsx-import.tsx';

type Values = { name: string; basis: string; validFrom: string; replaces: 'table' | 'rows'; acceptLimit?: string };

/** A new table of limits: its name, by what right, from which day on; then the sheet, checked before anything is written. */
export function ImportStandardsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('standards');
  const [form] = Form.useForm<Values>();
  const command = useCommand(importStandards, { refreshes: [listStandards, listStandardVersions, listCaseClasses] });
  const template = useDownload(downloadStandardsTemplate, `${t('template_name')}.xlsx`);
  const needed = [{ required: true, whitespace: true, message: t('field.needed') }];

  async function send(mode: 'check' | 'all' | 'good', file: File) {
    // antd marks the fields itself; there is nothing to add when one is missing
    const values = await form.validateFields().catch(() => null);
    if (!values) return undefined;
    const { acceptLimit, ...rest } = values;
    return command.send({ ...rest, mode, ...(acceptLimit?.trim() ? { acceptLimit: acceptLimit.trim() } : {}) }, file);
  }
  return (
    <Dialog title={t('import')} onCancel={onClose} width={760}>
      <p>{t('import_lead')}</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ replaces: 'table' }}>
        <div className="ui-columns">
          <Form.Item name="name" label={t('field.name')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="basis" label={t('field.basis')} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="validFrom" label={t('field.valid_from')} rules={needed} extra={t('field.valid_from_hint')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="acceptLimit" label={t('field.accept_limit')} extra={t('field.accept_limit_hint')}>
            <Input maxLength={40} />
          </Form.Item>
        </div>
        <Form.Item name="replaces" label={t('field.replaces')}>
          <Radio.Group
            options={[
              { value: 'table', label: t('field.replaces_table') },
              { value: 'rows', label: t('field.replaces_rows') },
            ]}
          />
        </Form.Item>
      </Form>
      <XlsxImport
        send={send}
        isSending={command.isSending}
        progress={command.progress}
        sentence={command.sentence}
        onTemplate={() => void template.fetchFile({})}
      />
    </Dialog>
  );
}
