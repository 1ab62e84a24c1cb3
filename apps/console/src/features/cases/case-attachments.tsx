import { picturesMissing } from '@duban/cases/evidence';
import { type AttachmentKind, allAttachmentKinds } from '@duban/cases/words';
import { addAttachment, type AttachmentView, readDocument, readPicture } from '@duban/contract/attachments';
import { getCase } from '@duban/contract/cases';
import type { CaseView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { ChoiceList } from '@duban/ui/choice-list';
import { Dialog } from '@duban/ui/dialog';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../data/client.ts';
import { useCommand } from '../../data/use-command.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useCaseWords } from '../../words/case-words.tsx';

/** Pictures and papers of a case: compulsory only where its standard asks for them by risk. What is sent is re-encoded and loses its metadata. */
export function CaseAttachments({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const formats = useFormats();
  const picker = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<AttachmentKind>(
    picturesMissing(found)[0] ?? (found.state === 'in_progress' ? 'after' : 'near'),
  );
  const [shown, setShown] = useState<AttachmentView | null>(null);
  const isInHand = found.state === 'awaiting_acceptance' || found.state === 'in_progress';
  const missing = isInHand ? picturesMissing(found) : [];
  const add = useCommand(addAttachment, { refreshes: [getCase] });
  return (
    <Panel title={t('attachment.title', { count: found.attachments.length })}>
      {missing.length > 0 ? (
        <p>
          <Mark tone="amber">{t('attachment.needed')}</Mark> {missing.map(words.attachment).join(t('list_comma'))}
        </p>
      ) : (
        found.attachments.length === 0 && <p className="ui-faint">{t('attachment.none')}</p>
      )}
      <ul className="case-attachments">
        {found.attachments.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => setShown(one)}
              aria-label={t('attachment.open', { kind: words.attachment(one.kind), file: one.fileName })}
            >
              {one.mediaType === 'application/pdf' ? (
                <span className="case-paper" aria-hidden="true">
                  PDF
                </span>
              ) : (
                <img
                  src={client.url(readPicture, { id: one.id, size: 'preview' })}
                  alt=""
                  loading="lazy"
                  width="132"
                  height="99"
                />
              )}
            </button>
            <span>{words.attachment(one.kind)}</span>
            <span className="ui-faint">
              {formats.date(one.at)} {one.by?.name}
            </span>
          </li>
        ))}
      </ul>
      <div className="ui-row ui-no-print">
        <ChoiceList
          aria-label={t('attachment.kind')}
          value={kind}
          onChange={setKind}
          options={allAttachmentKinds.map((value) => ({ value, label: words.attachment(value) }))}
          style={{ minWidth: 120 }}
        />
        <WhyNotButton
          whyNot={found.actions.attach?.title ?? null}
          loading={add.isSending}
          onClick={() => picker.current?.click()}
        >
          {t('attachment.add')}
        </WhyNotButton>
        <input
          ref={picker}
          hidden
          type="file"
          aria-label={t('attachment.add')}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void add.send({ id: found.id, version: found.version, kind }, file);
          }}
        />
      </div>
      {add.progress !== null && (
        <Progress percent={Math.round(add.progress * 100)} status="active" aria-label={t('attachment.progress')} />
      )}
      {add.sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {add.sentence}
        </div>
      )}
      <Dialog open={shown !== null} title={shown?.fileName} width={860} onCancel={() => setShown(null)}>
        {shown && (
          <div className="ui-stack">
            {shown.mediaType !== 'application/pdf' && (
              <img
                className="case-picture"
                src={client.url(readPicture, { id: shown.id, size: 'full' })}
                alt={words.attachment(shown.kind)}
              />
            )}
            <div className="ui-row">
              <span className="ui-faint">
                {formats.bytes(shown.bytes)} {shown.width && `${shown.width} × ${shown.height}`}
              </span>
              <Button href={addressOf(shown)} download={shown.fileName}>
                {t('attachment.save')}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
    </Panel>
  );
}

function addressOf({ id, mediaType }: AttachmentView): string {
  return mediaType === 'application/pdf'
    ? client.url(readDocument, { id })
    : client.url(readPicture, { id, size: 'full' });
}
