import { listPersonSessions, revokePersonSessions } from '@duban/contract/accounts';
import type { PersonView } from '@duban/contract/people';
import { FourState } from '@duban/ui/four-state';
import { Panel } from '@duban/ui/page-frame';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { SessionTable } from '../../session/session-table.tsx';

/** Where the person is signed in; looking is logged, so it waits to be asked for. */
export function PersonSessions({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const [shown, setShown] = useState(false);
  const sessions = useQueryOf(listPersonSessions, { id: person.id }, { enabled: shown });
  const command = useCommand(revokePersonSessions, { refreshes: [listPersonSessions] });
  return (
    <Panel
      title={t('sessions.title')}
      extra={
        shown &&
        (sessions.data?.sessions.length ?? 0) > 0 && (
          <Button size="small" danger loading={command.isSending} onClick={() => void command.send({ id: person.id })}>
            {t('sessions.revoke_all')}
          </Button>
        )
      }
    >
      {!shown && (
        <div className="ui-row">
          <Button onClick={() => setShown(true)}>{t('sessions.show')}</Button>
          <span className="ui-faint">{t('sessions.logged')}</span>
        </div>
      )}
      {command.sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {command.sentence}
        </div>
      )}
      {shown && (
        <FourState
          query={sessions}
          wordsOf={wordsOf}
          rows={2}
          isEmpty={(data) => data.sessions.length === 0}
          empty={<p className="ui-faint">{t('sessions.none')}</p>}
        >
          {(data) => (
            <SessionTable
              sessions={data.sessions}
              isSending={command.isSending}
              onRevoke={(sessionId) => void command.send({ id: person.id, sessionId })}
            />
          )}
        </FourState>
      )}
    </Panel>
  );
}
