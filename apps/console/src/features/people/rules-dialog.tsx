import { getSignInRules, setSignInRules } from '@duban/contract/audit';
import { type Role, roles } from '@duban/kit/actor';
import { FourState } from '@duban/ui/four-state';
import { App, Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';

type Values = { secondFactorRoles: Role[]; passwordDays: number | null };

/** Which roles need a second factor, and how long a password lasts. */
export function RulesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people');
  const { message } = App.useApp();
  const rules = useQueryOf(getSignInRules, {}, { staleTime: 0 });
  const command = useCommand(setSignInRules, {
    refreshes: [getSignInRules],
    onDone: () => {
      void message.success(t('rules.done'));
      onClose();
    },
  });
  return (
    <FourState query={rules} wordsOf={wordsOf} rows={3}>
      {(data) => (
        <CommandDialog<Values>
          title={t('rules.open')}
          lead={t('rules.lead')}
          verb={t('rules.save')}
          initial={data}
          isSending={command.isSending}
          sentence={command.sentence}
          onClose={onClose}
          onSend={(values) => void command.send({ ...values, passwordDays: values.passwordDays ?? null })}
        >
          <Form.Item name="secondFactorRoles" label={t('rules.roles')} extra={t('rules.roles_hint')}>
            <Checkbox.Group options={roles.map((role) => ({ value: role, label: t(`frame:role.${role}`) }))} />
          </Form.Item>
          <Form.Item name="passwordDays" label={t('rules.days')} extra={t('rules.days_hint')}>
            <InputNumber min={30} max={730} precision={0} />
          </Form.Item>
        </CommandDialog>
      )}
    </FourState>
  );
}
