import { allPriorities } from '@duban/cases/words';
import { timeLimitLabel } from '@duban/calendar/time-limit';
import type { CaseView } from '@duban/contract/case-views';
import { findDuplicates } from '@duban/contract/cases';
import { ChoiceList } from '@duban/ui/choice-list';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';
import { ClassSelect, ConditionSelect, useCaseClasses } from '../../fields/class-select.tsx';
import { PlacePicker } from '../../fields/place-picker.tsx';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { currentLocale } from '../../i18n/setup.ts';
import { useCaseWords } from '../../words/case-words.tsx';
import { CasePicker } from './case-picker.tsx';
import type { VerbField } from './verb-forms.ts';

/** The fields of a deed, in the order of its table. */
export function VerbFields({ fields, found }: { fields: readonly VerbField[]; found: CaseView }) {
  return fields.map((field) => (
    <OneField key={'name' in field ? field.name : field.kind} field={field} found={found} />
  ));
}

function OneField({ field, found }: { field: VerbField; found: CaseView }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  switch (field.kind) {
    case 'note':
    case 'reason':
      return (
        <Form.Item
          name={field.name}
          label={field.kind === 'note' ? t('field.optional', { label: t(field.label) }) : t(field.label)}
          rules={
            field.kind === 'reason' ? [{ required: true, whitespace: true, message: t('field.say_something') }] : []
          }
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
      );
    case 'choice':
      return (
        <Form.Item name={field.name} label={t(field.label)} rules={[{ required: true, message: t('field.choose') }]}>
          <Radio.Group
            className="choice-list"
            options={field.options.map((value) => ({ value, label: field.word(words, value, t) }))}
          />
        </Form.Item>
      );
    case 'unit':
      return (
        <Form.Item
          name={field.name}
          label={field.optional ? t('field.optional', { label: t(field.label) }) : t(field.label)}
          extra={field.name === 'lineUnitId' ? <Responsible found={found} /> : undefined}
          rules={field.optional ? [] : [{ required: true, message: t('field.choose_unit') }]}
        >
          <UnitSelect mayChoose={field.mayChoose} />
        </Form.Item>
      );
    case 'date':
      return (
        <Form.Item name={field.name} label={t(field.label)} rules={[{ required: true, message: t('field.choose') }]}>
          <Input type="date" />
        </Form.Item>
      );
    case 'onSite':
      return (
        <Form.Item name={field.name} valuePropName="checked" initialValue={false}>
          <Checkbox>{t(found.evidence === 'field_check' ? 'field.on_site_needed' : 'field.on_site')}</Checkbox>
        </Form.Item>
      );
    case 'condition':
      return <ConditionFields />;
    case 'case':
      return (
        <Form.Item name={field.name} label={t(field.label)} rules={[{ required: true, message: t('field.choose') }]}>
          <MergeTarget found={found} />
        </Form.Item>
      );
    case 'correction':
      return <CorrectionFields />;
  }
}

function Responsible({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const responsible = useCaseClasses().find((one) => one.classCode === found.classCode)?.responsible;
  return responsible ? t('field.responsible', { responsible }) : null;
}

/** Class and filing condition, with the limits that follow from them. */
function ConditionFields() {
  const { t } = useTranslation('cases');
  const classCode = Form.useWatch('classCode') as string | undefined;
  const conditionCode = Form.useWatch('conditionCode') as string | undefined;
  const form = Form.useFormInstance();
  const condition = useCaseClasses()
    .find((one) => one.classCode === classCode)
    ?.conditions.find((one) => one.conditionCode === conditionCode);
  const locale = currentLocale();
  return (
    <>
      <Form.Item name="classCode" label={t('column.class')} rules={[{ required: true, message: t('field.choose') }]}>
        <ClassSelect onChange={() => form.setFieldValue('conditionCode', undefined)} />
      </Form.Item>
      <Form.Item
        name="conditionCode"
        label={t('fact.condition')}
        rules={[{ required: true, message: t('field.choose') }]}
        extra={
          condition &&
          t('field.limits', {
            accept: timeLimitLabel(condition.acceptLimit, locale),
            finish: timeLimitLabel(condition.finishLimit, locale),
            closing: condition.closingCondition,
          })
        }
      >
        <ConditionSelect classCode={classCode} />
      </Form.Item>
    </>
  );
}

function CorrectionFields() {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const classCode = Form.useWatch('classCode') as string | undefined;
  const form = Form.useFormInstance();
  return (
    <>
      <Form.Item
        name="title"
        label={t('column.title')}
        rules={[{ required: true, whitespace: true, message: t('field.say_something') }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="description" label={t('field.description')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="classCode" label={t('column.class')}>
        <ClassSelect onChange={() => form.setFieldValue('conditionCode', undefined)} />
      </Form.Item>
      <Form.Item name="conditionCode" label={t('fact.condition')}>
        <ConditionSelect classCode={classCode} />
      </Form.Item>
      <Form.Item name="placeText" label={t('field.place_text')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="geometry">
        <PlacePicker />
      </Form.Item>
      <Form.Item name="tags" label={t('fact.tags')} extra={t('report.tags_hint')}>
        <ChoiceList mode="tags" maxCount={20} tokenSeparators={[',', '，', ';', '；']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="priority" label={t('field.priority')}>
        <ChoiceList options={allPriorities.map((value) => ({ value, label: words.priority(value) }))} />
      </Form.Item>
    </>
  );
}

function MergeTarget({
  found,
  ...field
}: {
  found: CaseView;
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}) {
  const likely = useQueryOf(findDuplicates, { id: found.id }).data?.rows ?? [];
  return <CasePicker {...field} suggested={likely} except={found.id} classCode={found.classCode} />;
}
