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
/**
 * How long a reading may take, with the wait for a thread, while a transaction is open: it holds a connection and a row
 * that others need, and the database ends a transaction that is idle for a minute.
 */
export const SECONDS_IN_TRANSACTION = 20;

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
  return readIn(await someThread(), { bytes, fileName, options }, secondsAllowed, secondsAllowed);
}

/** The same where the wait for a thread counts as well: nobody waits longer than this for an answer or a refusal. */
export async function ingestApartWithin(
  seconds: number,
  bytes: Uint8Array,
  fileName: string,
  options: IngestOptions = {},
): Promise<Ingested> {
  const began = performance.now();
  const thread = await someThread(seconds);
  if (thread === null) return refuse('document.too_demanding', { seconds });
  const left = Math.max(0, seconds - (performance.now() - began) / 1000);
  return readIn(thread, { bytes, fileName, options }, left, seconds);
}

async function readIn(thread: Worker, job: IngestJob, secondsAllowed: number, secondsSaid: number): Promise<Ingested> {
  try {
    const found = await answerOf(thread, job, secondsAllowed);
    giveBack(thread);
    return found;
  } catch (error) {
    await letGo(thread);
    if (error instanceof TooDemanding) return refuse('document.too_demanding', { seconds: secondsSaid });
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

/** @returns null when none was free in time */
async function someThread(): Promise<Worker>;
async function someThread(seconds: number): Promise<Worker | null>;
async function someThread(seconds?: number): Promise<Worker | null> {
  const kept = idle.pop();
  if (kept) {
    clearTimeout(kept.until);
    kept.thread.ref();
    return kept.thread;
  }
  if (threads >= MOST_THREADS) return nextFree(seconds);
  threads++;
  return newThread();
}

function nextFree(seconds: number | undefined): Promise<Worker | null> {
  return new Promise((resolve) => {
    const take = (thread: Worker): void => {
      clearTimeout(limit);
      resolve(thread);
    };
    const giveUp = (): void => {
      waiting.splice(waiting.indexOf(take), 1);
      resolve(null);
    };
    const limit = seconds === undefined ? undefined : setTimeout(giveUp, seconds * 1000);
    waiting.push(take);
  });
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
