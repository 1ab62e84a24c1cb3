import { issuePasswords } from '@duban/contract/accounts';
import { getPerson, listPeople, type PersonRow } from '@duban/contract/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { newOneTimePassword } from './one-time-password.ts';
import { type PasswordSlip, PasswordSlips } from './password-slips.tsx';

/** New passwords for one or several people, each to be used once. */
export function IssuePasswordsDialog({
  people,
  onClose,
}: {
  people: readonly Pick<PersonRow, 'id' | 'name' | 'account'>[];
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const [made] = useState(() => people.map((person) => ({ ...person, password: newOneTimePassword() })));
  const [slips, setSlips] = useState<readonly PasswordSlip[] | null>(null);
  const command = useCommand(issuePasswords, { refreshes: [listPeople, getPerson] });
  async function send() {
    const issued = await command.send({ people: made.map(({ id, password }) => ({ id, password })) });
    if (issued) setSlips(made);
  }
  if (slips) return <PasswordSlips slips={slips} onClose={onClose} />;
  return (
    <CommandDialog<object>
      title={t('passwords.open')}
      lead={t('passwords.lead', { names: people.map((person) => person.name).join(t('list_comma')) })}
      verb={t('passwords.open')}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={people.length > 100 ? t('passwords.too_many') : null}
      onClose={onClose}
      onSend={() => void send()}
    />
  );
}
