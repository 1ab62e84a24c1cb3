import { resume } from '@duban/cases/resume';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms } from './case-terms.ts';

/** 恢复办理, early */
export async function resumeCase(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.resumeCase>,
): Promise<Reply<typeof contract.resumeCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(resume(found, ctx.actor, note, await clockTerms(ctx, found))));
}
