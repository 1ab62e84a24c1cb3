import { listOwnSessions, revokeOwnSessions } from '@duban/contract/session';
import { FourState } from '@duban/ui/four-state';
import { Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { SessionTable } from '../../session/session-table.tsx';

export function OwnSessions() {
  const { t } = useTranslation('account');
  const sessions = useQueryOf(listOwnSessions, {});
  const command = useCommand(revokeOwnSessions, { refreshes: [listOwnSessions] });
  const others = sessions.data?.sessions.filter((session) => !session.current).length ?? 0;
  return (
    <Panel
      title={t('sessions.title')}
      extra={
        <WhyNotButton
          size="small"
          whyNot={others > 0 ? null : t('sessions.no_others')}
          loading={command.isSending}
          onClick={() => void command.send({})}
        >
          {t('sessions.revoke_others')}
        </WhyNotButton>
      }
    >
      {command.sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {command.sentence}
        </div>
      )}
      <FourState query={sessions} wordsOf={wordsOf} rows={3}>
        {(data) => (
          <SessionTable
            sessions={data.sessions}
            isSending={command.isSending}
            onRevoke={(sessionId) => void command.send({ sessionId })}
          />
        )}
      </FourState>
    </Panel>
  );
}
