import { byNamespace } from './namespaces.ts';

const words = byNamespace(import.meta.glob('./zh-CN/*.json', { eager: true, import: 'default' }));
export { words };
