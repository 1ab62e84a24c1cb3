import { allBetterWays, allTargetDirections } from '@duban/plans/targets/target';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { betterWord, directionWord } from '../../words/target-words.tsx';

/** The fields of what a directive may become besides a task or a case. */

/** Figures to be reached. An empty number is one that the document hides: it stays unknown. */
export function TargetFields({ isRequired }: { isRequired: boolean }) {
  const { t } = useTranslation('mandates');
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  return (
    <fieldset className="edit-targets">
      <legend>{t(isRequired ? 'edit.targets' : 'edit.targets_of_task')}</legend>
      <Form.List name="targets">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div
                key={key}
                className="edit-target"
                role="group"
                aria-label={t('edit.target_number', { number: name + 1 })}
              >
                <Form.Item name={[name, 'subject']} label={t('edit.target_subject')} rules={required}>
                  <Input maxLength={120} />
                </Form.Item>
                <Form.Item name={[name, 'direction']} label={t('edit.target_direction')} initialValue="at_least">
                  <Select options={allTargetDirections.map((value) => ({ value, label: directionWord(value) }))} />
                </Form.Item>
                <Form.Item name={[name, 'value']} label={t('edit.target_value')}>
                  <InputNumber className="ui-field" placeholder={t('edit.target_unknown')} min={-1e15} max={1e15} />
                </Form.Item>
                <Form.Item name={[name, 'unit']} label={t('edit.target_unit')}>
                  <Input maxLength={30} />
                </Form.Item>
                <Form.Item name={[name, 'qualifier']} label={t('edit.target_qualifier')}>
                  <Input maxLength={20} />
                </Form.Item>
                <Button size="small" onClick={() => remove(name)}>
                  {t('edit.target_remove')}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({ direction: 'at_least' })}>
              {t('edit.target_add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

export function IndicatorFields() {
  const { t } = useTranslation('mandates');
  return (
    <>
      <Form.Item
        name={['indicator', 'name']}
        label={t('edit.indicator_name')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name={['indicator', 'basis']} label={t('edit.indicator_basis')} extra={t('edit.indicator_basis_hint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={600} />
      </Form.Item>
      <div className="edit-deadline">
        <Form.Item name={['indicator', 'unit']} label={t('edit.target_unit')}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name={['indicator', 'better']} label={t('edit.indicator_better')}>
          <Select options={allBetterWays.map((value) => ({ value, label: betterWord(value) }))} />
        </Form.Item>
        <Form.Item name={['indicator', 'source']} label={t('edit.indicator_source')}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
    </>
  );
}

export function PromiseFields() {
  const { t } = useTranslation('mandates');
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  return (
    <>
      <div className="edit-deadline">
        <Form.Item name={['promise', 'promisedBy']} label={t('edit.promised_by')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={['promise', 'promisedTo']} label={t('edit.promised_to')}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name={['promise', 'unitId']} label={t('edit.promise_unit')} extra={t('edit.promise_unit_hint')}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name={['promise', 'text']} label={t('edit.promise_text')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={600} />
      </Form.Item>
    </>
  );
}
