import { requestExtension as decide } from '@duban/cases/request-extension';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase, momentOf } from './case.store.ts';

/** 申请延期 */
export async function requestExtension(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.requestExtension>,
): Promise<Reply<typeof contract.requestExtension>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, reason, momentOf(ctx))));
}
