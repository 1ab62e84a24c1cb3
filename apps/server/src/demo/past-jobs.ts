import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { setReactions } from '../kernel/history.ts';
import { bindReactions, jobsOf } from '../kernel/jobs.ts';
import type { Module } from '../kernel/module.ts';

/**
 * The jobs that follow from events of the past, run at the moments of those events. Left to the worker they would all
 * run after loading, and everybody would be told on one day what happened in twelve weeks.
 */
export type Changed = {
  readonly id: string;
  readonly after: number;
  readonly upTo: number;
  readonly at: Temporal.Instant;
};

export type PastJobs = {
  run(name: string, ctx: JobCtx, payload: object): Promise<void>;
  /** Runs the work while the server adds no jobs of its own. */
  withoutReactions<Result>(work: () => Promise<Result>): Promise<Result>;
  runReactions(tx: Tx, changed: readonly Changed[], contextAt: (at: Temporal.Instant) => JobCtx): Promise<void>;
};

type EventRow = { jurisdictionId: string; recordType: string; recordId: string; sequence: number; type: string };

/** jobs that only tell somebody something */
const telling = new Set(['tell-units']);

export function pastJobs(modules: readonly Module[], newsSince: Temporal.Instant): PastJobs {
  const jobs = jobsOf(modules);
  const reactions = new Map<string, string[]>();
  for (const module of modules) {
    for (const [type, names] of Object.entries(module.reactions)) {
      reactions.set(type, [...(reactions.get(type) ?? []), ...names]);
    }
  }
  const run = async (name: string, ctx: JobCtx, payload: object): Promise<void> => {
    const job = jobs.get(name);
    if (!job) throw new Error(`no such job: ${name}`);
    if (typeof job !== 'function') throw new Error(`the past calls no other machine: ${name}`);
    await job(ctx, payload);
  };
  return {
    run,
    async withoutReactions(work) {
      setReactions(new Map());
      try {
        return await work();
      } finally {
        bindReactions(modules);
      }
    },
    async runReactions(tx, changed, contextAt) {
      const atOf = new Map(
        changed.flatMap(({ id, after, upTo, at }) => sequences(after, upTo).map((n) => [`${id} ${n}`, at])),
      );
      for (const event of await eventsIn(tx, changed, [...reactions.keys()])) {
        const at = atOf.get(`${event.recordId} ${event.sequence}`)!;
        for (const name of reactions.get(event.type)!) {
          if (telling.has(name) && Temporal.Instant.compare(at, newsSince) < 0) continue;
          await run(name, contextAt(at), event);
        }
      }
    },
  };
}

const sequences = (after: number, upTo: number): number[] =>
  Array.from({ length: upTo - after }, (_, i) => after + 1 + i);

async function eventsIn(tx: Tx, changed: readonly Changed[], types: readonly string[]): Promise<EventRow[]> {
  if (changed.length === 0) return [];
  const { rows } = await sql<EventRow>`
    select h.jurisdiction_id as "jurisdictionId", h.record_type as "recordType", h.record_id as "recordId", h.sequence, h.type
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ after }) => after)}::int[],
        ${changed.map(({ upTo }) => upTo)}::int[]) with ordinality as c (id, after, up_to, place)
      join history h on h.record_id = c.id and h.sequence > c.after and h.sequence <= c.up_to
        and h.jurisdiction_id = (select jurisdiction_id from units where parent_id is null limit 1)
    where h.type = any(${[...types]}::text[])
    order by c.place, h.sequence`.execute(tx);
  return rows;
}
