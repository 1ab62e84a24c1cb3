import { discardDocument } from '@duban/contract/document-review';
import { type DocumentView, getDocument, listDocuments } from '@duban/contract/mandates';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';

/** Throws away a document that was imported by mistake; a reason is asked for, because it stays in the history. */
export function DiscardDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useTranslation('mandates');
  const navigate = useNavigate();
  const command = useCommand(discardDocument, {
    refreshes: [getDocument, listDocuments],
    onDone: () => void navigate({ to: '/documents' }),
  });
  return (
    <CommandDialog<{ reason: string }>
      title={t('discard.title')}
      lead={t('discard.lead')}
      verb={t('deed.discard')}
      danger
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ reason }) => void command.send({ id: document.id, version: document.version, reason })}
    >
      <Form.Item
        name="reason"
        label={t('discard.reason')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
