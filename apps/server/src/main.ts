import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import { fileURLToPath } from 'node:url';
import { contentStoreIn, useContentStore } from './adapters/content-store.ts';
import { lockDataFolder } from './adapters/data-folder-lock.ts';
import { languageModelAt, useLanguageModel } from './adapters/language-model.ts';
import { type Cluster, startCluster } from './adapters/postgres/cluster.ts';
import type { Config } from './kernel/config.ts';
import { systemClock } from './kernel/context.ts';
import { createDatabase, createPool, type Database } from './kernel/database.ts';
import { bindReactions, migrateJobs, startJobs } from './kernel/jobs.ts';
import { createLog } from './kernel/log.ts';
import { migrate, readMigrations } from './kernel/migrate.ts';
import { constraintsOf } from './kernel/module.ts';
import { performer } from './kernel/perform.ts';
import { createServer } from './kernel/server.ts';
import { transactionsOf } from './kernel/transaction.ts';
import { modules } from './modules.ts';
import { createIdentity } from './organisation/identity.ts';

/**
 * Puts the server together: lock, database, migrations, jobs, HTTP. What is started here is stopped here, in the
 * opposite order, so that nothing that was acknowledged is lost and nothing keeps running.
 */
export type RunningServer = {
  readonly address: string;
  readonly database: Database;
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** set when the data stand outside the data folder, because the database's account could not reach it */
  readonly movedTo: string | null;
  /** from now on `/readyz` says yes */
  becomeReady(): void;
  stop(): Promise<void>;
};

/** The port is taken; the message names the setting. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

const consoleFolder = fileURLToPath(new URL('../../console/dist', import.meta.url));

export async function startServer(config: Config): Promise<RunningServer> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    return await assemble(config, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(config: Config, stops: (() => unknown)[], stop: () => Promise<void>): Promise<RunningServer> {
  stops.push(lockDataFolder(config.dataFolder));
  const cluster: Cluster | null = config.databaseUrl ? null : await startCluster({ dataFolder: config.dataFolder });
  if (cluster) stops.push(() => cluster.stop());
  const log = createLog(config.logLevel, config.logFile ?? undefined);
  const pool = createPool({ url: config.databaseUrl ?? cluster!.url, maxConnections: 32 });
  stops.push(() => pool.end());
  const applied = await migrate(pool, await readMigrations());
  if (applied.length > 0) log.info({ applied }, 'migrated');
  await migrateJobs(pool);
  const database = createDatabase(pool);
  const run = transactionsOf(database);
  bindReactions(modules);
  useContentStore(contentStoreIn(config.filesFolder));
  useLanguageModel(config.languageModel && languageModelAt(config.languageModel));
  const identity = await createIdentity({ pool, dataFolder: config.dataFolder, origin: config.origin });
  let ready = false;
  const app = await createServer({
    modules,
    perform: performer(run, systemClock, constraintsOf(modules)),
    authenticate: identity.authenticate,
    authHandler: identity.handle,
    isReady: async () => ready && (await answers(pool)),
    log,
    consoleFolder,
    origin: config.origin,
  });
  stops.push(() => app.close());
  await listen(app, config);
  const jobs = await startJobs(modules, pool, run, systemClock, log);
  stops.push(() => jobs.stop());
  return {
    address: addressOf(app, config),
    database,
    pool,
    log,
    movedTo: cluster?.movedTo ?? null,
    becomeReady: () => (ready = true),
    stop,
  };
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortInUse(
      `端口 ${port} 已被占用；请用 DUBAN_PORT 指定另一个端口。\nPort ${port} is in use. Set DUBAN_PORT to another one.`,
    );
  }
}

function addressOf(app: FastifyInstance, { host }: Config): string {
  const { port } = app.server.address() as { port: number };
  return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}
