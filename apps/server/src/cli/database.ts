import type pg from 'pg';
import { lockDataFolder, dataFolderHolder } from '../adapters/data-folder-lock.ts';
import { runningClusterUrl, startCluster } from '../adapters/postgres/cluster.ts';
import { readConfig } from '../kernel/config.ts';
import { createDatabase, createPool, type Database } from '../kernel/database.ts';
import { migrateJobs } from '../kernel/jobs.ts';
import { migrate, readMigrations } from '../kernel/migrate.ts';

/**
 * Gives a verb the database of this data folder: the running server's when there is one, otherwise the embedded one,
 * started for the verb, migrated, and stopped after it.
 */
export async function withDatabase<Result>(
  work: (database: Database, pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const config = readConfig();
  if (config.databaseUrl) return onPool(config.databaseUrl, work);
  if (dataFolderHolder(config.dataFolder) !== null) {
    const url = runningClusterUrl(config.dataFolder);
    if (url) return onPool(url, work);
  }
  const unlock = lockDataFolder(config.dataFolder);
  const cluster = await startCluster({ dataFolder: config.dataFolder });
  try {
    return await onPool(cluster.url, work);
  } finally {
    await cluster.stop();
    unlock();
  }
}

async function onPool<Result>(
  url: string,
  work: (database: Database, pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const pool = createPool({ url, maxConnections: 4, name: 'duban command' });
  try {
    await migrate(pool, await readMigrations());
    await migrateJobs(pool);
    return await work(createDatabase(pool), pool);
  } finally {
    await pool.end();
  }
}
