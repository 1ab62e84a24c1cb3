import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../data/error-words.ts';
import { signIn } from './sign-in.ts';

export type SignInFormProps = {
  readonly onDone: () => void;
  /** when the session ended over a page: only the same person may go on */
  readonly username?: string;
  /** a demo account that was chosen; fills and sends the form */
  readonly initial?: { readonly username: string; readonly password: string };
};

/** User name and password, then the one-time code where the account has one. */
export function SignInForm({ onDone, username, initial }: SignInFormProps) {
  const { t } = useTranslation('session');
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const [byBackupCode, setByBackupCode] = useState(false);

  async function attempt(run: () => Promise<void>) {
    setSending(true);
    setRefusal(null);
    try {
      await run();
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  const refused = refusal !== null && (
    <div role="alert" className="ui-notice ui-notice-red sign-in-refusal">
      {wordsOf(refusal).sentence}
    </div>
  );

  if (step === 'code') {
    return (
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }: { code: string }) =>
          void attempt(async () => {
            await (byBackupCode ? signIn.verifyBackupCode(code) : signIn.verifyCode(code));
            onDone();
          })
        }
      >
        {refused}
        <Form.Item
          name="code"
          label={byBackupCode ? t('backup_code') : t('code')}
          extra={byBackupCode ? t('backup_code_hint') : t('code_hint')}
          rules={[{ required: true, message: t('code_missing') }]}
        >
          <Input autoFocus autoComplete="one-time-code" inputMode={byBackupCode ? 'text' : 'numeric'} maxLength={40} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={sending} block>
          {t('continue')}
        </Button>
        <Button type="link" block onClick={() => setByBackupCode(!byBackupCode)}>
          {byBackupCode ? t('use_code') : t('use_backup_code')}
        </Button>
      </Form>
    );
  }
  return (
    <Form
      key={initial?.username}
      layout="vertical"
      requiredMark={false}
      initialValues={{ username, ...initial }}
      onFinish={(given: { username: string; password: string }) =>
        void attempt(async () => {
          const next = await signIn.signIn(username ?? given.username, given.password);
          if (next === 'code') setStep('code');
          else onDone();
        })
      }
    >
      {refused}
      {!username && (
        <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('username_missing') }]}>
          <Input autoComplete="username" autoFocus spellCheck={false} autoCapitalize="none" />
        </Form.Item>
      )}
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password_missing') }]}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(username)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={sending} block>
        {t('sign_in')}
      </Button>
    </Form>
  );
}
