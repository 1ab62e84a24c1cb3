import type { SessionView } from '@duban/contract/accounts';
import { DataTable } from '@duban/ui/data-table';
import { Mark } from '@duban/ui/status-light';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats.ts';

/** Where somebody is signed in, each with its way out. */
export function SessionTable({
  sessions,
  isSending,
  onRevoke,
}: {
  sessions: readonly SessionView[];
  isSending: boolean;
  onRevoke: (sessionId: string) => void;
}) {
  const { t } = useTranslation('session');
  const formats = useFormats();
  return (
    <DataTable
      caption={t('list.title')}
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        {
          key: 'device',
          title: t('list.device'),
          isHead: true,
          cell: (session) => (
            <span className="ui-row">
              {session.device ?? t('list.unknown_device')}
              {session.current && <Mark tone="blue">{t('list.current')}</Mark>}
            </span>
          ),
        },
        { key: 'address', title: t('list.address'), cell: (session) => session.address ?? '' },
        { key: 'since', title: t('list.since'), cell: (session) => formats.dateTime(session.signedInAt) },
        { key: 'seen', title: t('list.seen'), cell: (session) => formats.dateTime(session.lastSeenAt) },
        {
          key: 'out',
          title: '',
          cell: (session) =>
            !session.current && (
              <Button
                size="small"
                loading={isSending}
                aria-label={t('list.revoke_one', { device: session.device ?? t('list.unknown_device') })}
                onClick={() => onRevoke(session.id)}
              >
                {t('list.revoke')}
              </Button>
            ),
        },
      ]}
    />
  );
}
