import { changePassword, getMe, listOwnSessions } from '@duban/contract/session';
import { whyNotPassword } from '@duban/organisation/password';
import { Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf, whyNotSentence } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useSession } from '../../session/use-session.ts';

type Values = { current: string; next: string; again: string };

/** The own password. The rules are the server's, asked while it is typed. */
export function PasswordPanel() {
  const { t } = useTranslation('account');
  const { account } = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const { current = '', next = '', again = '' } = (Form.useWatch([], form) as Partial<Values> | undefined) ?? {};
  const command = useCommand(changePassword, {
    refreshes: [getMe, listOwnSessions],
    onDone: ({ revoked }) => {
      form.resetFields();
      void message.success(t('password.done', { count: revoked }));
    },
  });
  const policy = next === '' ? null : whyNotSentence(whyNotPassword(next, account));
  const whyNot =
    current === '' || next === '' || again === ''
      ? t('password.fill_in')
      : (policy ??
        (current === next ? sentenceOf('password.same', {}) : null) ??
        (next === again ? null : t('password.differ')));
  return (
    <Panel title={t('password.title')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={() => whyNot === null && void command.send({ current, next })}
      >
        {command.sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {command.sentence}
          </div>
        )}
        {/* Lets a password manager know whose password this is. */}
        <input type="text" autoComplete="username" value={account} readOnly hidden />
        <Form.Item name="current" label={t('password.current')}>
          <Input.Password autoComplete="current-password" maxLength={400} />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('password.next')}
          extra={t('password.policy')}
          validateStatus={policy ? 'warning' : undefined}
          help={policy ?? undefined}
        >
          <Input.Password autoComplete="new-password" maxLength={400} />
        </Form.Item>
        <Form.Item name="again" label={t('password.again')}>
          <Input.Password autoComplete="new-password" maxLength={400} />
        </Form.Item>
        <WhyNotButton type="primary" htmlType="submit" whyNot={whyNot} loading={command.isSending}>
          {t('password.change')}
        </WhyNotButton>
      </Form>
    </Panel>
  );
}
