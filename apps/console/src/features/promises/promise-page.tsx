import { getPromise, listPromises, type PromiseView, settlePromise } from '@duban/contract/promises';
import type { PromiseResult } from '@duban/mandates/promises/promise';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { OriginPanel } from '../../words/origin-panel.tsx';
import { PromiseStateMark } from './promise-state.tsx';
import './promises.css';

const route = getRouteApi('/shell/promises/$promiseId');

export function PromisePage() {
  const { promiseId } = route.useParams();
  const promise = useQueryOf(getPromise, { id: promiseId });
  return (
    <FourState query={promise} wordsOf={wordsOf} rows={8}>
      {(data) => <PromiseDetails promise={data} />}
    </FourState>
  );
}

/** One promise: who said what to whom by when, and what became of it in the words of somebody else. */
function PromiseDetails({ promise }: { promise: PromiseView }) {
  const { t } = useTranslation('promises');
  const [result, setResult] = useState<PromiseResult | null>(null);
  const usable = promise.actions.filter((action) => action.refusal?.code !== 'promise.role_needed');
  return (
    <PageFrame
      title={promise.text}
      lead={promise.number}
      marks={
        <>
          <PromiseStateMark state={promise.state} />
          {promise.overdue && <StatusLight tone="red">{t('list.overdue')}</StatusLight>}
        </>
      }
      actions={usable.map((action) => (
        <WhyNotButton
          key={action.result}
          whyNot={action.refusal?.title ?? null}
          danger={action.result === 'withdrawn'}
          type={action.result === 'kept' && action.refusal === null ? 'primary' : 'default'}
          onClick={() => setResult(action.result)}
        >
          {t(`settle.${action.result}`)}
        </WhyNotButton>
      ))}
    >
      <div className="ui-main-aside">
        <div className="ui-stack">
          <Facts promise={promise} />
          <OriginPanel origin={promise} />
        </div>
        <History promise={promise} />
      </div>
      {result && <SettleDialog promise={promise} result={result} onClose={() => setResult(null)} />}
    </PageFrame>
  );
}

function Facts({ promise }: { promise: PromiseView }) {
  const { t } = useTranslation('promises');
  const formats = useFormats();
  return (
    <Panel>
      <dl className="promise-facts">
        <dt>{t('column.by')}</dt>
        <dd>{promise.promisedBy}</dd>
        <dt>{t('column.to')}</dt>
        <dd>{promise.promisedTo || t('everybody')}</dd>
        <dt>{t('fact.unit')}</dt>
        <dd>{promise.unit?.name ?? t('none')}</dd>
        <dt>{t('column.due')}</dt>
        <dd>{[promise.deadlineDate, promise.deadlineText].filter(Boolean).join(' · ') || t('none')}</dd>
        {promise.outcome && (
          <>
            <dt>{t('fact.outcome')}</dt>
            <dd>
              {promise.outcome} {promise.settledOn}
            </dd>
          </>
        )}
        <dt>{t('fact.recorded')}</dt>
        <dd>
          {formats.dateTime(promise.recordedAt)} {promise.recordedBy.name}
        </dd>
      </dl>
    </Panel>
  );
}

function History({ promise }: { promise: PromiseView }) {
  const { t } = useTranslation('promises');
  const formats = useFormats();
  return (
    <Panel title={t('history')}>
      <ol className="promise-history">
        {promise.history.toReversed().map((entry) => (
          <li key={entry.sequence}>
            <span className="ui-faint">
              {formats.dateTime(entry.at)} {entry.by?.name}
            </span>
            <div>{t(`event.${entry.result ?? 'recorded'}`)}</div>
            {entry.note && <blockquote>{entry.note}</blockquote>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type DialogProps = { readonly promise: PromiseView; readonly result: PromiseResult; readonly onClose: () => void };

function SettleDialog({ promise, result, onClose }: DialogProps) {
  const { t } = useTranslation('promises');
  const command = useCommand(settlePromise, { refreshes: [getPromise, listPromises], onDone: onClose });
  return (
    <CommandDialog<{ note: string }>
      title={t(`settle.${result}`)}
      lead={<q>{promise.text}</q>}
      verb={t(`settle.${result}`)}
      danger={result === 'withdrawn'}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ note }) => void command.send({ id: promise.id, version: promise.version, result, note })}
    >
      <Form.Item
        name="note"
        label={t('settle.note')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={600} />
      </Form.Item>
    </CommandDialog>
  );
}
