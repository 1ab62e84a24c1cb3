import { answerObjection, getSnapshot, type ObjectionView } from '@duban/contract/snapshots';
import { Dialog } from '@duban/ui/dialog';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CasePicker } from './case-picker.tsx';

/** Upholds or rejects an objection. What is published stays; upheld, cases leave the next edition. */
export function AnswerDialog({
  snapshotId,
  objection,
  onClose,
}: {
  snapshotId: string;
  objection: ObjectionView;
  onClose: () => void;
}) {
  const { t } = useTranslation('rankings');
  const [result, setResult] = useState<'upheld' | 'rejected'>('rejected');
  const [caseIds, setCaseIds] = useState<readonly string[]>(objection.caseIds);
  const command = useCommand(answerObjection, { refreshes: [getSnapshot], onDone: onClose });
  return (
    <Dialog title={t('objection.answer_title', { unit: objection.unit.name })} onCancel={onClose}>
      <Form<{ text: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ text }) =>
          void command.send({
            id: objection.id,
            version: objection.version,
            result,
            text,
            exemptCaseIds: result === 'upheld' ? [...caseIds] : [],
          })
        }
      >
        <p className="rankings-text">{objection.reason}</p>
        {command.sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {command.sentence}
          </div>
        )}
        <Radio.Group
          aria-label={t('objection.result')}
          value={result}
          onChange={(event) => setResult(event.target.value as typeof result)}
          options={[
            { value: 'rejected', label: t('objection.state.rejected') },
            { value: 'upheld', label: t('objection.state.upheld') },
          ]}
        />
        {result === 'upheld' && (
          <>
            <p className="ui-faint">{t('objection.exempt_hint')}</p>
            <CasePicker
              snapshotId={snapshotId}
              unitId={objection.unit.id}
              chosen={caseIds}
              onChange={setCaseIds}
              onlyThese={objection.caseIds}
            />
          </>
        )}
        <Form.Item
          name="text"
          label={t('objection.text')}
          rules={[{ required: true, whitespace: true, message: t('objection.reason_missing') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isSending}>
          {t('objection.send')}
        </Button>
      </Form>
    </Dialog>
  );
}
