import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root.tsx';

export const caseRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases',
    staticData: { title: 'cases:ledger.title' },
    component: lazyRouteComponent(() => import('../features/cases/ledger-page.tsx'), 'LedgerPage'),
  }),
] as const;
