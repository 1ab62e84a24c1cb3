import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';

/**
 * Keeps a relapsed round in the cohort it had been due in. After a relapse the case is dispatched again with a new
 * limit, usually in a later period, and its row forgets the old one; without this the old period would lose the case
 * and the relapse would vanish from every rate. Reads the history, which forgets nothing, and writes all rounds of the
 * case again, so running it twice changes nothing.
 */
export async function recomputeRelapsedRounds(
  ctx: JobCtx,
  { jurisdictionId, recordId }: { jurisdictionId: string; recordId: string },
): Promise<void> {
  await sql`delete from relapsed_rounds
    where jurisdiction_id = ${jurisdictionId} and case_id = ${recordId}`.execute(ctx.tx);
  await sql`
    with events as (
      select sequence, type, data, at from history
      where jurisdiction_id = ${jurisdictionId} and record_type = 'case' and record_id = ${recordId}
    ), relapses as (
      select sequence, at, row_number() over (order by sequence) - 1 as round from events where type = 'case.relapsed'
    )
    insert into relapsed_rounds (jurisdiction_id, case_id, round, line_unit_id, territorial_unit_id, handling_unit_id,
      dispatched_at, finish_by, finished_late, closed_at, relapsed_at)
    select ${jurisdictionId}, ${recordId}, r.round, (d.data -> 'lineUnit' ->> 'id')::uuid,
      (d.data -> 'territorialUnit' ->> 'id')::uuid, (d.data -> 'handlingUnit' ->> 'id')::uuid,
      d.at, (c.data -> 'finishClock' ->> 'dueAt')::timestamptz, (c.data ->> 'finishedLate')::boolean, c.at, r.at
    from relapses r
    cross join lateral (
      select type, data, at from events
      where sequence < r.sequence and type in ('case.closed_out', 'case.closed_without_handling')
      order by sequence desc limit 1) c
    cross join lateral (
      select data, at from events
      where sequence < r.sequence and type in ('case.dispatched', 'case.dispute_decided')
      order by sequence desc limit 1) d
    -- closed without handling: nothing had been due, so there is no round to keep
    where c.type = 'case.closed_out'`.execute(ctx.tx);
}
