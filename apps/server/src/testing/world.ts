import { type Client, createClient } from '@duban/contract/client';
import { modules } from '../modules.ts';
import type { Actor } from '@duban/kit/actor';
import { type Kysely, sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { createDatabase, createPool, type Database, type Tx } from '../kernel/database.ts';
import { bindReactions, jobsOf, performJob } from '../kernel/jobs.ts';
import { createLog } from '../kernel/log.ts';
import type { Identity } from '../kernel/identity.ts';
import { constraintsOf, type Module } from '../kernel/module.ts';
import { performer } from '../kernel/perform.ts';
import { createServer } from '../kernel/server.ts';
import { type RunInTransaction, savepointsIn, transactionsOf } from '../kernel/transaction.ts';
import { actorOfAccount } from '../organisation/actor.ts';
import { createIdentity } from '../organisation/identity.ts';
import { injectedFetch } from './injected-fetch.ts';

/**
 * A small world for one test file: the real server on a copy of the template database, reached over HTTP with the
 * typed client as a named person of the demo cast. Every test starts from the same state, because what it did is
 * rolled back; with `commits: true` (race tests) each test gets its own copy and real commits.
 */
export type World = {
  /** calls as this person of `demo/src/cast.ts` */
  as(account: string): Client;
  /** calls as nobody */
  readonly anonymous: Client;
  /** a `fetch` as this person, for what the typed client cannot express */
  fetchAs(account: string | null): typeof fetch;
  /** the database, for looking at what a command left behind */
  readonly database: Database | Tx;
  /** sets the server's clock; it stands still until set again */
  setNow(instant: string): void;
  now(): Temporal.Instant;
  /** performs all jobs that are due, the way the worker would, until none is left */
  runJobs(): Promise<void>;
};

export type WorldOptions = {
  /** people who are in no database, for tests of the kernel itself */
  readonly actors?: Readonly<Record<string, Actor>>;
  readonly commits?: boolean;
  readonly modules?: readonly Module[];
  readonly now?: string;
  /** people really sign in, through `/api/auth`, instead of being believed; needs `commits` and the time of today */
  readonly signIn?: boolean;
};

/** Call it at the top of a `describe` or a test file: it registers its own set-up and tear-down. */
export function testWorld({
  actors = {},
  commits = false,
  modules: of = modules,
  now = '2026-03-10T02:00:00Z',
  signIn = false,
}: WorldOptions = {}): World {
  let pool: pg.Pool;
  let database: Database;
  let tx: Tx | null = null;
  let run: RunInTransaction;
  let undo: () => Promise<void> = async () => {};
  let fetchAs: World['fetchAs'];
  let drop: () => Promise<void>;
  let identity: Identity | null = null;
  let instant = Temporal.Instant.from(now);
  const log = createLog('error');
  const clock = () => instant;
  const today = () => instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();

  const open = async () => {
    ({ pool, drop } = await copyOfTemplate());
    database = createDatabase(pool);
    if (!signIn) return;
    const dataFolder = await mkdtemp(join(tmpdir(), 'duban-secret-'));
    identity = await createIdentity({ pool, dataFolder, origin: null, now: clock });
    await rm(dataFolder, { recursive: true });
  };
  const serve = async () => {
    bindReactions(of);
    const app = await createServer({
      modules: of,
      perform: performer((work) => run(work), clock, constraintsOf(of)),
      authenticate: async (headers, endpoint) => {
        if (identity) return identity.authenticate(headers, endpoint);
        const account = headers.get('x-test-account');
        const actor = account && (actors[account] ?? (await run((tx) => actorOfAccount(tx, account, today()))));
        return actor ? { actor } : null;
      },
      authHandler: async (request) => identity?.handle(request) ?? new Response(null, { status: 404 }),
      isReady: async () => true,
      log,
      consoleFolder: null,
      origin: null,
    });
    await app.ready();
    fetchAs = (account) => injectedFetch(app, account ? { 'x-test-account': account } : {});
  };

  beforeAll(async () => {
    if (!commits) await open();
    await serve();
  });
  beforeEach(async () => {
    instant = Temporal.Instant.from(now);
    if (commits) {
      await open();
      run = transactionsOf(database);
      return;
    }
    const outer = await database.startTransaction().execute();
    tx = outer;
    run = savepointsIn(outer);
    undo = async () => {
      await outer.rollback().execute();
    };
  });
  afterEach(async () => {
    if (commits) return drop();
    await undo();
    tx = null;
  });
  afterAll(async () => {
    if (!commits) await drop();
  });

  const clientOf = (account: string | null) =>
    createClient({ origin: 'http://test', fetch: (...args) => fetchAs(account)(...args), newKey: randomUUID });
  return {
    as: clientOf,
    anonymous: clientOf(null),
    fetchAs: (account) => fetchAs(account),
    get database() {
      return (tx ?? database) as Kysely<any> as Database;
    },
    setNow(text) {
      instant = Temporal.Instant.from(text);
    },
    now: clock,
    async runJobs() {
      const jobs = jobsOf(of);
      for (;;) {
        const due = await run((tx) => takeJob(tx));
        if (!due) return;
        const job = jobs.get(due.task_identifier);
        if (!job) throw new Error(`no such job: ${due.task_identifier}`);
        await performJob(job, due.payload, run, clock, log);
      }
    },
  };
}

type DueJob = { readonly task_identifier: string; readonly payload: unknown };

/** Takes the oldest job out of graphile-worker's table, inside the test's own transaction. */
async function takeJob(tx: Tx): Promise<DueJob | undefined> {
  const { rows } = await sql<DueJob & { id: string }>`
    select j.id, t.identifier as task_identifier, j.payload
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    order by j.priority, j.run_at, j.id limit 1`.execute(tx);
  const [job] = rows;
  if (job) await sql`delete from graphile_worker._private_jobs where id = ${job.id}`.execute(tx);
  return job;
}

async function copyOfTemplate(): Promise<{ pool: pg.Pool; drop: () => Promise<void> }> {
  const template = new URL(inject('templateUrl'));
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: new URL('/postgres', template).href });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`create database ${name} template ${template.pathname.slice(1)} strategy file_copy`);
  const pool = createPool({ url: new URL(`/${name}`, template).href });
  return {
    pool,
    drop: async () => {
      await pool.end();
      await administer(`drop database ${name} with (force)`);
    },
  };
}
