import { getTarget, listTargets, type TargetView, withdrawTarget } from '@duban/contract/targets';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { TargetStateMark, useFigureWords } from '../../words/target-words.tsx';
import { ChangeTargetDialog } from './change-target-dialog.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { OriginPanel } from '../../words/origin-panel.tsx';
import './targets.css';

const route = getRouteApi('/shell/targets/$targetId');

export function TargetPage() {
  const { targetId } = route.useParams();
  const target = useQueryOf(getTarget, { id: targetId });
  return (
    <FourState query={target} wordsOf={wordsOf} rows={10}>
      {(data) => <Target target={data} />}
    </FourState>
  );
}

/** One target: what is asked, from where it starts, what the standard and the public ask, and who ordered it where. */
function Target({ target }: { target: TargetView }) {
  const { t } = useTranslation('targets');
  const [dialog, setDialog] = useState<'change' | 'withdraw' | null>(null);
  const whyNot = target.whyNotChange?.title ?? null;
  const isReader = target.whyNotChange?.code === 'target.role_needed';
  return (
    <PageFrame
      title={target.subject}
      lead={target.number}
      marks={<TargetStateMark state={target.state} />}
      actions={
        isReader ? null : (
          <>
            <WhyNotButton type="primary" whyNot={whyNot} onClick={() => setDialog('change')}>
              {t('change')}
            </WhyNotButton>
            <WhyNotButton danger whyNot={whyNot} onClick={() => setDialog('withdraw')}>
              {t('withdraw')}
            </WhyNotButton>
          </>
        )
      }
    >
      <div className="ui-main-aside">
        <div className="ui-stack">
          <Yardsticks target={target} />
          <OriginPanel origin={target} />
        </div>
        <div className="ui-stack">
          <Facts target={target} />
          <HistoryPanel entries={target.history} />
        </div>
      </div>
      {dialog === 'change' && <ChangeTargetDialog target={target} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog target={target} onClose={() => setDialog(null)} />}
    </PageFrame>
  );
}

/** Three yardsticks side by side: who does what was assigned may still miss the standard, or what people expect. */
function Yardsticks({ target }: { target: TargetView }) {
  const { t } = useTranslation('targets');
  const figure = useFigureWords();
  const amount = (value: number | null) => (value === null ? t('not_set') : `${value}${target.unit}`);
  const rows = [
    ['assigned', figure(target), [target.deadlineDate, target.deadlineText].filter(Boolean).join(' · ')],
    ['standard', amount(target.standardValue), target.standardBasis],
    ['expected', amount(target.expectedValue), target.expectedBasis],
    ['baseline', amount(target.baselineValue), target.baselineAsOf ?? ''],
  ] as const;
  return (
    <Panel title={t('yardsticks')}>
      <table className="target-yardsticks">
        <thead>
          <tr>
            <th scope="col">{t('yardstick.name')}</th>
            <th scope="col">{t('yardstick.value')}</th>
            <th scope="col">{t('yardstick.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, basis]) => (
            <tr key={name}>
              <th scope="row">{t(`yardstick.${name}`)}</th>
              <td>{value}</td>
              <td>{basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Facts({ target }: { target: TargetView }) {
  const { t } = useTranslation('targets');
  const formats = useFormats();
  return (
    <Panel>
      <dl className="target-facts">
        <dt>{t('column.units')}</dt>
        <dd>{[target.lineUnit?.name, target.territorialUnit?.name].filter(Boolean).join(' · ') || t('everybody')}</dd>
        <dt>{t('column.due')}</dt>
        <dd>{[target.deadlineDate, target.deadlineText].filter(Boolean).join(' · ') || t('none')}</dd>
        {target.period && (
          <>
            <dt>{t('column.period')}</dt>
            <dd>{t(`mandates:period.${target.period}`)}</dd>
          </>
        )}
        {target.task && (
          <>
            <dt>{t('column.task')}</dt>
            <dd>
              <Link to="/tasks/$taskId" params={{ taskId: target.task.id }}>
                {target.task.number}
              </Link>
            </dd>
          </>
        )}
        {target.asOf && (
          <>
            <dt>{t('field.as_of')}</dt>
            <dd>{target.asOf}</dd>
          </>
        )}
        <dt>{t('recorded')}</dt>
        <dd>
          {formats.dateTime(target.recordedAt)} {target.recordedBy.name}
        </dd>
      </dl>
    </Panel>
  );
}

function WithdrawDialog({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const { t } = useTranslation('targets');
  const command = useCommand(withdrawTarget, { refreshes: [getTarget, listTargets], onDone: onClose });
  return (
    <CommandDialog<{ note: string }>
      title={t('withdraw')}
      lead={t('withdraw_lead')}
      verb={t('withdraw')}
      danger
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ note }) => void command.send({ id: target.id, version: target.version, note })}
    >
      <Form.Item
        name="note"
        label={t('field.note')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
