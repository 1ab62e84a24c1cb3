import { addDocument, listDocuments, pastedMaxCharacters } from '@duban/contract/mandates';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Progress, Segmented, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { ModelConsent, useModelConsent } from './model-consent.tsx';

type Values = { text?: string; title?: string; documentDate?: string; previousId?: string };

/** A file or a pasted text. What cannot be read is refused with a reason, and what was typed stays. */
export function ImportDocumentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('mandates');
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [file, setFile] = useState<File | null>(null);
  const text = Form.useWatch('text', form);
  const consent = useModelConsent();
  const [toModel, setToModel] = useState(false);
  const command = useCommand(addDocument, {
    refreshes: [listDocuments],
    onDone: ({ id, version }) => void openImported(id, version),
  });
  async function openImported(documentId: string, version: number) {
    if (toModel && consent.model) await consent.ask(documentId, version);
    await navigate({ to: '/documents/$documentId', params: { documentId } });
  }
  const isMissing = way === 'file' ? file === null : !text?.trim();
  function send({ text: pasted, title, documentDate, previousId }: Values) {
    const fields = {
      ...(title?.trim() ? { title: title.trim() } : {}),
      documentDate: documentDate || null,
      previousId: previousId ?? null,
    };
    void (way === 'file' ? command.send(fields, file!) : command.send({ ...fields, text: pasted ?? '' }));
  }
  return (
    <CommandDialog<Values>
      title={t('import.title')}
      lead={t('import.lead')}
      verb={t('import.verb')}
      form={form}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={isMissing ? t(`import.missing_${way}`) : null}
      onClose={onClose}
      onSend={send}
    >
      <Segmented<'file' | 'paste'>
        aria-label={t('import.way')}
        value={way}
        options={[
          { value: 'file', label: t('import.file') },
          { value: 'paste', label: t('import.paste') },
        ]}
        onChange={setWay}
      />
      {way === 'file' ? (
        <div className="import-file">
          <Upload.Dragger
            accept=".txt,.html,.htm,.docx,.doc,.pdf,.xlsx,.rtf"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(chosen) => {
              command.reset();
              setFile(chosen);
              return false;
            }}
          >
            <p>{file ? <strong>{file.name}</strong> : t('import.drop')}</p>
            <p className="ui-faint">{t('import.formats')}</p>
          </Upload.Dragger>
          {file && (
            <Button size="small" type="link" onClick={() => setFile(null)}>
              {t('import.other')}
            </Button>
          )}
        </div>
      ) : (
        <Form.Item name="text" label={t('import.text')}>
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 16 }} maxLength={pastedMaxCharacters} />
        </Form.Item>
      )}
      <div className="edit-deadline">
        <Form.Item name="title" label={t('import.own_title')} extra={t('import.own_title_hint')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="documentDate" label={t('import.date')} extra={t('import.date_hint')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <ModelConsent model={consent.model} isWanted={toModel} onChange={setToModel} />
      <Form.Item name="previousId" label={t('import.previous')} extra={t('import.previous_hint')}>
        <DocumentSelect />
      </Form.Item>
      {command.isSending && (
        <div role="status">
          <Progress percent={Math.round((command.progress ?? 1) * 100)} showInfo={false} size="small" />
          {command.progress !== null && command.progress < 1 ? t('import.sending') : t('import.reading')}
        </div>
      )}
    </CommandDialog>
  );
}

/** One of the documents that no newer version has replaced yet, found by its title. */
function DocumentSelect(props: { id?: string; value?: string; onChange?: (id: string | undefined) => void }) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const found = useQueryOf(
    listDocuments,
    { limit: 20, ...(typed.trim() ? { text: typed.trim() } : {}) },
    { keepPrevious: true },
  );
  return (
    <Select
      {...props}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('import.previous_none')}
      notFoundContent={t('list.none_found')}
      options={(found.data?.rows ?? [])
        .filter((row) => !row.isSuperseded)
        .map((row) => ({ value: row.id, label: `${row.title} · ${formats.date(row.documentDate ?? row.addedAt)}` }))}
    />
  );
}
