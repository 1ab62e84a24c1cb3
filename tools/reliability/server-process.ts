import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../steps.ts';

/** A server in a process of its own, on a port that stays the same across its lives. */
export class ServerProcess {
  readonly #folder: string;
  #child: ChildProcess | null = null;
  #port = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Resolves when `/readyz` says yes. The first start loads the demo district. */
  async start(): Promise<void> {
    this.#port ||= await freePort();
    const child = spawn(process.execPath, ['apps/server/src/cli/main.ts', 'start', '--no-build'], {
      cwd: root,
      env: { ...process.env, DUBAN_DATA: this.#folder, DUBAN_PORT: String(this.#port), DUBAN_LOG: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    for (const end = performance.now() + 180_000; performance.now() < end; await wait(20)) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} instead of starting`);
      const reply = await fetch(`${this.origin}/readyz`).catch(() => null);
      if (reply?.status === 200) return;
    }
    throw new Error('the server did not become ready');
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill(signal);
    await gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
