import { defineConfig } from 'vitest/config';

// Three tiers by file name: pure domain tests need nothing, database tests share one embedded PostgreSQL, browser
// journeys start the real server.
const everywhere = '{packages,apps,demo,bench,tools,e2e}/**';
const apart = ['**/node_modules/**', '**/dist/**', '**/*.db.test.ts', '**/*.race.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'domain', include: [`${everywhere}/*.test.{ts,tsx}`], exclude: apart } },
      {
        test: {
          name: 'database',
          include: [`${everywhere}/*.db.test.ts`, `${everywhere}/*.race.test.ts`],
          globalSetup: ['apps/server/src/testing/global-setup.ts'],
          maxWorkers: 2,
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/src/global-setup.ts'],
          maxWorkers: 1,
          hookTimeout: 600_000,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
