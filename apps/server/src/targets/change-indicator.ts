import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/targets';
import { whyNotChangeTarget } from '@duban/plans/targets/target';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { lockIndicator, writeIndicator } from './indicator.store.ts';

/** An indicator that is no longer used is withdrawn by the same form: its readings stay what they were. */
export async function changeIndicator(
  ctx: Ctx,
  { id, version, note, ...fields }: Input<typeof contract.changeIndicator>,
): Promise<Reply<typeof contract.changeIndicator>> {
  const indicator = await lockIndicator(ctx, id, version);
  demand(whyNotChangeTarget(indicator, ctx.actor));
  return writeIndicator(ctx, indicator, fields, note);
}
