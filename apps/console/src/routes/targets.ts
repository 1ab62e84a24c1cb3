import { allPromiseStates, type PromiseState } from '@duban/mandates/promises/promise';
import { allTargetStates, type TargetState } from '@duban/plans/targets/target';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { shellRoute } from './root.tsx';
import { read } from './search-format.ts';

type TargetSearch = {
  text?: string | undefined;
  state?: TargetState | undefined;
  unitId?: string | undefined;
  documentId?: string | undefined;
  taskId?: string | undefined;
  dueTo?: string | undefined;
  after?: string | undefined;
};
type IndicatorSearch = Omit<TargetSearch, 'taskId' | 'dueTo'>;
type PromiseSearch = Omit<TargetSearch, 'state' | 'taskId'> & {
  state?: PromiseState | undefined;
  overdue?: boolean | undefined;
};

/** Fields without a value are left out, so that the same list has one address. */
const given = <Search extends object>(search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;

const filter = (raw: Record<string, unknown>) => ({
  text: read.text(raw.text, 100),
  unitId: read.text(raw.unitId, 40),
  documentId: read.text(raw.documentId, 40),
  after: read.text(raw.after, 300),
});

export const targetRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/targets',
    staticData: { title: 'targets:title' },
    validateSearch: (raw: Record<string, unknown>): TargetSearch =>
      given({
        ...filter(raw),
        state: read.oneOf(raw.state, allTargetStates),
        taskId: read.text(raw.taskId, 40),
        dueTo: read.date(raw.dueTo),
      }),
    component: lazyPage(() => import('../features/targets/targets-page.tsx'), 'TargetsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/targets/$targetId',
    staticData: { title: 'targets:target', parents: [{ to: '/targets', title: 'targets:title' }] },
    component: lazyPage(() => import('../features/targets/target-page.tsx'), 'TargetPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/indicators',
    staticData: { title: 'targets:indicators.title', parents: [{ to: '/targets', title: 'targets:title' }] },
    validateSearch: (raw: Record<string, unknown>): IndicatorSearch =>
      given({ ...filter(raw), state: read.oneOf(raw.state, allTargetStates) }),
    component: lazyPage(() => import('../features/targets/indicators-page.tsx'), 'IndicatorsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/indicators/$indicatorId',
    staticData: {
      title: 'targets:indicators.one',
      parents: [
        { to: '/targets', title: 'targets:title' },
        { to: '/indicators', title: 'targets:indicators.title' },
      ],
    },
    component: lazyPage(() => import('../features/targets/indicator-page.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/promises',
    staticData: { title: 'promises:title' },
    validateSearch: (raw: Record<string, unknown>): PromiseSearch =>
      given({
        ...filter(raw),
        state: read.oneOf(raw.state, allPromiseStates),
        dueTo: read.date(raw.dueTo),
        overdue: read.flag(raw.overdue) || undefined,
      }),
    component: lazyPage(() => import('../features/promises/promises-page.tsx'), 'PromisesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/promises/$promiseId',
    staticData: { title: 'promises:promise', parents: [{ to: '/promises', title: 'promises:title' }] },
    component: lazyPage(() => import('../features/promises/promise-page.tsx'), 'PromisePage'),
  }),
] as const;
