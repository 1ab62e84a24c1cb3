import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { readLedgerSearch } from '../features/cases/ledger-search.ts';
import { read } from './search-format.ts';
import { shellRoute } from './root.tsx';

const parents = [{ to: '/cases', title: 'cases:ledger.title' }] as const;

export const caseRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases',
    staticData: { title: 'cases:ledger.title' },
    validateSearch: readLedgerSearch,
    component: lazyPage(() => import('../features/cases/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases/new',
    staticData: { title: 'cases:report.title', parents },
    // a task or a directive may send the person here, so that the case keeps the link back
    validateSearch: (raw: Record<string, unknown>): { taskId?: string; directiveId?: string } => ({
      ...(read.text(raw.taskId) ? { taskId: read.text(raw.taskId)! } : {}),
      ...(read.text(raw.directiveId) ? { directiveId: read.text(raw.directiveId)! } : {}),
    }),
    component: lazyPage(() => import('../features/cases/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases/$caseId',
    staticData: { title: 'cases:case.title', parents },
    component: lazyPage(() => import('../features/cases/case-page.tsx'), 'CasePage'),
  }),
] as const;
