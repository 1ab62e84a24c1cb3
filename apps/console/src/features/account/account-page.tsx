import { exportOwnData } from '@duban/contract/session';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../data/use-download.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';
import './account.css';

/** Who am I here, how is my account protected, and where am I signed in? */
export function AccountPage() {
  const { t } = useTranslation('account');
  const session = useSession();
  const formats = useFormats();
  const [wasRestricted] = useState(session.restriction !== null);
  const download = useDownload(exportOwnData, `${session.account}.json`);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {wasRestricted && session.restriction === null && (
        <div role="status" className="ui-notice ui-notice-green">
          {t('restriction.lifted')} <Link to="/">{t('work:title')}</Link>
        </div>
      )}
      {session.restriction && (
        <div role="alert" className="ui-notice ui-notice-amber">
          <strong>{t(`restriction.${session.restriction}.title`)}</strong>
          <p>{t(`restriction.${session.restriction}.hint`)}</p>
        </div>
      )}
      <div className="ui-columns">
        <div className="ui-stack">
          <PasswordPanel />
          <SecondFactorPanel />
        </div>
        <div className="ui-stack">
          <Panel title={t('profile.title')}>
            <dl className="account-facts">
              <dt>{t('profile.name')}</dt>
              <dd>{session.person.name}</dd>
              <dt>{t('profile.account')}</dt>
              <dd>{session.account}</dd>
              <dt>{t('profile.positions')}</dt>
              <dd>
                <ul className="account-positions">
                  {session.positions.map((position) => (
                    <li key={position.id}>
                      {position.unit.name} {position.title} <Mark>{t(`frame:role.${position.role}`)}</Mark>
                      {position.validTo && (
                        <span className="ui-faint"> {t('profile.until', { date: position.validTo })}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </dd>
              {session.passwordExpiresAt && (
                <>
                  <dt>{t('profile.password_expires')}</dt>
                  <dd>{formats.date(session.passwordExpiresAt)}</dd>
                </>
              )}
              {session.sessionExpiresAt && (
                <>
                  <dt>{t('profile.session_expires')}</dt>
                  <dd>{formats.dateTime(session.sessionExpiresAt)}</dd>
                </>
              )}
            </dl>
          </Panel>
          <OwnSessions />
          {session.restriction === null && (
            <Panel title={t('data.title')}>
              <p>{t('data.lead')}</p>
              <Button loading={download.isFetching} onClick={() => void download.fetchFile({})}>
                {t('data.download')}
              </Button>
            </Panel>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
