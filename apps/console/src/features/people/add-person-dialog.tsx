import { createPerson, listPeople } from '@duban/contract/people';
import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { newOneTimePassword } from './one-time-password.ts';
import { PasswordSlips } from './password-slips.tsx';
import { PositionFields, type PositionValues, useToday, useWhyNotPosition } from './position-fields.tsx';

type Values = PositionValues & { name: string; account: string; phone?: string; withPassword: boolean };

/** Somebody new, with the first position; further positions are added on the person's page. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people');
  const [form] = Form.useForm<Values>();
  const watched = Form.useWatch([], form) as Values | undefined;
  const [slip, setSlip] = useState<{ name: string; account: string; password: string } | null>(null);
  const command = useCommand(createPerson, { refreshes: [listPeople] });
  const whyNot = useWhyNotPosition([], watched);
  const today = useToday();
  async function send({ name, account, phone, withPassword, validTo, ...position }: Values) {
    const password = withPassword ? newOneTimePassword() : undefined;
    const added = await command.send({
      name,
      account,
      phone: phone?.trim() || null,
      positions: [{ ...position, validTo: validTo || null }],
      ...(password ? { password } : {}),
    });
    if (!added) return;
    if (password) setSlip({ name, account: account.toLowerCase(), password });
    else onClose();
  }
  if (slip) return <PasswordSlips slips={[slip]} onClose={onClose} />;
  return (
    <CommandDialog<Values>
      form={form}
      title={t('add.title')}
      verb={t('add.open')}
      initial={{ validFrom: today, withPassword: true }}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={whyNot}
      onClose={onClose}
      onSend={(values) => void send(values)}
    >
      <Form.Item
        name="name"
        label={t('column.name')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="account"
        label={t('column.account')}
        extra={t('add.account_hint')}
        rules={[{ required: true, pattern: /^[A-Za-z0-9_.]{3,30}$/, message: t('add.account_hint') }]}
      >
        <Input maxLength={30} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone.label')} extra={t('phone.hint')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <PositionFields />
      <Form.Item name="withPassword" valuePropName="checked">
        <Checkbox>{t('add.with_password')}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
}
