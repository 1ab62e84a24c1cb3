import { byNamespace } from './namespaces.ts';

const words = byNamespace(
  import.meta.glob(['./zh-CN/*.json', '!./zh-CN/{frame,session,work,account}.json'], {
    eager: true,
    import: 'default',
  }),
);
export { words };
