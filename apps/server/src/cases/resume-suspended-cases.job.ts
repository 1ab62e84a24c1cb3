import { resumeOnReturnDate } from '@duban/cases/resume';
import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';
import { appendToCase, lockCaseForJob } from './case.store.ts';
import { clockTerms } from './case-terms.ts';
import { todayOf } from './today.ts';

/**
 * 挂账 ends by itself on the agreed date. A case that somebody is changing just now is taken by the next run. One that
 * cannot return is told to the log, by its id alone, and does not keep the others.
 */
export async function resumeSuspendedCases(ctx: JobCtx): Promise<void> {
  const { rows } = await sql<{ jurisdictionId: string; id: string }>`
    select jurisdiction_id as "jurisdictionId", id from cases
    where return_on is not null and return_on <= ${todayOf(ctx)} order by return_on limit 500
    for update skip locked`.execute(ctx.tx);
  for (const { jurisdictionId, id } of rows) {
    const found = await lockCaseForJob(ctx.tx, jurisdictionId, id);
    if (found?.state !== 'suspended') continue;
    const decision = resumeOnReturnDate(found, await clockTerms(ctx, found));
    if (decision.refused)
      ctx.log.error({ caseId: id, code: decision.code }, 'a suspended case could not return on its date');
    else await appendToCase(ctx, found, decision.events);
  }
}
