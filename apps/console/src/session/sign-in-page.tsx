import type { Reply } from '@duban/contract/endpoint';
import { getSite } from '@duban/contract/session';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../data/use-query-of.ts';
import { LanguageSwitch, LargeTypeSwitch } from '../frame/preferences.tsx';
import { SignInForm } from './sign-in-form.tsx';

const route = getRouteApi('/sign-in');

/** The door. Where the demo district is loaded, its accounts are offered here; elsewhere none exists. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const router = useRouter();
  const queries = useQueryClient();
  const { back } = route.useSearch();
  const site = useQueryOf(getSite, {}, { staleTime: 60_000 });
  const [chosen, setChosen] = useState<{ username: string; password: string } | undefined>();

  function enter() {
    queries.clear();
    router.history.push(back ?? '/');
  }
  return (
    <div className="sign-in">
      <header className="sign-in-tools">
        <LanguageSwitch />
        <LargeTypeSwitch />
      </header>
      <main id="content" className="sign-in-card">
        <div className="sign-in-brand">
          <img src="/icon.svg" alt="" width="44" height="44" />
          <div>
            <h1>{t('frame:brand')}</h1>
            <p className="ui-faint">{site.data?.name ?? t('frame:brand_line')}</p>
          </div>
        </div>
        <SignInForm onDone={enter} initial={chosen} />
        {!site.data?.demo && <p className="ui-faint">{t('no_account')}</p>}
      </main>
      {site.data?.demo && (
        <DemoAccounts
          accounts={site.data.demoAccounts}
          onChoose={(username) => setChosen({ username, password: site.data.demoPassword ?? '' })}
        />
      )}
    </div>
  );
}

type DemoAccount = Reply<typeof getSite>['demoAccounts'][number];

/** Who can be tried out, by what they do. */
function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly DemoAccount[];
  onChoose: (account: string) => void;
}) {
  const { t } = useTranslation('session');
  return (
    <section className="sign-in-demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo_title')}</h2>
      <p className="ui-faint">{t('demo_hint')}</p>
      {[...Map.groupBy(accounts, ({ roles }) => roles[0])].map(([role, people]) => (
        <div key={role} className="sign-in-demo-role">
          <h3>{t(`frame:role.${role}`)}</h3>
          <ul>
            {people.map((account) => (
              <li key={account.account}>
                <button type="button" onClick={() => onChoose(account.account)}>
                  <strong>{account.name}</strong>
                  <span className="ui-faint">
                    {account.unit} {account.title}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
