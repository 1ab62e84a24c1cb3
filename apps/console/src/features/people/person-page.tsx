import { getPerson, type PersonView } from '@duban/contract/people';
import { whyNotGrant } from '@duban/organisation/roles';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, whyNotSentence, wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { IssuePasswordsDialog } from './issue-passwords-dialog.tsx';
import { type PersonDeed, PersonDialog } from './person-dialogs.tsx';
import { PersonSessions } from './person-sessions.tsx';
import { PersonStateLight } from './person-state.tsx';
import { PhoneLine } from './phone-line.tsx';
import { PositionsPanel } from './positions-panel.tsx';
import './people.css';

const route = getRouteApi('/shell/people/$id');

/** One person: positions, account, sessions, and what may be done about them. */
export function PersonPage() {
  const { id } = route.useParams();
  const person = useQueryOf(getPerson, { id });
  return (
    <FourState query={person} wordsOf={wordsOf} rows={10}>
      {(data) => <Person person={data} />}
    </FourState>
  );
}

function Person({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const { may, actor } = useSession();
  const [deed, setDeed] = useState<PersonDeed | 'password' | null>(null);
  const whyNotAdmin = may('security_admin')
    ? null
    : sentenceOf('session.forbidden', { roles: t('frame:role.security_admin') });
  const gone = person.state === 'deactivated';
  const whyNotEdit = whyNotAdmin ?? (gone ? sentenceOf('person.deactivated', {}) : null);
  const whyNotOther = whyNotEdit ?? whyNotSentence(whyNotGrant(actor, person.id));
  return (
    <PageFrame title={person.name} marks={<PersonStateLight state={person.state} />} lead={t('person.lead')}>
      <div className="ui-main-aside">
        <div className="ui-stack">
          <PositionsPanel person={person} whyNotGrant={whyNotOther} />
          {may('security_admin') && !gone && <PersonSessions person={person} />}
        </div>
        <div className="ui-stack">
          <Panel title={t('person.account')}>
            <dl className="people-facts">
              <dt>{t('column.account')}</dt>
              <dd>{person.account}</dd>
              <dt>{t('column.second_factor')}</dt>
              <dd>{person.secondFactor ? t('factor.on') : t('factor.off')}</dd>
              <dt>{t('person.password')}</dt>
              <dd>
                {person.state === 'invited'
                  ? t('person.no_password')
                  : person.mustChangePassword
                    ? t('person.must_change')
                    : t('person.own_password')}
              </dd>
              {person.lockedUntil && (
                <>
                  <dt>{t('person.locked')}</dt>
                  <dd>{t('person.locked_until', { time: formats.dateTime(person.lockedUntil) })}</dd>
                </>
              )}
              <dt>{t('phone.label')}</dt>
              <dd>
                <PhoneLine person={person} />
              </dd>
            </dl>
          </Panel>
          <Panel title={t('person.deeds')}>
            <div className="ui-stack">
              <WhyNotButton whyNot={whyNotOther} onClick={() => setDeed('password')}>
                {t('passwords.open')}
              </WhyNotButton>
              <WhyNotButton
                whyNot={whyNotEdit ?? (person.lockedUntil ? null : sentenceOf('person.not_locked', {}))}
                onClick={() => setDeed('unlock')}
              >
                {t('unlock.open')}
              </WhyNotButton>
              <WhyNotButton
                whyNot={whyNotOther ?? (person.secondFactor ? null : sentenceOf('person.no_second_factor', {}))}
                onClick={() => setDeed('factor')}
              >
                {t('reset_factor.open')}
              </WhyNotButton>
              <WhyNotButton whyNot={whyNotEdit} onClick={() => setDeed('change')}>
                {t('change.open')}
              </WhyNotButton>
              <WhyNotButton danger whyNot={whyNotOther} onClick={() => setDeed('deactivate')}>
                {t('deactivate.open')}
              </WhyNotButton>
              <WhyNotButton
                danger
                whyNot={whyNotAdmin ?? (gone ? null : sentenceOf('person.still_active', {}))}
                onClick={() => setDeed('erase')}
              >
                {t('erase.open')}
              </WhyNotButton>
            </div>
          </Panel>
        </div>
      </div>
      {deed === 'password' && <IssuePasswordsDialog people={[person]} onClose={() => setDeed(null)} />}
      {deed && deed !== 'password' && <PersonDialog deed={deed} person={person} onClose={() => setDeed(null)} />}
    </PageFrame>
  );
}
