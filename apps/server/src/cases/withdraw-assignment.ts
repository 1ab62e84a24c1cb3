import { withdrawAssignment as decide } from '@duban/cases/assign';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 收回指派 */
export async function withdrawAssignment(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.withdrawAssignment>,
): Promise<Reply<typeof contract.withdrawAssignment>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, reason)));
}
