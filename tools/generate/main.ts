import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCluster } from '../../apps/server/src/adapters/postgres/cluster.ts';
import { createPool } from '../../apps/server/src/kernel/database.ts';
import { migrateJobs } from '../../apps/server/src/kernel/jobs.ts';
import { migrate, readMigrations } from '../../apps/server/src/kernel/migrate.ts';
import { databaseTypes } from './database-types.ts';
import { schemaDump } from './schema-dump.ts';

/**
 * `npm run gen`: writes everything that is generated and committed. `--check` writes nothing and fails when a file in
 * the tree differs from what would be written.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));

async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const folder = await mkdtemp(join(tmpdir(), 'duban-gen-'));
  const cluster = await startCluster({ dataFolder: folder, volatile: true });
  const pool = createPool({ url: cluster.url });
  try {
    await migrate(pool, await readMigrations());
    await migrateJobs(pool);
    const client = await pool.connect();
    files.set('apps/server/generated/database.ts', await databaseTypes(client));
    files.set('apps/server/generated/schema.sql', await schemaDump(client));
    client.release();
  } finally {
    await pool.end();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
    if (cluster.movedTo) await rm(dirname(cluster.movedTo), { recursive: true, force: true });
  }
  return files;
}

/** What depends on the code that the first step generated is imported only after it has been written. */
async function generateFromCode(): Promise<Map<string, string>> {
  const { generatedFromCode } = await import('./from-code.ts');
  return generatedFromCode();
}

async function settle(files: ReadonlyMap<string, string>, check: boolean): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, wanted] of files) {
    const found = await readFile(join(root, path), 'utf8').catch(() => null);
    if (found === wanted) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), wanted);
  }
  return stale;
}

const check = process.argv.includes('--check');
const stale = [...(await settle(await generate(), check)), ...(await settle(await generateFromCode(), check))];
if (check && stale.length > 0) {
  console.error(`Not what would be generated: ${stale.join(', ')}. Run \`npm run gen\` and commit the result.`);
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'generated files are fresh');
}
