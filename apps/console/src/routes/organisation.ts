import { personStates } from '@duban/contract/people';
import { roles } from '@duban/kit/actor';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import type { AuditSearch } from '../features/audit/audit-search.ts';
import type { PeopleSearch } from '../features/people/people-search.ts';
import { shellRoute } from './root.tsx';
import { read } from './search-format.ts';

const given = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value });

export const organisationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/units',
    staticData: { title: 'units:title' },
    validateSearch: (raw: Record<string, unknown>): { unit?: string; all?: boolean } => ({
      ...given('unit', read.text(raw.unit, 36)),
      ...(read.flag(raw.all) ? { all: true } : {}),
    }),
    component: lazyPage(() => import('../features/units/units-page.tsx'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people',
    staticData: { title: 'people:title' },
    validateSearch: (raw: Record<string, unknown>): PeopleSearch => ({
      ...given('unit', read.text(raw.unit, 36)),
      ...given('role', read.oneOf(raw.role, roles)),
      ...given('state', read.oneOf(raw.state, personStates)),
      ...given('text', read.text(raw.text, 60)),
    }),
    component: lazyPage(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people/$id',
    staticData: { title: 'people:one', parents: [{ to: '/people', title: 'people:title' }] },
    component: lazyPage(() => import('../features/people/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/account',
    staticData: { title: 'account:title' },
    component: lazyPage(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/audit',
    staticData: { title: 'audit:title' },
    validateSearch: (raw: Record<string, unknown>): AuditSearch => ({
      ...given('list', read.oneOf(raw.list, ['access'] as const)),
      ...given('from', read.date(raw.from)),
      ...given('to', read.date(raw.to)),
      ...given('result', read.oneOf(raw.result, ['done', 'refused'] as const)),
      ...given('event', read.text(raw.event, 60)),
      ...given('person', read.text(raw.person, 36)),
    }),
    component: lazyPage(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/self-check',
    staticData: { title: 'self-check:title' },
    component: lazyPage(() => import('../features/self-check/self-check-page.tsx'), 'SelfCheckPage'),
  }),
] as const;
