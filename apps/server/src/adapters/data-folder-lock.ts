import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync, closeSync } from 'node:fs';

/** A second server on the same data folder must not start; the message says which process holds it. */
export class DataFolderHeld extends Error {
  override readonly name = 'DataFolderHeld';
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(
      `数据目录 ${folder} 正由进程 ${pid} 使用；请先停止它，或用 DUBAN_DATA 指定另一个目录。\n` +
        `The data folder ${folder} is held by process ${pid}. Stop it, or set DUBAN_DATA to another folder.`,
    );
    this.pid = pid;
  }
}

type Holder = { readonly pid: number; readonly startedAt: string | null };

/** Takes the folder for this process. @returns a function that gives it back. */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = `${folder}/duban.lock`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeFileSync(handle, JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) }));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder && isStillRunning(holder)) throw new DataFolderHeld(folder, holder.pid);
      // Left behind by a process that was killed.
      rmSync(file, { force: true });
    }
  }
  throw new Error(`could not lock ${folder}`);
}

/** The process that holds the folder, or null. */
export function dataFolderHolder(folder: string): number | null {
  const holder = readHolder(`${folder}/duban.lock`);
  return holder && isStillRunning(holder) ? holder.pid : null;
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** The process exists and, where the system tells, is the same one and not a later one with its number. */
function isStillRunning(holder: Holder): boolean {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startTime(holder.pid);
  return now === null || holder.startedAt === null || now === holder.startedAt;
}

/** Start time in clock ticks since boot: field 22 of /proc/<pid>/stat, counted after the name in parentheses. */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
