import { byNamespace } from './namespaces.ts';

// What the first picture says; the others are in `en-pages.ts`.
const words = byNamespace(
  import.meta.glob('./en/{frame,session,work,account}.json', { eager: true, import: 'default' }),
);
export { words };
