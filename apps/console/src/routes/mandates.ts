import { allTaskStates, type TaskState } from '@duban/mandates/tasks/task';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { shellRoute } from './root.tsx';
import { read } from './search-format.ts';

type DocumentSearch = {
  text?: string | undefined;
  state?: 'in_review' | 'sent' | undefined;
  after?: string | undefined;
};
type TaskSearch = {
  text?: string | undefined;
  state?: TaskState | undefined;
  unitId?: string | undefined;
  documentId?: string | undefined;
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  sourceChanged?: boolean | undefined;
  after?: string | undefined;
};

/** Fields without a value are left out, so that the same list has one address. */
const given = <Search extends object>(search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;

export const mandateRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/documents',
    staticData: { title: 'mandates:title' },
    validateSearch: (raw: Record<string, unknown>): DocumentSearch =>
      given({
        text: read.text(raw.text, 100),
        state: read.oneOf(raw.state, ['in_review', 'sent'] as const),
        after: read.text(raw.after, 300),
      }),
    component: lazyPage(() => import('../features/mandates/documents-page.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/documents/$documentId',
    staticData: { title: 'mandates:review.source', parents: [{ to: '/documents', title: 'mandates:title' }] },
    validateSearch: (raw: Record<string, unknown>): { directive?: string | undefined } =>
      given({ directive: read.text(raw.directive, 40) }),
    component: lazyPage(() => import('../features/mandates/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/documents/$documentId/changes',
    staticData: { title: 'mandates:changes.title', parents: [{ to: '/documents', title: 'mandates:title' }] },
    component: lazyPage(() => import('../features/mandates/changes-page.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/documents/$documentId/breakdown',
    staticData: { title: 'mandates:breakdown.title', parents: [{ to: '/documents', title: 'mandates:title' }] },
    component: lazyPage(() => import('../features/mandates/breakdown-page.tsx'), 'BreakdownPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tasks',
    staticData: { title: 'tasks:title' },
    validateSearch: (raw: Record<string, unknown>): TaskSearch =>
      given({
        text: read.text(raw.text, 100),
        state: read.oneOf(raw.state, allTaskStates),
        unitId: read.text(raw.unitId, 40),
        documentId: read.text(raw.documentId, 40),
        open: read.flag(raw.open) || undefined,
        overdue: read.flag(raw.overdue) || undefined,
        sourceChanged: read.flag(raw.sourceChanged) || undefined,
        after: read.text(raw.after, 300),
      }),
    component: lazyPage(() => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tasks/$taskId',
    staticData: { title: 'tasks:task.title', parents: [{ to: '/tasks', title: 'tasks:title' }] },
    component: lazyPage(() => import('../features/tasks/task-page.tsx'), 'TaskPage'),
  }),
] as const;
