import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Binaries, inFolder } from './binaries.ts';

/**
 * PostgreSQL refuses to run as root. As root, it therefore runs as an unprivileged account, which must be able to reach
 * its programs and its data: below a home folder of mode 700 it cannot, and then both move to `/var/lib/duban`.
 */
export type Account = { readonly uid: number; readonly gid: number };

export type Placement = {
  readonly account: Account | null;
  readonly binaries: Binaries;
  readonly clusterFolder: string;
  /** set when the data had to be placed elsewhere; the start says so */
  readonly movedTo: string | null;
};

const accountName = 'postgres';
const reachableRoot = '/var/lib/duban';

export function place(binaries: Binaries, dataFolder: string): Placement {
  const clusterFolder = join(dataFolder, 'postgres');
  if (process.getuid?.() !== 0) return { account: null, binaries, clusterFolder, movedTo: null };
  const account = findAccount() ?? createAccount();
  if (isReachable(binaries.folder) && isReachable(dataFolder))
    return { account, binaries, clusterFolder, movedTo: null };
  const mark = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12);
  const moved = join(reachableRoot, mark, 'postgres');
  mkdirSync(dirname(moved), { recursive: true, mode: 0o755 });
  return { account, binaries: copyBinaries(binaries), clusterFolder: moved, movedTo: moved };
}

/** Makes the account the owner of a folder that the cluster writes to. */
export function own(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function findAccount(): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, accountName], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function createAccount(): Account {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group', accountName]],
    ['adduser', ['-S', '-D', '-H', accountName]],
  ];
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      const account = findAccount();
      if (account) return account;
    } catch {
      // The next command of the list is another system's word for the same thing.
    }
  }
  throw new Error(
    `PostgreSQL does not run as root, and the account "${accountName}" could not be created. ` +
      'Start Duban as an ordinary user, create that account, or set DATABASE_URL.',
  );
}

/** May an account that owns nothing here walk to this folder? Every folder above must let others through. */
function isReachable(folder: string): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function copyBinaries(from: Binaries): Binaries {
  const to = join(reachableRoot, `postgres-${from.version}`);
  if (!existsSync(to)) {
    const partial = `${to}.${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(from.folder, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, to);
  }
  return inFolder(to, from.version);
}
