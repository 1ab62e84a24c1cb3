import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { shellRoute } from './root.tsx';
import { read } from './search-format.ts';

export const calendarRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/calendar',
    staticData: { title: 'calendar:title' },
    validateSearch: (raw: Record<string, unknown>): { year?: number; date?: string } => ({
      ...(read.whole(raw.year) === undefined ? {} : { year: read.whole(raw.year)! }),
      ...(read.date(raw.date) ? { date: read.date(raw.date)! } : {}),
    }),
    component: lazyPage(() => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
  }),
] as const;
