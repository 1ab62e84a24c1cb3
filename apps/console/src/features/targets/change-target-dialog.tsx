import { changeTarget, getTarget, listTargets, type TargetView } from '@duban/contract/targets';
import { allTargetDirections } from '@duban/plans/targets/target';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { directionWord } from '../../words/target-words.tsx';

type Values = {
  subject: string;
  value?: number | null;
  unit?: string;
  qualifier?: string;
  direction: TargetView['direction'];
  deadlineText?: string;
  deadlineDate?: string;
  baselineValue?: number | null;
  baselineAsOf?: string;
  standardValue?: number | null;
  standardBasis?: string;
  expectedValue?: number | null;
  expectedBasis?: string;
  asOf?: string;
  note: string;
};

/** Corrects the figure, or sets beside it from where it starts, what the standard asks and what people expect. */
export function ChangeTargetDialog({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const { t } = useTranslation('targets');
  const command = useCommand(changeTarget, { refreshes: [getTarget, listTargets], onDone: onClose });
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  const number = (name: keyof Values, label: string) => (
    <Form.Item name={name} label={label}>
      <InputNumber className="ui-field" min={-1e15} max={1e15} placeholder={t('not_set')} />
    </Form.Item>
  );
  const text = (name: keyof Values, label: string, maxLength: number) => (
    <Form.Item name={name} label={label}>
      <Input maxLength={maxLength} />
    </Form.Item>
  );
  const day = (name: keyof Values, label: string) => (
    <Form.Item name={name} label={label}>
      <Input type="date" />
    </Form.Item>
  );
  return (
    <CommandDialog<Values>
      title={t('change')}
      lead={<q>{target.sourceText}</q>}
      verb={t('save')}
      initial={initialOf(target)}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={(values) => void command.send({ id: target.id, version: target.version, ...fieldsOf(values) })}
    >
      <Form.Item name="subject" label={t('column.subject')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="target-fields">
        <Form.Item name="direction" label={t('field.direction')}>
          <Select options={allTargetDirections.map((value) => ({ value, label: directionWord(value) }))} />
        </Form.Item>
        {number('value', t('field.value'))}
        {text('unit', t('field.unit'), 30)}
        {text('qualifier', t('field.qualifier'), 20)}
        {day('deadlineDate', t('column.due'))}
        {text('deadlineText', t('field.deadline_text'), 100)}
        {number('baselineValue', t('yardstick.baseline'))}
        {day('baselineAsOf', t('field.baseline_as_of'))}
        {number('standardValue', t('yardstick.standard'))}
        {text('standardBasis', t('field.standard_basis'), 300)}
        {number('expectedValue', t('yardstick.expected'))}
        {text('expectedBasis', t('field.expected_basis'), 300)}
        {day('asOf', t('field.as_of'))}
      </div>
      <Form.Item name="note" label={t('field.note')} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}

function initialOf(target: TargetView): Partial<Values> {
  const { subject, value, unit, direction, baselineValue, standardValue, standardBasis, expectedValue, expectedBasis } =
    target;
  return {
    subject,
    value,
    unit,
    direction,
    baselineValue,
    standardValue,
    standardBasis,
    expectedValue,
    expectedBasis,
    qualifier: target.qualifier ?? '',
    deadlineText: target.deadlineText ?? '',
    deadlineDate: target.deadlineDate ?? '',
    baselineAsOf: target.baselineAsOf ?? '',
    asOf: target.asOf ?? '',
  };
}

const fieldsOf = (values: Values) => ({
  subject: values.subject.trim(),
  value: values.value ?? null,
  unit: values.unit?.trim() ?? '',
  qualifier: values.qualifier?.trim() || null,
  direction: values.direction,
  deadlineText: values.deadlineText?.trim() || null,
  deadlineDate: values.deadlineDate || null,
  baselineValue: values.baselineValue ?? null,
  baselineAsOf: values.baselineAsOf || null,
  standardValue: values.standardValue ?? null,
  standardBasis: values.standardBasis?.trim() ?? '',
  expectedValue: values.expectedValue ?? null,
  expectedBasis: values.expectedBasis?.trim() ?? '',
  asOf: values.asOf || null,
  note: values.note.trim(),
});
