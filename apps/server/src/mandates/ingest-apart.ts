import { Worker } from 'node:worker_threads';
import type { ingest, IngestOptions } from '@duban/mandates/ingest';
import { refuse } from '@duban/kit/refusal';

/**
 * Reads documents in threads of their own, so that a large or hostile file holds nobody else up: a file that takes too
 * long, or more memory than a thread has, is given up and refused. A thread is kept for the next document and let go
 * when none comes.
 */
export type Ingested = Awaited<ReturnType<typeof ingest>>;

/** What is asked of a thread. */
export type IngestJob = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: IngestOptions;
};

export const SECONDS_ALLOWED = 60;
const MEGABYTES_ALLOWED = 512;
const MOST_THREADS = 2;
const KEPT_FOR_SECONDS = 60;

const idle: { readonly thread: Worker; readonly until: NodeJS.Timeout }[] = [];
const waiting: ((thread: Worker) => void)[] = [];
let threads = 0;

/**
 * The same as `ingest`, elsewhere.
 *
 * @returns also `document.too_demanding`
 * @throws what `ingest` throws, which is a fault of the program
 */
export async function ingestApart(
  bytes: Uint8Array,
  fileName: string,
  options: IngestOptions = {},
  secondsAllowed = SECONDS_ALLOWED,
): Promise<Ingested> {
  const thread = await someThread();
  try {
    const found = await answerOf(thread, { bytes, fileName, options }, secondsAllowed);
    giveBack(thread);
    return found;
  } catch (error) {
    await letGo(thread);
    if (error instanceof TooDemanding) return refuse('document.too_demanding', { seconds: secondsAllowed });
    throw error;
  }
}

class TooDemanding extends Error {}

function answerOf(thread: Worker, job: IngestJob, seconds: number): Promise<Ingested> {
  return new Promise((resolve, reject) => {
    const end = (how: () => void): void => {
      clearTimeout(limit);
      thread.off('message', answered).off('error', failed).off('exit', ended);
      how();
    };
    const limit = setTimeout(() => end(() => reject(new TooDemanding())), seconds * 1000);
    const answered = (found: Ingested): void => end(() => resolve(found));
    const failed = (error: NodeJS.ErrnoException): void =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooDemanding() : error));
    const ended = (): void => end(() => reject(new Error('the reading thread ended without an answer')));
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(job);
  });
}

async function someThread(): Promise<Worker> {
  const kept = idle.pop();
  if (kept) {
    clearTimeout(kept.until);
    kept.thread.ref();
    return kept.thread;
  }
  if (threads >= MOST_THREADS) return new Promise((take) => waiting.push(take));
  threads++;
  return newThread();
}

function newThread(): Worker {
  const thread = new Worker(new URL('./ingest.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_ALLOWED },
  });
  // What a library still throws after its answer ends the thread, and must not end the server.
  thread.on('error', () => {
    const kept = idle.findIndex((one) => one.thread === thread);
    if (kept < 0) return;
    clearTimeout(idle[kept]!.until);
    idle.splice(kept, 1);
    threads--;
  });
  return thread;
}

function giveBack(thread: Worker): void {
  const next = waiting.shift();
  if (next) {
    next(thread);
    return;
  }
  thread.unref();
  const until = setTimeout(() => {
    const at = idle.findIndex((kept) => kept.thread === thread);
    idle.splice(at, 1);
    void letGo(thread);
  }, KEPT_FOR_SECONDS * 1000).unref();
  idle.push({ thread, until });
}

/** Ends a thread; who waits for one gets a new one. */
async function letGo(thread: Worker): Promise<void> {
  await thread.terminate();
  const next = waiting.shift();
  if (next) next(newThread());
  else threads--;
}
