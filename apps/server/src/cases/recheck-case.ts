import { recheck } from '@duban/cases/recheck';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 复查 */
export async function recheckCase(
  ctx: Ctx,
  { id, version, result, note }: Input<typeof contract.recheckCase>,
): Promise<Reply<typeof contract.recheckCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(recheck(found, ctx.actor, { result, note })));
}
