import { byNamespace } from './namespaces.ts';

// What the first picture says; the others are in `zh-CN-pages.ts`.
const words = byNamespace(
  import.meta.glob('./zh-CN/{frame,session,work,account}.json', { eager: true, import: 'default' }),
);
export { words };
