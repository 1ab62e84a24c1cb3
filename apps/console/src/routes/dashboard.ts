import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { readDashboardCasesSearch } from '../features/dashboard/dashboard-search.ts';
import { shellRoute } from './root.tsx';
import { read } from './search-format.ts';

export const dashboardRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/dashboard',
    staticData: { title: 'dashboard:title' },
    validateSearch: (raw: Record<string, unknown>): { unitId?: string } =>
      read.text(raw.unitId) ? { unitId: read.text(raw.unitId)! } : {},
    component: lazyPage(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/dashboard/cases',
    staticData: { title: 'dashboard:list.caption', parents: [{ to: '/dashboard', title: 'dashboard:title' }] },
    validateSearch: readDashboardCasesSearch,
    component: lazyPage(() => import('../features/dashboard/dashboard-cases-page.tsx'), 'DashboardCasesPage'),
  }),
] as const;
