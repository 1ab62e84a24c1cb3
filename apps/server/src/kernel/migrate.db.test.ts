import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createPool } from './database.ts';
import { type Migration, MigrationError, migrate, readMigrations } from './migrate.ts';

const name = () => `m_${randomUUID().replaceAll('-', '')}`;
const migration = (file: string, sql: string): Migration => ({
  name: file,
  sql,
  hash: createHash('sha256').update(sql).digest('hex'),
});
const first = migration('0001_first.sql', 'create table a (x int); insert into a values (1)');
const broken = migration('0002_broken.sql', 'alter table a add y int; create table a (x int)');

let pool: pg.Pool;
let database: string;
const administer = async (statement: string) => {
  const client = new pg.Client({ connectionString: new URL('/postgres', inject('templateUrl')).href });
  await client.connect();
  await client.query(statement);
  await client.end();
};

beforeEach(async () => {
  database = name();
  await administer(`create database ${database}`);
  pool = createPool({ url: new URL(`/${database}`, inject('templateUrl')).href });
});
afterEach(async () => {
  await pool.end();
  await administer(`drop database ${database} with (force)`);
});

test('pending migrations are applied once, in order', async () => {
  expect(await migrate(pool, [first])).toEqual(['0001_first.sql']);
  expect(await migrate(pool, [first])).toEqual([]);
});

test('two servers that start at once migrate once', async () => {
  const outcomes = await Promise.all([migrate(pool, [first]), migrate(pool, [first])]);
  expect(outcomes.flat()).toEqual(['0001_first.sql']);
});

test('a broken migration names itself and leaves the data as they were', async () => {
  await migrate(pool, [first]);
  const pending = [first, migration('0002_good.sql', 'create table b ()'), { ...broken, name: '0003_broken.sql' }];
  await expect(migrate(pool, pending)).rejects.toThrow(/^0003_broken\.sql: /);
  const { rows } = await pool.query(
    `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  expect(rows.map((row) => row.table_name)).toEqual(['a', 'migrations']);
  expect((await pool.query('select * from a')).rows).toEqual([{ x: 1 }]);
});

test('a migration that was changed after it had been applied stops the start', async () => {
  await migrate(pool, [first]);
  await expect(migrate(pool, [migration(first.name, 'select 1')])).rejects.toThrow(MigrationError);
});

test('a data folder of a newer version is not touched', async () => {
  await migrate(pool, [first, migration('0002_newer.sql', 'select 1')]);
  await expect(migrate(pool, [first])).rejects.toThrow(/0002_newer\.sql was applied by a newer version/);
});

test('the committed migrations are numbered without a gap', async () => {
  const numbers = (await readMigrations()).map((one) => Number(one.name.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
