import { recomputeLimits } from '@duban/cases/recompute-limits';
import { sql } from 'kysely';
import { currentCalendar } from '../calendar/module.ts';
import type { JobCtx } from '../kernel/context.ts';
import { appendToCase, lockCaseForJob } from './case.store.ts';

/**
 * A calendar was changed: the running limits of its jurisdiction are computed anew, some hundred cases at a time, each
 * lot in a job of its own, so that no transaction holds a whole ledger. A case that was dispatched under the old
 * calendar at the very moment of the change is found by the nightly round.
 */
type Payload = { readonly jurisdictionId: string; readonly after?: string };

const LOT = 300;

export async function recomputeCaseLimits(ctx: JobCtx, { jurisdictionId, after }: Payload): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where jurisdiction_id = ${jurisdictionId} and closed_at is null
      and (finish_by is not null or state = 'disputed') ${after ? sql`and id > ${after}` : sql``}
    order by id limit ${LOT}`.execute(ctx.tx);
  const { calendar } = await currentCalendar(ctx.tx, jurisdictionId);
  for (const { id } of rows) {
    const found = await lockCaseForJob(ctx.tx, jurisdictionId, id);
    const event = found && recomputeLimits(found, calendar);
    if (event) await appendToCase(ctx, found, [event]);
  }
  const last = rows.at(-1);
  if (last && rows.length === LOT) await addRound(ctx, { jurisdictionId, after: last.id });
}

/** The nightly round: one job for every jurisdiction that has its own calendar. */
export async function recomputeAllLimits(ctx: JobCtx): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from units where id = jurisdiction_id`.execute(ctx.tx);
  for (const { id } of rows) await addRound(ctx, { jurisdictionId: id });
}

async function addRound(ctx: JobCtx, payload: Payload): Promise<void> {
  await sql`select graphile_worker.add_job('recompute-case-limits', ${JSON.stringify(payload)}::json)`.execute(ctx.tx);
}
