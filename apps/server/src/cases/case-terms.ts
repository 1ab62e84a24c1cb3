import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Case } from '@duban/cases/case';
import type { Standard } from '@duban/cases/standards';
import { currentCalendar } from '../calendar/module.ts';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { momentOf } from './case.store.ts';
import { standardById } from './standard.store.ts';

/** What a decision about clocks needs beside the case: the calendar of today and the moment. */
export async function clockTerms(
  ctx: JobCtx,
  { jurisdictionId }: Pick<Case, 'jurisdictionId'>,
): Promise<{ calendar: WorkingCalendar; at: Temporal.Instant }> {
  const { calendar } = await currentCalendar(ctx.tx, jurisdictionId);
  return { calendar, at: momentOf(ctx) };
}

/** The row of the standards table that the case was filed under. */
export async function standardOfCase(ctx: Ctx, found: Case): Promise<Standard> {
  const standard = found.standardId && (await standardById(ctx.tx, found.jurisdictionId, found.standardId));
  if (!standard) throw problem('case.not_filed');
  return standard;
}
