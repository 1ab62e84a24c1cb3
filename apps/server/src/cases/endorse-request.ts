import { endorseRequest as decide } from '@duban/cases/decide-request';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 单位审核同意 */
export async function endorseRequest(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.endorseRequest>,
): Promise<Reply<typeof contract.endorseRequest>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, note)));
}
