// The law of imports (ARCHITECTURE.md). Each rule says what to do instead.
const domain = '^packages/(calendar|cases|mandates|organisation|plans|rankings)/src/';
const test = '\\.(db\\.|race\\.)?test\\.tsx?$';

export default {
  forbidden: [
    {
      name: 'kit-imports-nothing',
      comment: 'kit is the ground everything stands on. Move what you need into kit, or the code that needs it out.',
      severity: 'error',
      from: { path: '^packages/kit/src/', pathNot: test },
      to: { path: '.', pathNot: '^packages/kit/src/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'A domain package imports kit and calendar only. Pass what it needs as an argument; a rule shared by two packages belongs in kit.',
      severity: 'error',
      from: { path: domain, pathNot: `${test}|^packages/mandates/src/readers/` },
      to: { path: '^packages/|^apps/|^demo/|^node:', pathNot: ['^packages/(kit|calendar)/src/', '^packages/$1/src/'] },
    },
    {
      name: 'domain-without-built-ins',
      comment: 'A domain package uses no Node built-in: time, randomness and files come in as arguments.',
      severity: 'error',
      from: { path: domain, pathNot: `${test}|^packages/mandates/src/readers/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-knows-no-side',
      comment: 'The contract is written once for both sides. It may use kit, domain types and zod.',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: test },
      to: { path: '^apps/|^packages/ui/|node_modules/(react|fastify|pg|kysely)/' },
    },
    {
      name: 'ui-knows-no-noun',
      comment:
        'packages/ui knows React and kit. Whatever speaks of cases or units belongs in a feature of the console.',
      severity: 'error',
      from: { path: '^packages/ui/src/' },
      to: { path: '^packages/(?!ui|kit)|^apps/|^demo/' },
    },
    {
      name: 'kernel-knows-no-slice',
      comment: 'The kernel serves every slice and knows none. Pass the slice in as a Module or an argument.',
      severity: 'error',
      from: { path: '^apps/server/src/kernel/', pathNot: test },
      to: {
        path: '^apps/server/src/(?!kernel/)|^packages/(calendar|cases|mandates|organisation|plans|rankings)/|^demo/',
      },
    },
    {
      name: 'slice-through-its-module',
      comment: "A slice uses another slice only through what that slice's module.ts exports.",
      severity: 'error',
      from: {
        path: '^apps/server/src/(organisation|calendar|campaigns|cases|mandates|plans|promises|rankings|targets)/',
        pathNot: test,
      },
      to: {
        path: '^apps/server/src/(organisation|calendar|campaigns|cases|mandates|plans|promises|rankings|targets)/',
        pathNot: ['^apps/server/src/$1/', '/module\\.ts$'],
      },
    },
    {
      name: 'browser-stays-in-the-browser',
      comment: 'A page reaches the server through the contract. Rules that both need are in the domain packages.',
      severity: 'error',
      from: { path: '^apps/console/src/' },
      to: { path: '^apps/server/|^demo/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'feature-stays-in-its-room',
      comment:
        'One feature does not reach into another. What two features share goes to apps/console/src/shell or packages/ui.',
      severity: 'error',
      from: { path: '^apps/console/src/features/([^/]+)/' },
      to: { path: '^apps/console/src/features/', pathNot: '^apps/console/src/features/$1/' },
    },
    {
      name: 'apps-are-never-imported',
      comment: 'Apps are run, never imported.',
      severity: 'error',
      from: { path: '^packages/|^demo/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|/generated/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
