import { editDirective } from '@duban/contract/document-review';
import type { DirectiveView } from '@duban/contract/directive-view';
import { type DocumentView, listDocuments } from '@duban/contract/mandates';
import type { UnitRow } from '@duban/contract/organisation';
import { allPeriods } from '@duban/mandates/review/period';
import { allOutcomes } from '@duban/mandates/review/review';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { ClassSelect } from '../../fields/class-select.tsx';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { type EditValues, editOf, initialOf } from './edit-values.ts';
import { IndicatorFields, PromiseFields, TargetFields } from './kind-fields.tsx';
import { UnitsSelect } from './units-select.tsx';
import { putInto } from './use-review.ts';

const leads = (unit: UnitRow) =>
  ['government', 'leading_group', 'command_post', 'department', 'cppcc'].includes(unit.kind);
const isGround = (unit: UnitRow) => ['street', 'community', 'grid'].includes(unit.kind);
const anyUnit = () => true;

type Props = { readonly document: DocumentView; readonly item: DirectiveView; readonly onClose: () => void };

/** Who does what until when, and what it becomes. Saving accepts the directive. */
export function EditDirectiveDialog({ document, item, onClose }: Props) {
  const { t } = useTranslation('mandates');
  const queries = useQueryClient();
  const [form] = Form.useForm<EditValues>();
  const outcome = Form.useWatch('outcome', form) ?? item.outcome;
  const command = useCommand(editDirective, {
    refreshes: [listDocuments],
    onDone: (reply) => {
      putInto(queries, reply);
      onClose();
    },
  });
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  const is = (...outcomes: DirectiveView['outcome'][]) => outcomes.includes(outcome);
  const doubted = item.mentions.filter(({ doubt }) => doubt).map(({ mention }) => mention);
  return (
    <CommandDialog<EditValues>
      title={t('edit.title')}
      lead={<q>{item.text}</q>}
      verb={t('edit.save')}
      form={form}
      initial={initialOf(item)}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={(values) =>
        void command.send({
          id: document.id,
          directiveId: item.id,
          version: document.version,
          ...editOf(values, item),
        })
      }
    >
      <Form.Item name="action" label={t('edit.action')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={400} />
      </Form.Item>
      <Form.Item name="outcome" label={t('edit.outcome')} extra={t(`edit.outcome_hint_${outcome}`)}>
        <Radio.Group options={allOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      </Form.Item>
      {is('task', 'target', 'indicator') && (
        <Form.Item
          name="lineUnitId"
          label={t('fact.line')}
          extra={doubted.length > 0 ? t('fact.doubt', { named: doubted.join('、') }) : t('edit.line_hint')}
        >
          <UnitSelect mayChoose={leads} />
        </Form.Item>
      )}
      {is('task', 'target', 'case') && (
        <Form.Item name="territorialUnitIds" label={t('fact.ground')} extra={t('edit.ground_hint')}>
          <UnitsSelect mayChoose={isGround} />
        </Form.Item>
      )}
      {is('task') && (
        <Form.Item name="supportUnitIds" label={t('fact.support')}>
          <UnitsSelect mayChoose={anyUnit} />
        </Form.Item>
      )}
      {is('indicator') && <IndicatorFields />}
      {is('promise') && <PromiseFields />}
      {is('case') && (
        <>
          <Form.Item name="classCode" label={t('edit.class')} rules={[{ required: true, message: t('missing') }]}>
            <ClassSelect />
          </Form.Item>
          <Form.Item name="placeText" label={t('edit.place')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
      {is('task', 'target', 'promise', 'indicator') && (
        <div className="edit-deadline">
          <Form.Item name="deadlineText" label={t('edit.deadline_text')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="deadlineDate" label={t('edit.deadline_date')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="period" label={t('fact.period')}>
            <Select
              allowClear
              placeholder={t('edit.once')}
              options={allPeriods.map((value) => ({ value, label: t(`period.${value}`) }))}
            />
          </Form.Item>
        </div>
      )}
      {is('task', 'target') && <TargetFields isRequired={outcome === 'target'} />}
      {is('task') && (
        <Form.Item name="targetText" label={t('edit.target_text')}>
          <Input maxLength={400} />
        </Form.Item>
      )}
    </CommandDialog>
  );
}
