import { parseCronItems, run, runMigrations, type Task, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';
import { type Clock, type JobCtx, newId } from './context.ts';
import type { Tx } from './database.ts';
import { setReactions } from './history.ts';
import type { Errand, Job, Module } from './module.ts';
import type { RunInTransaction } from './transaction.ts';

/** Reactions and crons must name a job that exists, and a job has one owner: told at the start, not at three at night. */
export function jobsOf(modules: readonly Module[]): ReadonlyMap<string, Job | Errand> {
  const jobs = new Map<string, Job | Errand>();
  for (const module of modules) {
    for (const [name, job] of Object.entries(module.jobs)) {
      if (jobs.has(name)) throw new Error(`two modules define the job ${name}`);
      jobs.set(name, job);
    }
  }
  for (const module of modules) {
    const wanted = [...Object.values(module.reactions).flat(), ...module.crons.map((cron) => cron.job)];
    for (const name of wanted) if (!jobs.has(name)) throw new Error(`${module.name} asks for an unknown job: ${name}`);
  }
  return jobs;
}

/** Tells the history which jobs follow which event. */
export function bindReactions(modules: readonly Module[]): void {
  const reactions = new Map<string, string[]>();
  for (const module of modules) {
    for (const [type, jobs] of Object.entries(module.reactions)) {
      reactions.set(type, [...(reactions.get(type) ?? []), ...jobs]);
    }
  }
  setReactions(reactions);
}

export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: new WorkerLogger(() => () => {}) });
}

/** Runs one job in its own transaction, the way the worker does; an errand in two. Tests call it directly. */
export async function performJob(
  job: Job | Errand,
  payload: unknown,
  run: RunInTransaction,
  clock: Clock,
  log: Logger,
  stop: AbortSignal = new AbortController().signal,
): Promise<void> {
  const ctx = (tx: Tx): JobCtx => {
    const now = clock();
    return { tx, now: () => now, newId, log };
  };
  if (!isErrand(job)) return run((tx) => job(ctx(tx), payload));
  const found: unknown = await run((tx) => job.gather(ctx(tx), payload));
  if (found === null) return;
  const result: unknown = await job.work(found, stop);
  await run((tx) => job.settle(ctx(tx), found, result));
}

const isErrand = (job: Job | Errand): job is Errand => typeof job === 'object';

/** What runs until it is stopped; stopping waits for what is being done, but not for another machine. */
export type RunningJobs = { stop(): Promise<void> };

export async function startJobs(
  modules: readonly Module[],
  pool: pg.Pool,
  runInTransaction: RunInTransaction,
  clock: Clock,
  log: Logger,
): Promise<RunningJobs> {
  const stopping = new AbortController();
  const jobs: TaskList = {};
  const errands: TaskList = {};
  for (const [name, job] of jobsOf(modules)) {
    const task: Task = (payload) =>
      performJob(job, payload, runInTransaction, clock, log.child({ job: name }), stopping.signal);
    if (isErrand(job)) errands[name] = task;
    else jobs[name] = task;
  }
  const crons = modules.flatMap((module) =>
    module.crons.map(({ match, job }) => ({ match, task: job, options: { backfillPeriod: 0 } })),
  );
  const common = { pgPool: pool, noHandleSignals: true, logger: workerLog(log) };
  const runners = [await run({ ...common, taskList: jobs, concurrency: 2, parsedCronItems: parseCronItems(crons) })];
  if (Object.keys(errands).length > 0) {
    runners.push(await run({ ...common, taskList: errands, concurrency: 1, parsedCronItems: [] }));
  }
  return {
    async stop() {
      stopping.abort(new Error('the server is stopping; this is done again after the next start'));
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

const workerLog = (log: Logger): WorkerLogger =>
  new WorkerLogger((scope) => (level, message) => {
    const text = scope.label ? `${scope.label}: ${message}` : message;
    if (level === 'error') log.error(text);
    else if (level === 'warning') log.warn(text);
    else log.debug(text);
  });
