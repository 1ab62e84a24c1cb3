import { withdrawDispatch as decide } from '@duban/cases/withdraw-dispatch';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 撤回派遣 */
export async function withdrawDispatch(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.withdrawDispatch>,
): Promise<Reply<typeof contract.withdrawDispatch>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, reason)));
}
