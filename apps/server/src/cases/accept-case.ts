import { acceptCase as decide } from '@duban/cases/accept-case';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase, momentOf } from './case.store.ts';

/** 签收 */
export async function acceptCase(
  ctx: Ctx,
  { id, version }: Input<typeof contract.acceptCase>,
): Promise<Reply<typeof contract.acceptCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, momentOf(ctx))));
}
