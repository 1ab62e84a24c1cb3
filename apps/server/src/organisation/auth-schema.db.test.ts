import { getMigrations } from 'better-auth/db/migration';
import { expect, inject, test } from 'vitest';
import { createPool } from '../kernel/database.ts';
import { authOptions } from './auth.ts';

test('the tables written by hand are what the identity library wants: it would change nothing', async () => {
  const pool = createPool({ url: inject('templateUrl'), maxConnections: 1 });
  try {
    const plan = await getMigrations(
      authOptions(pool, { secret: 'x'.repeat(43), origin: null, now: () => Temporal.Now.instant() }),
      { throwOnUnsafe: false },
    );
    expect(plan.toBeCreated).toEqual([]);
    expect(plan.toBeAdded).toEqual([]);
    expect(plan.toBeAddedIndexes).toEqual([]);
    expect(plan.unsafeChanges).toEqual([]);
    expect(plan.schemaProblems).toEqual([]);
  } finally {
    await pool.end();
  }
});
