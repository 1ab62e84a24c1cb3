import {
  closeUnit,
  createUnit,
  getUnit,
  listAreas,
  listUnits,
  moveUnit,
  renameUnit,
  setUnitCode,
  type UnitView,
} from '@duban/contract/organisation';
import { codeSchemes, whyNotCode } from '@duban/organisation/code';
import { kindsBelow, type UnitKind, whyNotPlace } from '@duban/organisation/unit-kind';
import { ChoiceList } from '@duban/ui/choice-list';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useUnits } from '../../data/units.ts';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useFormats } from '../../i18n/formats.ts';

export type UnitDeed = 'add' | 'rename' | 'move' | 'code' | 'close';

type DialogProps = { readonly unit: UnitView; readonly onClose: () => void };

const refreshes = [listUnits, getUnit, listAreas];

export function UnitDialog({
  deed,
  onFounded,
  ...props
}: DialogProps & { readonly deed: UnitDeed; readonly onFounded: (id: string) => void }) {
  switch (deed) {
    case 'add':
      return <AddDialog {...props} onFounded={onFounded} />;
    case 'rename':
      return <RenameDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'code':
      return <CodeDialog {...props} />;
    case 'close':
      return <CloseDialog {...props} />;
  }
}

function useToday(): string {
  return useFormats().date(new Date(serverNow()).toISOString());
}

function useRequired() {
  const { t } = useTranslation('units');
  return [{ required: true, whitespace: true, message: t('missing') }];
}

function NameFields({ withCode = true }: { withCode?: boolean }) {
  const { t } = useTranslation('units');
  const required = useRequired();
  return (
    <>
      <Form.Item name="name" label={t('fact.name')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="shortName" label={t('fact.short_name')} rules={required}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="aliases" label={t('fact.aliases')} extra={t('aliases_hint')}>
        <ChoiceList mode="tags" open={false} maxCount={20} tokenSeparators={['、', ';', '；', ',', '，']} />
      </Form.Item>
      {withCode && (
        <Form.Item name="code" label={t('fact.code')} extra={t('code_hint')}>
          <Input maxLength={30} />
        </Form.Item>
      )}
    </>
  );
}

function AddDialog({ unit, onClose, onFounded }: DialogProps & { readonly onFounded: (id: string) => void }) {
  const { t } = useTranslation('units');
  const kinds = kindsBelow(unit.kind);
  const command = useCommand(createUnit, {
    refreshes,
    onDone: ({ id }) => {
      onClose();
      onFounded(id);
    },
  });
  type Values = {
    kind: UnitKind;
    name: string;
    shortName: string;
    aliases: string[];
    code?: string;
    validFrom: string;
  };
  return (
    <CommandDialog<Values>
      title={t('add.title', { parent: unit.name })}
      verb={t('add.open')}
      initial={{ kind: kinds[0]!, aliases: [], validFrom: useToday() }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ code, ...values }) => void command.send({ ...values, parentId: unit.id, code: code?.trim() || null })}
    >
      <Form.Item name="kind" label={t('fact.kind')}>
        <ChoiceList options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Form.Item>
      <NameFields />
      <Form.Item name="validFrom" label={t('from_day')} rules={useRequired()}>
        <Input type="date" min={unit.validFrom} />
      </Form.Item>
    </CommandDialog>
  );
}

function RenameDialog({ unit, onClose }: DialogProps) {
  const { t } = useTranslation('units');
  const command = useCommand(renameUnit, { refreshes, onDone: onClose });
  type Values = { name: string; shortName: string; aliases: string[]; code: string };
  return (
    <CommandDialog<Values>
      title={t('rename.title', { name: unit.name })}
      lead={t('rename.lead')}
      verb={t('rename.open')}
      initial={{ name: unit.name, shortName: unit.shortName, aliases: [...unit.aliases], code: unit.code ?? '' }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ code, ...values }) =>
        void command.send({ ...values, id: unit.id, version: unit.version, code: code.trim() || null })
      }
    >
      <NameFields />
    </CommandDialog>
  );
}

function MoveDialog({ unit, onClose }: DialogProps) {
  const { t } = useTranslation('units');
  const units = useUnits();
  const command = useCommand(moveUnit, { refreshes, onDone: onClose });
  const [form] = Form.useForm<{ parentId: string }>();
  const parentId = Form.useWatch('parentId', form);
  const chosen = units.find((one) => one.id === parentId);
  const parentOf = new Map(units.map((one) => [one.id, one.parentId]));
  const isInside = (id: string | null): boolean =>
    id !== null && (id === unit.id || isInside(parentOf.get(id) ?? null));
  return (
    <CommandDialog<{ parentId: string }>
      form={form}
      title={t('move.title', { name: unit.name })}
      lead={t('move.lead')}
      verb={t('move.open')}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={chosen ? whyNotSentence(whyNotPlace(unit.kind, chosen.kind)) : null}
      onClose={onClose}
      onSend={(values) => void command.send({ id: unit.id, version: unit.version, ...values })}
    >
      <Form.Item name="parentId" label={t('move.parent')} rules={useRequired()}>
        <UnitSelect
          mayChoose={(one) =>
            one.id !== unit.parentId && !isInside(one.id) && whyNotPlace(unit.kind, one.kind) === null
          }
        />
      </Form.Item>
    </CommandDialog>
  );
}

function CodeDialog({ unit, onClose }: DialogProps) {
  const { t } = useTranslation('units');
  const command = useCommand(setUnitCode, { refreshes, onDone: onClose });
  type Values = { scheme: (typeof codeSchemes)[number]; code: string; validFrom: string };
  const [form] = Form.useForm<Values>();
  const scheme = Form.useWatch('scheme', form) ?? 'statistical';
  const code = Form.useWatch('code', form)?.trim() ?? '';
  return (
    <CommandDialog<Values>
      form={form}
      title={t('code.title', { name: unit.name })}
      lead={t('code.lead')}
      verb={t('code.open')}
      initial={{ scheme: 'statistical', validFrom: useToday() }}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={code === '' ? null : whyNotSentence(whyNotCode(scheme, code))}
      onClose={onClose}
      onSend={(values) => void command.send({ ...values, id: unit.id, version: unit.version })}
    >
      <Form.Item name="scheme" label={t('code.scheme')}>
        <ChoiceList options={codeSchemes.map((one) => ({ value: one, label: t(`scheme.${one}`) }))} />
      </Form.Item>
      <Form.Item name="code" label={t('code.code')} rules={useRequired()}>
        <Input maxLength={18} inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item name="validFrom" label={t('from_day')} rules={useRequired()}>
        <Input type="date" min={unit.validFrom} />
      </Form.Item>
    </CommandDialog>
  );
}

function CloseDialog({ unit, onClose }: DialogProps) {
  const { t } = useTranslation('units');
  const command = useCommand(closeUnit, { refreshes, onDone: onClose });
  return (
    <CommandDialog<{ on: string; successorId?: string }>
      title={t('close.title', { name: unit.name })}
      lead={t('close.lead')}
      verb={t('close.open')}
      danger
      initial={{ on: useToday() }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ on, successorId }) =>
        void command.send({ id: unit.id, version: unit.version, on, successorId: successorId ?? null })
      }
    >
      <Form.Item name="on" label={t('last_day')} rules={useRequired()}>
        <Input type="date" min={unit.validFrom} />
      </Form.Item>
      <Form.Item name="successorId" label={t('close.successor')}>
        <UnitSelect mayChoose={(one) => one.id !== unit.id && one.kind === unit.kind} />
      </Form.Item>
    </CommandDialog>
  );
}
