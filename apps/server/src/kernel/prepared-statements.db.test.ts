import type pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createPool } from './database.ts';

let pool: pg.Pool;
let client: pg.PoolClient;

beforeEach(async () => {
  pool = createPool({ url: inject('templateUrl'), maxConnections: 1 });
  client = await pool.connect();
});

afterEach(async () => {
  client.release();
  await pool.end();
});

async function preparedAs(text: string): Promise<number> {
  const { rows } = await client.query(
    'select count(*)::int as count from pg_prepared_statements where statement = $1',
    [text],
  );
  return rows[0].count;
}

test('a statement that returns is prepared once, and gives each time what its values ask for', async () => {
  const text = 'select $1::int + 1 as next /* returns */';
  for (let turn = 0; turn < 10; turn++) {
    const { rows } = await client.query(text, [turn]);
    expect(rows).toEqual([{ next: turn + 1 }]);
  }
  expect(await preparedAs(text)).toBe(1);
});

test('a statement that comes once is not', async () => {
  const text = 'select $1::int + 1 as next /* comes once */';
  await client.query(text, [1]);
  expect(await preparedAs(text)).toBe(0);
});

test('what is prepared is planned for its values each time', async () => {
  const { rows } = await client.query('show plan_cache_mode');
  expect(rows).toEqual([{ plan_cache_mode: 'force_custom_plan' }]);
});
