import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/targets';
import { whyNotChangeTarget } from '@duban/plans/targets/target';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { lockTarget, writeTarget } from './target.store.ts';

export async function changeTarget(
  ctx: Ctx,
  { id, version, note, ...fields }: Input<typeof contract.changeTarget>,
): Promise<Reply<typeof contract.changeTarget>> {
  const target = await lockTarget(ctx, id, version);
  demand(whyNotChangeTarget(target, ctx.actor));
  return writeTarget(ctx, target, fields, note);
}
