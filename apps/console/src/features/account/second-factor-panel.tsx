import type { SecondFactorOffer } from '@duban/contract/sign-in';
import { Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, wordsOf } from '../../data/error-words.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { signIn } from '../../session/sign-in.ts';
import { useSession } from '../../session/use-session.ts';

type Open = 'start' | 'stop' | 'codes';

/** A code of six digits beside the password: set up with a QR code, confirmed with the first code. */
export function SecondFactorPanel() {
  const { t } = useTranslation('account');
  const { secondFactor, restriction } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const whyNot = restriction === 'change_password' ? sentenceOf('session.change_password', {}) : null;
  const refresh = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['getMe', 'listOwnSessions'].includes(String(queryKey[0])),
    });
  async function withPassword(password: string) {
    if (open === 'start') setOffer(await signIn.startSecondFactor(password));
    else if (open === 'codes') setCodes(await signIn.newBackupCodes(password));
    else {
      await signIn.stopSecondFactor(password);
      await refresh();
      void message.success(t('factor.stopped'));
    }
    setOpen(null);
  }
  return (
    <Panel
      title={
        <span className="ui-row">
          {t('factor.title')}
          <StatusLight tone={secondFactor ? 'green' : 'grey'}>
            {secondFactor ? t('factor.on') : t('factor.off')}
          </StatusLight>
        </span>
      }
    >
      <div className="ui-stack">
        <p>{t('factor.lead')}</p>
        {offer && (
          <Confirm
            offer={offer}
            onDone={() => {
              setCodes(offer.backupCodes);
              setOffer(null);
              void refresh();
              void message.success(t('factor.started'));
            }}
          />
        )}
        {codes && <BackupCodes codes={codes} onClose={() => setCodes(null)} />}
        {!offer && (
          <div className="ui-row">
            {secondFactor ? (
              <>
                <Button onClick={() => setOpen('codes')}>{t('factor.new_codes')}</Button>
                <Button danger onClick={() => setOpen('stop')}>
                  {t('factor.stop')}
                </Button>
              </>
            ) : (
              <WhyNotButton type="primary" whyNot={whyNot} onClick={() => setOpen('start')}>
                {t('factor.start')}
              </WhyNotButton>
            )}
          </div>
        )}
      </div>
      {open && <AskPassword what={open} run={withPassword} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function AskPassword({
  what,
  run,
  onClose,
}: {
  what: Open;
  run: (password: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('account');
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  async function send(password: string) {
    setSending(true);
    setRefusal(null);
    try {
      await run(password);
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  const verb = { start: t('factor.start'), stop: t('factor.stop'), codes: t('factor.new_codes') }[what];
  return (
    <CommandDialog<{ password: string }>
      title={verb}
      lead={t(`factor.ask.${what}`)}
      verb={verb}
      danger={what === 'stop'}
      isSending={isSending}
      sentence={refusal === null ? null : wordsOf(refusal).sentence}
      onClose={onClose}
      onSend={({ password }) => void send(password)}
    >
      <Form.Item
        name="password"
        label={t('password.current')}
        rules={[{ required: true, message: t('password.fill_in') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" maxLength={400} />
      </Form.Item>
    </CommandDialog>
  );
}

function Confirm({ offer, onDone }: { offer: SecondFactorOffer; onDone: () => void }) {
  const { t } = useTranslation('account');
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  async function confirm(code: string) {
    setSending(true);
    setRefusal(null);
    try {
      await signIn.confirmSecondFactor(code);
      onDone();
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => void confirm(code)}>
      <ol>
        <li>{t('factor.step_app')}</li>
        <li>
          {t('factor.step_scan')}
          <div className="account-code">
            <QRCodeSVG value={offer.uri} size={180} title={t('factor.qr')} />
          </div>
          <p>
            {t('factor.by_hand')} <span className="account-secret">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          </p>
        </li>
        <li>{t('factor.step_code')}</li>
      </ol>
      {refusal !== null && (
        <div role="alert" className="ui-notice ui-notice-red">
          {wordsOf(refusal).sentence}
        </div>
      )}
      <Form.Item
        name="code"
        label={t('session:code')}
        rules={[{ required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: t('factor.six_digits') }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isSending}>
        {t('factor.confirm')}
      </Button>
    </Form>
  );
}

function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('account');
  return (
    <div className="ui-notice ui-notice-blue">
      <strong>{t('factor.backup_title')}</strong>
      <p>{t('factor.backup_hint')}</p>
      <ul className="account-backup">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="ui-row dialog-actions ui-no-print">
        <Button onClick={() => print()}>{t('factor.backup_print')}</Button>
        <Button type="primary" onClick={onClose}>
          {t('factor.backup_kept')}
        </Button>
      </div>
    </div>
  );
}
