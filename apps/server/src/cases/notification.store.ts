import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';
import { momentOf } from './case.store.ts';

/** The only writer of what units were told: once per case, unit and occasion, however often a job runs. */
export type News = {
  readonly jurisdictionId: string;
  readonly caseId: string;
  readonly unitId: string;
  /** what makes it the same news: `event 12`, `finish overdue 2026-03-13T10:00:00Z` */
  readonly occasion: string;
  readonly kind: 'escalation' | 'event';
  readonly code: string;
  readonly clock: string | null;
};

export async function tell(
  ctx: JobCtx,
  { jurisdictionId, caseId, unitId, occasion, kind, code, clock }: News,
): Promise<void> {
  await sql`
    insert into notifications (jurisdiction_id, id, unit_id, case_id, occasion, kind, code, clock, at)
    values (${jurisdictionId}, ${ctx.newId()}, ${unitId}, ${caseId}, ${occasion}, ${kind}, ${code}, ${clock},
      ${momentOf(ctx).toString()})
    on conflict on constraint notifications_once do nothing`.execute(ctx.tx);
}
