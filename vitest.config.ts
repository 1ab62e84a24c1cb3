import { defineConfig } from 'vitest/config';

// Three tiers by file name: pure domain tests need nothing, database tests share one embedded PostgreSQL, browser
// journeys start the real server. `house.test.ts` is in the first tier.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: ['{packages,apps,demo,bench,tools,e2e}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.race.test.ts'],
        },
      },
    ],
  },
});
