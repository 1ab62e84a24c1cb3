import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../adapters/postgres/cluster.ts';
import { createDatabase, createPool } from '../kernel/database.ts';
import { bindReactions, migrateJobs } from '../kernel/jobs.ts';
import { migrate, readMigrations } from '../kernel/migrate.ts';
import { modules } from '../modules.ts';
import { prepareTemplate } from './template.ts';

/**
 * Once per run of the database tests: one embedded PostgreSQL that does not wait for the disk, and in it a template
 * database with the demo district's organisation, calendar and standards. Each test file works on a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-test-'));
  const cluster = await startCluster({ dataFolder: folder, volatile: true });
  const pool = createPool({ url: cluster.url });
  await migrate(pool, await readMigrations());
  await migrateJobs(pool);
  bindReactions(modules);
  await prepareTemplate(createDatabase(pool));
  await pool.end();
  project.provide('templateUrl', cluster.url);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
    if (cluster.movedTo) await rm(dirname(cluster.movedTo), { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}
