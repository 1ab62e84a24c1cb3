import { escalationsBetween, nextEscalation } from '@duban/cases/escalation';
import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';
import { lockCaseForJob, momentOf, writeAlarm } from './case.store.ts';
import { tell } from './notification.store.ts';

/**
 * Tells units up the holder's line what is due soon or overdue. Every case keeps the moment of its next escalation;
 * those that have come are told and moved on. Run twice it tells nothing twice; missed for a day it tells what it
 * missed.
 */
export async function escalateCases(ctx: JobCtx): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) if ((await escalateSome(ctx)) < BATCH) return;
}

const BATCH = 200;
const MOST_BATCHES = 25;

type Due = { readonly jurisdictionId: string; readonly caseId: string; readonly nextAt: string };

async function escalateSome(ctx: JobCtx): Promise<number> {
  const now = momentOf(ctx);
  // The case is locked before its alarm, in the order in which commands do it; one that is being changed waits.
  const { rows } = await sql<Due>`
    select a.jurisdiction_id as "jurisdictionId", a.case_id as "caseId", a.next_at as "nextAt"
    from case_alarms a join cases c on c.jurisdiction_id = a.jurisdiction_id and c.id = a.case_id
    where a.next_at <= ${now.toString()} order by a.next_at limit ${BATCH}
    for update of c skip locked`.execute(ctx.tx);
  for (const { jurisdictionId, caseId, nextAt } of rows) {
    const found = await lockCaseForJob(ctx.tx, jurisdictionId, caseId);
    if (!found) continue;
    const before = Temporal.Instant.from(nextAt).subtract({ milliseconds: 1 });
    for (const { clock, code, unitId, at } of escalationsBetween(found, before, now)) {
      await tell(ctx, {
        jurisdictionId,
        caseId,
        unitId,
        clock,
        code,
        kind: 'escalation',
        occasion: `${clock} ${code} ${at}`,
      });
    }
    await writeAlarm(ctx.tx, found, nextEscalation(found, now)?.at ?? null);
  }
  return rows.length;
}
