import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

/**
 * Numbered, forward-only SQL migrations. All that are pending run in one transaction: when one of them is broken, the
 * data are left exactly as they were and the start stops.
 */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

const defaultFolder = fileURLToPath(new URL('../../migrations/', import.meta.url));

export async function readMigrations(folder = defaultFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** @returns the names of the migrations that were applied now */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // One server migrates at a time; a second one waits here and then finds nothing to do.
    await client.query(`select pg_advisory_xact_lock(hashtext('duban migrations'))`);
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migrations');
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    refuseStrangers(applied, migrations);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) {
      await client.query(migration.sql).catch((error: Error) => {
        throw new MigrationError(`${migration.name}: ${error.message}`);
      });
      await client.query('insert into migrations (name, hash) values ($1, $2)', [migration.name, migration.hash]);
    }
    await client.query('commit');
    return pending.map((migration) => migration.name);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
  for (const [name, hash] of applied) {
    if (!known.has(name)) {
      throw new MigrationError(
        `${name} was applied by a newer version of Duban; use that version, or restore a backup`,
      );
    }
    if (known.get(name) !== hash)
      throw new MigrationError(`${name} was changed after it had been applied to this data folder`);
  }
}
