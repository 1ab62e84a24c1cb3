import { getSnapshot, type ObjectionView, raiseObjection, type SnapshotView } from '@duban/contract/snapshots';
import { whyNotAnswerObjection } from '@duban/rankings/objection';
import { Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { Dialog } from '@duban/ui/dialog';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { CasePicker } from './case-picker.tsx';

/** What the units say against their rows, with the answers: everybody reads both. */
export function ObjectionsPanel({ snapshot }: { snapshot: SnapshotView }) {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  const { actor, may } = useSession();
  const [raisingFor, setRaisingFor] = useState<string | null>(null);
  const [answering, setAnswering] = useState<ObjectionView | null>(null);
  const own = snapshot.ranking.rows.find((row) => actor.unitLine.includes(row.unit.id));
  const whyNot = own ? snapshot.whyNotObject.find((why) => why.unitId === own.unit.id) : undefined;
  return (
    <Panel
      title={t('objection.title')}
      extra={
        own &&
        may('handler', 'leader') && (
          <WhyNotButton whyNot={whyNotSentence(whyNot ?? null)} onClick={() => setRaisingFor(own.unit.id)}>
            {t('objection.raise', { unit: own.unit.name })}
          </WhyNotButton>
        )
      }
    >
      <p className="ui-faint">{t('objection.lead', { until: formats.dateTime(snapshot.objectionsUntil) })}</p>
      {snapshot.objections.length === 0 && <p>{t('objection.none')}</p>}
      <ul className="rankings-plain">
        {snapshot.objections.map((objection) => (
          <li key={objection.id} className="rankings-objection">
            <p className="ui-row">
              <strong>{objection.unit.name}</strong>
              <Mark tone={objection.state === 'raised' ? 'amber' : 'grey'}>
                {t(`objection.state.${objection.state}`)}
              </Mark>
              <span className="ui-faint">
                {formats.dateTime(objection.raisedAt)} {objection.raisedBy.name}
              </span>
            </p>
            <p className="rankings-text">{objection.reason}</p>
            {objection.caseIds.length > 0 && <p>{t('objection.about', { count: objection.caseIds.length })}</p>}
            {objection.answer && (
              <blockquote className="rankings-text">
                <span className="ui-faint">
                  {formats.dateTime(objection.answer.at)} {objection.answer.by.name}
                </span>
                <br />
                {objection.answer.text}
                {objection.answer.exemptedCaseIds.length > 0 && (
                  <> {t('objection.exempted', { count: objection.answer.exemptedCaseIds.length })}</>
                )}
              </blockquote>
            )}
            {objection.state === 'raised' && snapshot.mayAnswer && (
              <WhyNotButton
                whyNot={whyNotSentence(whyNotAnswerObjection({ unitId: objection.unit.id, state: 'raised' }, actor))}
                onClick={() => setAnswering(objection)}
              >
                {t('objection.answer')}
              </WhyNotButton>
            )}
          </li>
        ))}
      </ul>
      {raisingFor && <RaiseDialog snapshotId={snapshot.id} unitId={raisingFor} onClose={() => setRaisingFor(null)} />}
      {answering && <AnswerDialog snapshotId={snapshot.id} objection={answering} onClose={() => setAnswering(null)} />}
    </Panel>
  );
}

function RaiseDialog({ snapshotId, unitId, onClose }: { snapshotId: string; unitId: string; onClose: () => void }) {
  const { t } = useTranslation('rankings');
  const [caseIds, setCaseIds] = useState<readonly string[]>([]);
  const command = useCommand(raiseObjection, { refreshes: [getSnapshot], onDone: onClose });
  return (
    <Dialog title={t('objection.raise_title')} onCancel={onClose}>
      <Form<{ reason: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => void command.send({ id: snapshotId, unitId, reason, caseIds: [...caseIds] })}
      >
        {command.sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {command.sentence}
          </div>
        )}
        <Form.Item
          name="reason"
          label={t('objection.reason')}
          rules={[{ required: true, whitespace: true, message: t('objection.reason_missing') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
        <CasePicker snapshotId={snapshotId} unitId={unitId} chosen={caseIds} onChange={setCaseIds} />
        <Button type="primary" htmlType="submit" loading={command.isSending}>
          {t('objection.send')}
        </Button>
      </Form>
    </Dialog>
  );
}
