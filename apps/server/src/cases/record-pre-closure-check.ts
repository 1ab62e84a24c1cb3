import { recordPreClosureCheck as decide } from '@duban/cases/record-pre-closure-check';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms } from './case-terms.ts';

/** 核查 */
export async function recordPreClosureCheck(
  ctx: Ctx,
  { id, version, ...check }: Input<typeof contract.recordPreClosureCheck>,
): Promise<Reply<typeof contract.recordPreClosureCheck>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, check, await clockTerms(ctx, found))));
}
