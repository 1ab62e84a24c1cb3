import { lazyRouteComponent } from '@tanstack/react-router';
import { wordsOfPages } from '../i18n/setup.ts';

type Importer = Parameters<typeof lazyRouteComponent>[0];

/** A page that comes when it is gone to, together with the words of all pages. */
export const lazyPage = ((load: Importer, name: string) =>
  lazyRouteComponent(async () => (await Promise.all([load(), wordsOfPages()]))[0], name)) as typeof lazyRouteComponent;
