import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root.tsx';

export const workRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    staticData: { title: 'work:title' },
    component: lazyRouteComponent(() => import('../features/work/work-page.tsx'), 'WorkPage'),
  }),
] as const;
