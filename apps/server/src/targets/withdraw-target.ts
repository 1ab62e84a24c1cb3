import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/targets';
import { whyNotChangeTarget } from '@duban/plans/targets/target';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { lockTarget, writeTargetWithdrawn } from './target.store.ts';

export async function withdrawTarget(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.withdrawTarget>,
): Promise<Reply<typeof contract.withdrawTarget>> {
  const target = await lockTarget(ctx, id, version);
  demand(whyNotChangeTarget(target, ctx.actor));
  return writeTargetWithdrawn(ctx, target, note);
}
