import { returnCase as decide } from '@duban/cases/return-case';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 退回 */
export async function returnCase(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.returnCase>,
): Promise<Reply<typeof contract.returnCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, reason)));
}
