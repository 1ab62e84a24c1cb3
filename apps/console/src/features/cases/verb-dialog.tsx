import type { CaseVerb } from '@duban/cases/verbs';
import { getMyWork, listCases } from '@duban/contract/case-lists';
import type { CaseView } from '@duban/contract/case-views';
import { getCase } from '@duban/contract/cases';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { Dialog } from '@duban/ui/dialog';
import { Button, Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellChanged } from '../../data/changed-records.ts';
import { whyNotSentence } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useCaseWords } from '../../words/case-words.tsx';
import { type SentenceTerms, tellEvent } from './event-sentence.ts';
import { VerbFields } from './verb-fields.tsx';
import { correctionOf, startingValues, type VerbForm, verbForms } from './verb-forms.ts';

export type VerbDialogProps = {
  readonly found: CaseView;
  readonly verb: Exclude<CaseVerb, 'attach'>;
  readonly onClose: () => void;
  /** it was done; the dialog is closing */
  readonly onDone: () => void;
};

/**
 * One deed on one case. It acts on the version that was on the screen when it was opened; when somebody changes the
 * case meanwhile it says what happened, keeps what was typed, and goes on only when the person has looked.
 */
export function VerbDialog({ found, verb, onClose, onDone }: VerbDialogProps) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const form = verbForms[verb];
  const [seenVersion, setSeenVersion] = useState(found.version);
  const starting = useRef(startingValues(verb, found));
  const command = useCommand(form.endpoint, {
    refreshes: [getCase, listCases, getMyWork],
    onDone: () => {
      tellChanged(found.id);
      onDone();
      onClose();
    },
  });
  const changedMeanwhile = found.version !== seenVersion;
  const refusedNow = found.actions[verb];

  function send(values: Record<string, unknown>) {
    const sent = verb === 'correct' ? { ...correctionOf(values, found), note: values.note ?? '' } : values;
    void command.send({ id: found.id, version: seenVersion, ...sent });
  }
  return (
    <Dialog title={`${words.verb(verb)} · ${found.number}`} onCancel={onClose} width={580}>
      <Form layout="vertical" requiredMark={false} initialValues={starting.current} onFinish={send} scrollToFirstError>
        {changedMeanwhile ? (
          <ChangedMeanwhile
            found={found}
            since={seenVersion}
            onLooked={() => (command.reset(), setSeenVersion(found.version))}
          />
        ) : (
          command.sentence && (
            <div role="alert" className="ui-notice ui-notice-red">
              {command.sentence}
            </div>
          )
        )}
        {changedMeanwhile && refusedNow && (
          <div role="alert" className="ui-notice ui-notice-amber">
            {refusedNow.title}
          </div>
        )}
        {form.fields.length === 0 && <p>{t('verb.sure', { verb: words.verb(verb), title: found.title })}</p>}
        <VerbFields fields={form.fields} found={found} />
        <div className="ui-row dialog-actions">
          <SendButton form={form} found={found} isSending={command.isSending} disabled={changedMeanwhile}>
            {words.verb(verb)}
          </SendButton>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {form.final && <span className="ui-faint">{t('verb.final')}</span>}
        </div>
      </Form>
    </Dialog>
  );
}

type SendButtonProps = {
  readonly form: VerbForm;
  readonly found: CaseView;
  readonly isSending: boolean;
  readonly disabled: boolean;
  readonly children: string;
};

/** Says beside itself what is still missing for what was chosen above it. */
function SendButton({ form, found, isSending, disabled, children }: SendButtonProps) {
  const values = (Form.useWatch([]) ?? {}) as Record<string, unknown>;
  const whyNot = whyNotSentence(form.whyNot?.(found, values) ?? null);
  if (whyNot && !disabled) {
    return (
      <>
        <p role="status" className="ui-notice ui-notice-amber">
          {whyNot}
        </p>
        <WhyNotButton whyNot={whyNot}>{children}</WhyNotButton>
      </>
    );
  }
  return (
    <Button type="primary" htmlType="submit" danger={form.final === true} loading={isSending} disabled={disabled}>
      {children}
    </Button>
  );
}

function ChangedMeanwhile({ found, since, onLooked }: { found: CaseView; since: number; onLooked: () => void }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const formats = useFormats();
  const units = new Map(found.units.map((unit) => [unit.id, unit.shortName]));
  const terms: SentenceTerms = {
    t: (key, values) => t(key, values ?? {}),
    words,
    formats,
    unitName: (id) => units.get(id) ?? t('unknown_unit'),
  };
  const news = found.history.filter((entry) => entry.sequence > since);
  return (
    <div role="alert" className="ui-notice ui-notice-amber">
      <strong>{t('stale.title')}</strong>
      <ul>
        {news.map((entry) => (
          <li key={entry.sequence}>
            {formats.time(entry.at)} {entry.by?.name} {tellEvent(entry, terms).sentence}
          </li>
        ))}
      </ul>
      <p>{t('stale.hint')}</p>
      <Button size="small" onClick={onLooked}>
        {t('stale.go_on')}
      </Button>
    </div>
  );
}
