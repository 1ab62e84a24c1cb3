import { resetSecondFactor, unlockAccount } from '@duban/contract/accounts';
import {
  changePerson,
  deactivatePerson,
  erasePerson,
  getPerson,
  listPeople,
  type PersonView,
} from '@duban/contract/people';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Command, useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';

export type PersonDeed = 'unlock' | 'factor' | 'change' | 'deactivate' | 'erase';

type DialogProps = { readonly person: PersonView; readonly onClose: () => void };
const refreshes = [getPerson, listPeople];

export function PersonDialog({ deed, ...props }: DialogProps & { readonly deed: PersonDeed }) {
  switch (deed) {
    case 'unlock':
      return <UnlockDialog {...props} />;
    case 'factor':
      return <ResetFactorDialog {...props} />;
    case 'change':
      return <ChangeDialog {...props} />;
    case 'deactivate':
      return <DeactivateDialog {...props} />;
    case 'erase':
      return <EraseDialog {...props} />;
  }
}

function Sure({
  command,
  onSend,
  onClose,
  words,
  danger,
}: {
  command: Pick<Command<any>, 'isSending' | 'sentence'>;
  onSend: () => void;
  onClose: () => void;
  words: { readonly title: string; readonly lead: string; readonly verb: string };
  danger?: boolean;
}) {
  return (
    <CommandDialog<object>
      {...words}
      danger={danger}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={onSend}
    />
  );
}

function UnlockDialog({ person, onClose }: DialogProps) {
  const { t } = useTranslation('people');
  const command = useCommand(unlockAccount, { refreshes, onDone: onClose });
  const words = { title: t('unlock.title', { name: person.name }), lead: t('unlock.lead'), verb: t('unlock.open') };
  return <Sure command={command} words={words} onClose={onClose} onSend={() => void command.send({ id: person.id })} />;
}

function ResetFactorDialog({ person, onClose }: DialogProps) {
  const { t } = useTranslation('people');
  const command = useCommand(resetSecondFactor, { refreshes, onDone: onClose });
  const words = {
    title: t('reset_factor.title', { name: person.name }),
    lead: t('reset_factor.lead'),
    verb: t('reset_factor.open'),
  };
  return (
    <Sure
      danger
      command={command}
      words={words}
      onClose={onClose}
      onSend={() => void command.send({ id: person.id })}
    />
  );
}

function DeactivateDialog({ person, onClose }: DialogProps) {
  const { t } = useTranslation('people');
  const command = useCommand(deactivatePerson, { refreshes, onDone: onClose });
  const words = {
    title: t('deactivate.title', { name: person.name }),
    lead: t('deactivate.lead'),
    verb: t('deactivate.open'),
  };
  const send = () => void command.send({ id: person.id, version: person.version });
  return <Sure danger command={command} words={words} onClose={onClose} onSend={send} />;
}

function EraseDialog({ person, onClose }: DialogProps) {
  const { t } = useTranslation('people');
  const command = useCommand(erasePerson, { refreshes, onDone: onClose });
  const words = { title: t('erase.title', { name: person.name }), lead: t('erase.lead'), verb: t('erase.open') };
  const send = () => void command.send({ id: person.id, version: person.version });
  return <Sure danger command={command} words={words} onClose={onClose} onSend={send} />;
}

function ChangeDialog({ person, onClose }: DialogProps) {
  const { t } = useTranslation('people');
  const command = useCommand(changePerson, { refreshes, onDone: onClose });
  type Values = { name: string; phone: string };
  return (
    <CommandDialog<Values>
      title={t('change.title', { name: person.name })}
      verb={t('change.open')}
      initial={{ name: person.name, phone: '' }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ name, phone }) =>
        void command.send({
          id: person.id,
          version: person.version,
          name,
          ...(phone.trim() ? { phone: phone.trim() } : {}),
        })
      }
    >
      <Form.Item
        name="name"
        label={t('column.name')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone.new')} extra={t(person.hasPhone ? 'phone.keeps' : 'phone.hint')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </CommandDialog>
  );
}
