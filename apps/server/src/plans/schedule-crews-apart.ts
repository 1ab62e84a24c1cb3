import { Worker } from 'node:worker_threads';
import type { Refusal } from '@duban/kit/refusal';
import type { CrewProject, CrewSchedule } from '@duban/plans/crews/project';
import type { CrewProgress } from '@duban/plans/crews/schedule';

/**
 * Searches for a schedule with limited crews in a thread of its own, because a search is as long as it may be and would
 * hold everybody else up. Few threads at a time; further searches wait for one. Whoever stops a search gets the best
 * schedule found so far, not an error.
 */
export type CrewsSearch = {
  readonly seed: number;
  /** of work at most, counted from when the search has a thread */
  readonly seconds?: number;
  /** generated schedules at most: with this alone the result is the same on every machine */
  readonly schedules?: number;
  /** stops the search, also one that still waits: its first schedule is the answer then */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CrewProgress) => void;
};

export type CrewsJob = Pick<CrewsSearch, 'seed' | 'seconds' | 'schedules'> & {
  readonly project: CrewProject;
  /** one 32-bit word: anything but 0 stops the search */
  readonly stop: SharedArrayBuffer;
};

export type CrewsNews = { readonly progress: CrewProgress } | { readonly result: CrewSchedule | Refusal };

const MOST_THREADS = 2;
const MEGABYTES_ALLOWED = 1024;
const SECONDS_WITHOUT_LIMIT = 60;

const waiting: (() => void)[] = [];
let threads = 0;

/**
 * The same as `scheduleCrews`, elsewhere. A search that names neither seconds nor schedules is stopped after a minute.
 *
 * @throws what the thread throws, which is a fault of the program
 */
export async function scheduleCrewsApart(project: CrewProject, search: CrewsSearch): Promise<CrewSchedule | Refusal> {
  if (threads >= MOST_THREADS) await new Promise<void>((proceed) => waiting.push(proceed));
  else threads++;
  try {
    return await answerOf(project, search);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else threads--;
  }
}

function answerOf(project: CrewProject, search: CrewsSearch): Promise<CrewSchedule | Refusal> {
  const { seed, schedules, signal, onProgress } = search;
  const seconds = search.seconds ?? (schedules === undefined ? SECONDS_WITHOUT_LIMIT : undefined);
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const halt = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
  if (signal?.aborted) halt();
  signal?.addEventListener('abort', halt, { once: true });
  const workerData: CrewsJob = { project, seed, seconds, schedules, stop };
  const thread = new Worker(new URL('./crews.worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_ALLOWED },
  });
  return new Promise<CrewSchedule | Refusal>((resolve, reject) => {
    thread.on('message', (news: CrewsNews) => {
      if ('progress' in news) onProgress?.(news.progress);
      else resolve(news.result);
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the scheduling thread ended without an answer')));
  }).finally(async () => {
    signal?.removeEventListener('abort', halt);
    await thread.terminate();
  });
}
