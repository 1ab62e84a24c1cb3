import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { isProblem } from '../data/client.ts';
import { queryClient } from '../data/query-client.ts';
import { NotFoundPage, PageError } from '../frame/dead-ends.tsx';
import { Shell } from '../frame/shell.tsx';
import { meQuery } from '../session/use-session.ts';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

/** Everything behind the door: who is not signed in is sent there and comes back to the same address. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    let me;
    try {
      me = await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!isProblem(error, 'session.required')) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href }, replace: true });
    }
    // A first password must be changed, a required second factor set up, before the server answers anything else.
    if (me.restriction && location.pathname !== '/account') throw redirect({ to: '/account', replace: true });
  },
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  staticData: { title: 'session:title' },
  validateSearch: (search: Record<string, unknown>): { back?: string } =>
    typeof search.back === 'string' && isOwnAddress(search.back) ? { back: search.back } : {},
  component: lazyRouteComponent(() => import('../session/sign-in-page.tsx'), 'SignInPage'),
});

/** Only a path of this site: the address bar must not be able to send a person elsewhere after sign-in. */
function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}
