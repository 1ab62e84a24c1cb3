import { demoPassword } from '@duban/demo/cast';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runningClusterUrl } from '../../apps/server/src/adapters/postgres/cluster.ts';
import { type Caller, createCaller, signIn } from './http.ts';

/**
 * The real program on a data folder of its own, in a process of its own, with the demo district in it. Everything is
 * measured through its door and beside it, on its own PostgreSQL.
 */
export class Site {
  readonly folder: string;
  #child: ChildProcess | null = null;
  #port = 0;
  #cookies = new Map<string, string>();

  readonly #kept: boolean;

  private constructor(folder: string, kept: boolean) {
    this.folder = folder;
    this.#kept = kept;
  }

  /** @param kept a folder that stays; without it a new one. The first start in a folder loads the demo district. */
  static async open(kept: string | null): Promise<Site> {
    const folder = kept === null ? await mkdtemp(join(tmpdir(), 'duban-bench-')) : resolve(kept);
    await mkdir(folder, { recursive: true });
    // The account that the database runs under must be able to walk to its data.
    await chmod(folder, 0o711);
    const site = new Site(folder, kept !== null);
    try {
      await site.start();
    } catch (error) {
      await site.close();
      throw error;
    }
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get databaseUrl(): string {
    const url = runningClusterUrl(this.folder);
    if (url === null) throw new Error('the database of the bench is not running');
    return url;
  }

  /** @returns milliseconds from the start of the process to the first healthy answer */
  async start(): Promise<number> {
    this.#port ||= await freePort();
    const began = performance.now();
    const child = spawn(process.execPath, ['apps/server/src/cli/main.ts', 'start', '--no-build'], {
      cwd: root,
      env: { ...process.env, DUBAN_DATA: this.folder, DUBAN_PORT: String(this.#port), DUBAN_LOG: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    while (performance.now() - began < 300_000) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} instead of starting`);
      const reply = await fetch(`${this.origin}/readyz`).catch(() => null);
      if (reply?.status === 200) return performance.now() - began;
      await wait(10);
    }
    throw new Error('the server did not become ready');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  /** Stops the server and removes a folder that is not to be kept. */
  async close(): Promise<void> {
    await this.stop();
    if (this.#kept) return;
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A caller signed in as a person of the demo cast. */
  async callerAs(account: string, connections: number): Promise<Caller> {
    const known = this.#cookies.get(account) ?? (await signIn(this.origin, account, demoPassword));
    this.#cookies.set(account, known);
    return createCaller(this.origin, known, connections);
  }

  /** Memory that the server's process holds, in MB; null where the system does not tell. */
  async residentMegabytes(): Promise<number | null> {
    const status = await readFile(`/proc/${this.#child?.pid}/status`, 'utf8').catch(() => null);
    const found = status && /^VmRSS:\s+(\d+) kB/m.exec(status);
    return found ? Number(found[1]) / 1024 : null;
  }
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
