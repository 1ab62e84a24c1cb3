import { byNamespace } from './namespaces.ts';

const words = byNamespace(
  import.meta.glob(['./en/*.json', '!./en/{frame,session,work,account}.json'], { eager: true, import: 'default' }),
);
export { words };
