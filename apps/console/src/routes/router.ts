import { createRouter } from '@tanstack/react-router';
import { NotFoundPage, PageError, PagePending } from '../frame/dead-ends.tsx';
import { calendarRoutes } from './calendar.ts';
import { caseRoutes } from './cases.ts';
import { mandateRoutes } from './mandates.ts';
import { organisationRoutes } from './organisation.ts';
import { rootRoute, shellRoute, signInRoute } from './root.tsx';
import { dashboardRoutes } from './dashboard.ts';
import { rankingRoutes } from './rankings.ts';
import { parseSearch, stringifySearch } from './search-format.ts';
import { standardsRoutes } from './standards.ts';
import { targetRoutes } from './targets.ts';
import { workRoutes } from './work.ts';

// One line per noun. The order is of no meaning.
const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    ...workRoutes,
    ...caseRoutes,
    ...standardsRoutes,
    ...mandateRoutes,
    ...targetRoutes,
    ...calendarRoutes,
    ...organisationRoutes,
    ...dashboardRoutes,
    ...rankingRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  // What an address says and no page knows is dropped, instead of reaching the page unread.
  search: { strict: true },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: PageError,
  defaultPendingComponent: PagePending,
  defaultPendingMs: 200,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** key of the page's name, `namespace:key`: document title and last breadcrumb */
    title?: string;
    /** breadcrumbs before the page itself */
    parents?: readonly { readonly to: string; readonly title: string }[];
  }
}
