import { changeDocumentFacts } from '@duban/contract/document-text';
import { type DocumentView, listDocuments } from '@duban/contract/mandates';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { putInto } from './use-review.ts';

type Values = { title: string; documentDate?: string; organ?: string; speaker?: string; documentNumber?: string };

/** What the document is, as a person knows it. A new date moves the days of everything that nobody has decided about. */
export function FactsDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useTranslation('mandates');
  const queries = useQueryClient();
  const command = useCommand(changeDocumentFacts, {
    refreshes: [listDocuments],
    onDone: (reply) => {
      putInto(queries, reply);
      onClose();
    },
  });
  const { title, documentDate, organ, speaker, documentNumber } = document;
  return (
    <CommandDialog<Values>
      title={t('facts.edit')}
      lead={t('facts.edit_lead')}
      verb={t('facts.save')}
      initial={{ title, documentDate: documentDate ?? '', organ, speaker, documentNumber }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={(values) =>
        void command.send({
          id: document.id,
          version: document.version,
          title: values.title.trim(),
          documentDate: values.documentDate || null,
          organ: values.organ?.trim() ?? '',
          speaker: values.speaker?.trim() ?? '',
          documentNumber: values.documentNumber?.trim() ?? '',
        })
      }
    >
      <Form.Item
        name="title"
        label={t('import.own_title')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="edit-deadline">
        <Form.Item name="documentDate" label={t('import.date')} extra={t('facts.date_hint')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="documentNumber" label={t('facts.number')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <div className="edit-deadline">
        <Form.Item name="organ" label={t('facts.organ')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="speaker" label={t('facts.speaker')}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
    </CommandDialog>
  );
}
