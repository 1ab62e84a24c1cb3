import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { shellRoute } from './root.tsx';
import { read } from './search-format.ts';

type StandardsSearch = { readonly text?: string | undefined; readonly on?: string | undefined };

export const standardsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards',
    staticData: { title: 'standards:title' },
    validateSearch: (raw: Record<string, unknown>): StandardsSearch => ({
      ...(read.text(raw.text, 100) ? { text: read.text(raw.text, 100) } : {}),
      ...(read.date(raw.on) ? { on: read.date(raw.on) } : {}),
    }),
    component: lazyPage(() => import('../features/standards/standards-page.tsx'), 'StandardsPage'),
  }),
] as const;
