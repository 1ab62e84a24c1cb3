import { requestSuspension as decide } from '@duban/cases/request-suspension';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase, momentOf } from './case.store.ts';

/** 申请挂账 */
export async function requestSuspension(
  ctx: Ctx,
  { id, version, reason, returnOn }: Input<typeof contract.requestSuspension>,
): Promise<Reply<typeof contract.requestSuspension>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, { reason, returnOn }, momentOf(ctx))));
}
