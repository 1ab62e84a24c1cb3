import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { readCasesSearch, readRankingSearch } from '../features/rankings/ranking-search.ts';
import { shellRoute } from './root.tsx';

const parents = [{ to: '/rankings', title: 'rankings:title' }] as const;
const published = [...parents, { to: '/rankings/published', title: 'rankings:published.title' }] as const;

export const rankingRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rankings',
    staticData: { title: 'rankings:title' },
    validateSearch: readRankingSearch,
    component: lazyPage(() => import('../features/rankings/rankings-page.tsx'), 'RankingsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rankings/cases',
    staticData: { title: 'rankings:list.caption', parents },
    validateSearch: readCasesSearch,
    component: lazyPage(() => import('../features/rankings/counted-cases-page.tsx'), 'CountedCasesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rankings/publish',
    staticData: { title: 'rankings:publish.title', parents },
    validateSearch: readRankingSearch,
    component: lazyPage(() => import('../features/rankings/publish-page.tsx'), 'PublishPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rankings/published',
    staticData: { title: 'rankings:published.title', parents },
    component: lazyPage(() => import('../features/rankings/published-page.tsx'), 'PublishedPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rankings/published/$snapshotId',
    staticData: { title: 'rankings:bulletin.title', parents: published },
    component: lazyPage(() => import('../features/rankings/bulletin-page.tsx'), 'BulletinPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rankings/groups',
    staticData: { title: 'rankings:groups.title', parents },
    component: lazyPage(() => import('../features/rankings/groups-page.tsx'), 'GroupsPage'),
  }),
] as const;
