import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { listNotifications } from '@duban/contract/case-lists';
import { useShortcuts } from '@duban/ui/shortcuts';
import { Mark } from '@duban/ui/status-light';
import { Link, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../data/use-query-of.ts';
import { SessionEndedDialog } from '../session/session-ended-dialog.tsx';
import { useSession } from '../session/use-session.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { groups, navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';
import { LanguageSwitch, LargeTypeSwitch } from './preferences.tsx';
import { wordsOfPages } from '../i18n/setup.ts';

const HelpDrawer = lazy(async () => {
  const [{ HelpDrawer }] = await Promise.all([import('./help-drawer.tsx'), wordsOfPages()]);
  return { default: HelpDrawer };
});

/** The frame around every page of a signed-in person. */
export function Shell() {
  const { t } = useTranslation('frame');
  const session = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const address = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setMenuOpen(false), [address]);
  useShortcuts([{ key: '?', label: t('help'), run: () => setHelpOpen(true) }]);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="shell-header ui-no-print">
        <Button
          className="shell-menu-button"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('menu')}
          onClick={() => setMenuOpen(true)}
        />
        <Link to="/" className="shell-brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>{t('brand')}</span>
        </Link>
        <span className="shell-unit">{session.unit.name}</span>
        <div className="shell-tools">
          <LanguageSwitch />
          <LargeTypeSwitch />
          <Button type="text" size="small" icon={<QuestionCircleOutlined />} onClick={() => setHelpOpen(true)}>
            <span className="wide-only">{t('help')}</span>
            <span className="ui-hidden narrow-only">{t('help')}</span>
          </Button>
          <PersonMenu />
        </div>
      </header>
      <nav className="shell-nav ui-no-print" aria-label={t('navigation')}>
        <NavigationList />
      </nav>
      <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={280} title={t('brand')}>
        <nav aria-label={t('navigation')}>
          <NavigationList />
        </nav>
      </Drawer>
      <main id="content" className="shell-main" tabIndex={-1}>
        <ConnectionBanner />
        <Breadcrumbs />
        <Outlet />
      </main>
      <SessionEndedDialog />
      {helpOpen && (
        <Suspense>
          <HelpDrawer onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** How many notices my unit has that I have not seen; nobody else can read that. */
function useUnseen(): number {
  const hasCases = useSession().may('dispatcher', 'handler', 'inspector', 'leader');
  return useQueryOf(listNotifications, { limit: 1 }, { enabled: hasCases, every: 60_000 }).data?.unseen ?? 0;
}

function NavigationList() {
  const { t } = useTranslation('frame');
  const session = useSession();
  const unseen = useUnseen();
  const seen = navigation.filter((entry) => entry.roles === 'all' || session.may(...entry.roles));
  return groups
    .map((group) => ({ group, entries: seen.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length)
    .map(({ group, entries }) => (
      <div key={group} className="nav-group">
        <h2 id={`nav-${group}`}>{t(`nav_group.${group}`)}</h2>
        <ul aria-labelledby={`nav-${group}`}>
          {entries.map(({ to, search, word, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                search={(search ?? {}) as never}
                className="nav-link"
                activeProps={{ className: 'nav-link nav-here' }}
                activeOptions={{ exact: to === '/', includeSearch: false }}
              >
                <Icon />
                {t(word)}
                {to === '/' && unseen > 0 && (
                  <Mark tone="amber">
                    <span aria-hidden="true">{unseen > 99 ? '99+' : unseen}</span>
                    <span className="ui-hidden">{t('unseen', { count: unseen })}</span>
                  </Mark>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    ));
}

// Where each list was left: the way back leads to the same filter, not to the bare page.
const leftAt = new Map<string, object>();

function Breadcrumbs() {
  const { t } = useTranslation('frame');
  const here = useMatches().at(-1)?.staticData;
  const location = useRouterState({ select: (state) => state.location });
  useEffect(() => void leftAt.set(location.pathname, location.search), [location]);
  const name = here?.title ? t(here.title) : undefined;
  useEffect(() => {
    document.title = name ? `${name} · ${t('brand')}` : t('brand');
  }, [name, t]);
  if (!here?.parents?.length) return null;
  return (
    <nav className="breadcrumbs ui-no-print" aria-label={t('breadcrumbs')}>
      <ol>
        {here.parents.map((parent) => (
          <li key={parent.to}>
            <Link to={parent.to} search={(leftAt.get(parent.to) ?? {}) as never}>
              {t(parent.title)}
            </Link>
          </li>
        ))}
        <li aria-current="page">{name}</li>
      </ol>
    </nav>
  );
}
