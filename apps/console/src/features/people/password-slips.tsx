import { DataTable } from '@duban/ui/data-table';
import { Dialog } from '@duban/ui/dialog';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

export type PasswordSlip = { readonly name: string; readonly account: string; readonly password: string };

/** Passwords to be handed over, shown once: to copy or to print, and gone when the dialog closes. */
export function PasswordSlips({ slips, onClose }: { slips: readonly PasswordSlip[]; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { message } = App.useApp();
  async function copy() {
    const text = slips.map(({ name, account, password }) => `${name}\t${account}\t${password}`).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      void message.success(t('passwords.copied'));
    } catch {
      // Without https a browser gives no clipboard; the text stands on the page to be selected.
      void message.info(t('passwords.copy_by_hand'));
    }
  }
  return (
    <Dialog title={t('passwords.title')} onCancel={onClose} width={560} mask={{ closable: false }}>
      <div className="ui-stack">
        <div className="ui-notice ui-notice-amber" role="status">
          {t('passwords.once')}
        </div>
        <DataTable
          caption={t('passwords.title')}
          rows={slips}
          rowKey={(slip) => slip.account}
          columns={[
            { key: 'name', title: t('column.name'), isHead: true, cell: (slip) => slip.name },
            { key: 'account', title: t('column.account'), cell: (slip) => slip.account },
            {
              key: 'password',
              title: t('passwords.password'),
              cell: (slip) => <span className="people-password">{slip.password}</span>,
            },
          ]}
        />
        <div className="ui-row ui-no-print">
          <Button type="primary" onClick={() => void copy()}>
            {t('passwords.copy')}
          </Button>
          <Button onClick={() => print()}>{t('passwords.print')}</Button>
          <Button onClick={onClose}>{t('passwords.handed_over')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
