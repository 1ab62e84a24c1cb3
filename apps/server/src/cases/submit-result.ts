import { submitResult as decide } from '@duban/cases/submit-result';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms } from './case-terms.ts';

/** 提交处置结果 */
export async function submitResult(
  ctx: Ctx,
  { id, version, outcome, statement }: Input<typeof contract.submitResult>,
): Promise<Reply<typeof contract.submitResult>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(
    ctx,
    found,
    unwrap(decide(found, ctx.actor, { outcome, statement }, await clockTerms(ctx, found))),
  );
}
