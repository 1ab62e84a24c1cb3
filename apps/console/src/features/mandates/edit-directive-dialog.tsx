import { editDirective } from '@duban/contract/document-review';
import type { DirectiveView } from '@duban/contract/directive-view';
import { type DocumentView, getDocument, listDocuments } from '@duban/contract/mandates';
import type { UnitRow } from '@duban/contract/organisation';
import { Form, Input, Radio, TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { unitTree, useUnits } from '../../data/units.ts';
import { useCommand } from '../../data/use-command.ts';
import { ClassSelect } from '../../fields/class-select.tsx';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { UnitSelect } from '../../fields/unit-select.tsx';

type Values = {
  action: string;
  outcome: DirectiveView['outcome'];
  lineUnitId?: string | undefined;
  territorialUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineText?: string;
  deadlineDate?: string;
  targetText?: string;
  classCode?: string;
  placeText?: string;
};

const leads = (unit: UnitRow) =>
  ['government', 'leading_group', 'command_post', 'department', 'cppcc'].includes(unit.kind);
const isGround = (unit: UnitRow) => ['street', 'community', 'grid'].includes(unit.kind);
const anyUnit = () => true;

/** Who does what until when. Saving accepts the directive. */
export function EditDirectiveDialog({
  document,
  item,
  onClose,
}: {
  document: DocumentView;
  item: DirectiveView;
  onClose: () => void;
}) {
  const { t } = useTranslation('mandates');
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch('outcome', form) ?? item.outcome;
  const command = useCommand(editDirective, { refreshes: [getDocument, listDocuments], onDone: onClose });
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  function send({
    lineUnitId,
    territorialUnitIds,
    supportUnitIds,
    deadlineText,
    deadlineDate,
    targetText,
    classCode,
    placeText,
    ...rest
  }: Values) {
    void command.send({
      id: document.id,
      directiveId: item.id,
      version: document.version,
      ...rest,
      lineUnitId: lineUnitId ?? null,
      territorialUnitIds: territorialUnitIds ?? [],
      supportUnitIds: supportUnitIds ?? [],
      deadlineText: deadlineText?.trim() || null,
      deadlineDate: deadlineDate || null,
      targetText: targetText ?? '',
      classCode: classCode ?? null,
      placeText: placeText ?? '',
    });
  }
  return (
    <CommandDialog<Values>
      title={t('edit.title')}
      lead={<q>{item.text}</q>}
      verb={t('edit.save')}
      form={form}
      initial={initialOf(item)}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={send}
    >
      <Form.Item name="action" label={t('edit.action')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={400} />
      </Form.Item>
      <Form.Item name="outcome" label={t('edit.outcome')} extra={t(`edit.outcome_hint_${outcome}`)}>
        <Radio.Group
          options={[
            { value: 'task', label: t('outcome.task') },
            { value: 'case', label: t('outcome.case') },
          ]}
        />
      </Form.Item>
      {outcome === 'task' && (
        <Form.Item name="lineUnitId" label={t('fact.line')} extra={t('edit.line_hint')}>
          <UnitSelect mayChoose={leads} />
        </Form.Item>
      )}
      <Form.Item name="territorialUnitIds" label={t('fact.ground')} extra={t('edit.ground_hint')}>
        <UnitsSelect mayChoose={isGround} />
      </Form.Item>
      {outcome === 'task' ? (
        <>
          <Form.Item name="supportUnitIds" label={t('fact.support')}>
            <UnitsSelect mayChoose={anyUnit} />
          </Form.Item>
          <div className="edit-deadline">
            <Form.Item name="deadlineText" label={t('edit.deadline_text')}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="deadlineDate" label={t('edit.deadline_date')}>
              <Input type="date" />
            </Form.Item>
          </div>
          <Form.Item name="targetText" label={t('fact.target')}>
            <Input maxLength={400} />
          </Form.Item>
        </>
      ) : (
        <>
          <Form.Item name="classCode" label={t('edit.class')} rules={[{ required: true, message: t('missing') }]}>
            <ClassSelect />
          </Form.Item>
          <Form.Item name="placeText" label={t('edit.place')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}

function initialOf(item: DirectiveView): Partial<Values> {
  return {
    action: item.action,
    outcome: item.outcome,
    lineUnitId: item.lineUnit?.id,
    territorialUnitIds: item.territorialUnits.map((unit) => unit.id),
    supportUnitIds: item.supportUnits.map((unit) => unit.id),
    deadlineText: item.deadlineText ?? '',
    deadlineDate: item.deadlineDate ?? '',
    targetText: item.targetText,
    ...(item.classCode ? { classCode: item.classCode } : {}),
    placeText: item.placeText,
  };
}

type UnitsSelectProps = {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (unitIds: string[]) => void;
  readonly mayChoose: (unit: UnitRow) => boolean;
};

/** Several units out of the tree. */
function UnitsSelect({ mayChoose, ...rest }: UnitsSelectProps) {
  const units = useUnits();
  const tree = useMemo(() => unitTree(units, mayChoose), [units, mayChoose]);
  return (
    <TreeSelect
      {...rest}
      multiple
      allowClear
      className="ui-field"
      maxTagCount={6}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandedKeys={tree.map((root) => root.value)}
      treeData={tree as never}
    />
  );
}
