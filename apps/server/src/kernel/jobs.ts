import {
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  Logger as WorkerLogger,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';
import { type Clock, newId } from './context.ts';
import { setReactions } from './history.ts';
import type { Job, Module } from './module.ts';
import type { RunInTransaction } from './transaction.ts';

/** Reactions and crons must name a job that exists, and a job has one owner: told at the start, not at three at night. */
export function jobsOf(modules: readonly Module[]): ReadonlyMap<string, Job> {
  const jobs = new Map<string, Job>();
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

/** Runs one job in its own transaction, the way the worker does. Tests call it directly. */
export async function performJob(job: Job, payload: unknown, run: RunInTransaction, clock: Clock, log: Logger) {
  const now = clock();
  await run((tx) => job({ tx, now: () => now, newId, log }, payload));
}

export async function startJobs(
  modules: readonly Module[],
  pool: pg.Pool,
  runInTransaction: RunInTransaction,
  clock: Clock,
  log: Logger,
): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, job] of jobsOf(modules)) {
    taskList[name] = (payload) => performJob(job, payload, runInTransaction, clock, log.child({ job: name }));
  }
  return run({
    pgPool: pool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      modules.flatMap((module) =>
        module.crons.map(({ match, job }) => ({ match, task: job, options: { backfillPeriod: 0 } })),
      ),
    ),
    logger: new WorkerLogger((scope) => (level, message) => {
      const text = scope.label ? `${scope.label}: ${message}` : message;
      if (level === 'error') log.error(text);
      else if (level === 'warning') log.warn(text);
      else log.debug(text);
    }),
  });
}
