import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Account, own, place, type Placement } from './account.ts';
import { findBinaries } from './binaries.ts';

/**
 * One embedded PostgreSQL: made at the first start, started with the server, stopped after it has drained. It is
 * detached from the terminal, so that Ctrl-C reaches the server alone, which then stops the database in order.
 */
export type Cluster = {
  readonly url: string;
  /** set when the data stand outside the data folder, because the database's account could not reach it */
  readonly movedTo: string | null;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  readonly dataFolder: string;
  /** for tests: do not wait for the disk */
  readonly volatile?: boolean;
};

const user = 'duban';
const database = 'duban';

export async function startCluster({ dataFolder, volatile = false }: ClusterOptions): Promise<Cluster> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const placement = place(findBinaries(), dataFolder);
  const secretFile = `${dataFolder}/postgres.password`;
  if (!existsSync(`${placement.clusterFolder}/PG_VERSION`)) await initialise(placement, secretFile, volatile);
  const password = readFileSync(secretFile, 'utf8').trim();
  await stopRunning(placement.clusterFolder);
  const port = await freePort();
  const child = launch(placement, port, `${dataFolder}/postgres.log`, volatile);
  const urlOf = (name: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  await untilReady(child, urlOf('postgres'), `${dataFolder}/postgres.log`);
  await createDatabaseIfMissing(urlOf('postgres'));
  return {
    url: urlOf(database),
    movedTo: placement.movedTo,
    stop: () => stopProcess(child.pid!),
  };
}

/** The address of a cluster that another process is running on this data folder, or null. */
export function runningClusterUrl(dataFolder: string): string | null {
  const { clusterFolder } = place(findBinaries(), dataFolder);
  const running = readPostmaster(clusterFolder);
  if (!running || !isAlive(running.pid)) return null;
  const password = readFileSync(`${dataFolder}/postgres.password`, 'utf8').trim();
  return `postgres://${user}:${password}@127.0.0.1:${running.port}/${database}`;
}

async function initialise(placement: Placement, secretFile: string, volatile: boolean): Promise<void> {
  const { binaries, clusterFolder, account } = placement;
  // A first start that was interrupted leaves a folder without PG_VERSION, or one that initdb would refuse.
  rmSync(clusterFolder, { recursive: true, force: true });
  own(clusterFolder, account);
  const password = randomBytes(24).toString('base64url');
  const flags = [
    '--username',
    user,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--locale',
    'C',
  ];
  if (volatile) flags.push('--no-sync');
  writeFileSync(secretFile, `${password}\n`, { mode: 0o600 });
  const handover = mkdtempSync(join(tmpdir(), 'duban-initdb-'));
  const passwordFile = join(handover, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(handover, account);
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    await runToEnd(binaries.initdb, ['-D', clusterFolder, '--pwfile', passwordFile, ...flags], account);
  } finally {
    rmSync(handover, { recursive: true, force: true });
  }
}

function runToEnd(program: string, args: readonly string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed (${code}):\n${output}`))));
  });
}

function launch(
  { binaries, clusterFolder, account }: Placement,
  port: number,
  logFile: string,
  volatile: boolean,
): ChildProcess {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(volatile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', clusterFolder, ...flags], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  let exited = false;
  child.on('exit', () => (exited = true));
  child.on('error', () => (exited = true));
  for (const end = performance.now() + 60_000; performance.now() < end; await wait(25)) {
    if (exited) throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not listening yet, or still replaying what a crash left behind.
    }
  }
  throw new Error('PostgreSQL did not answer within 60 seconds');
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  await client.end();
}

type Postmaster = { readonly pid: number; readonly port: number };

/** `postmaster.pid`: the process id on the first line, the port on the fourth. */
function readPostmaster(clusterFolder: string): Postmaster | null {
  try {
    const lines = readFileSync(`${clusterFolder}/postmaster.pid`, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** After `kill -9` of the server the database may still run: it is stopped in order before a new one starts. */
async function stopRunning(clusterFolder: string): Promise<void> {
  const running = readPostmaster(clusterFolder);
  if (running && isAlive(running.pid) && isPostgres(running.pid)) await stopProcess(running.pid);
}

/** Process ids are used again after a reboot; where the system tells, make sure that it is a database. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends connections, writes a checkpoint and exits. */
async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (const end = performance.now() + 30_000; performance.now() < end; await wait(20)) if (!isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
