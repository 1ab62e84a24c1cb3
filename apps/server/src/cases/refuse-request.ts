import { refuseRequest as decide } from '@duban/cases/decide-request';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 不批准申请 */
export async function refuseRequest(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.refuseRequest>,
): Promise<Reply<typeof contract.refuseRequest>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, reason)));
}
