import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real server as a process of its own, started the way `npm start` does, on a free port and a folder of its own. */
export type StartedServer = {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  /** ends it with SIGTERM and waits until it has stopped */
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
/** the first start loads the demo district; on a busy machine that takes its time */
const patience = 400_000;

/** A folder that the database's own account can walk into, also when the tests run as root. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duban-e2e-'));
  chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A copy with owners and modes, which PostgreSQL insists on. */
export function copyFolder(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0) throw new Error(`cp could not copy ${from}: ${stderr.toString()}`);
}

/** @param settings environment variables beside those that every test server has */
export async function startServer(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const child = spawn(process.execPath, ['apps/server/src/cli/main.ts', 'start', '--no-build'], {
    cwd: root,
    env: {
      ...process.env,
      DUBAN_PORT: '0',
      DUBAN_DATA: dataFolder,
      DUBAN_LOG: 'warn',
      DATABASE_URL: undefined,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await addressFrom(child);
  return {
    origin,
    stop: () =>
      new Promise((resolve, reject) => {
        child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the server ended with ${code}`))));
        child.kill('SIGTERM');
      }),
  };
}

/** The start prints the address when it is ready; what it printed before is the error message when it never is. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const failed = (why: string): void => {
      // in order, so that the database ends with the server
      child.kill('SIGTERM');
      reject(new Error(`${why}\n${output}`));
    };
    const timer = setTimeout(() => failed('the server did not get ready'), patience);
    const ended = (code: number | null): void => failed(`the server ended with ${code} before it was ready`);
    child.once('exit', ended);
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const found = /Duban {2}→ {2}(http:\/\/\S+)/.exec(output);
        if (!found) return;
        clearTimeout(timer);
        child.off('exit', ended);
        resolve(found[1]!);
      });
    }
  });
}
