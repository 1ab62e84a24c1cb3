import { byNamespace } from './namespaces.ts';

const words = byNamespace(import.meta.glob('./en/*.json', { eager: true, import: 'default' }));
export { words };
