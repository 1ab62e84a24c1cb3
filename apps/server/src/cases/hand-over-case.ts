import { handOver } from '@duban/cases/hand-over';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 移送派遣 */
export async function handOverCase(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.handOverCase>,
): Promise<Reply<typeof contract.handOverCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(handOver(found, ctx.actor, note)));
}
