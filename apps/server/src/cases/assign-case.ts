import { assign } from '@duban/cases/assign';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { standardOfCase } from './case-terms.ts';
import { unitToCharge } from './charged-units.ts';

/** 内部指派 */
export async function assignCase(
  ctx: Ctx,
  { id, version, unitId, note }: Input<typeof contract.assignCase>,
): Promise<Reply<typeof contract.assignCase>> {
  const found = await lockCase(ctx, id, version);
  const unit = await unitToCharge(ctx, unitId);
  return appendToCase(ctx, found, unwrap(assign(found, ctx.actor, unit, note, await standardOfCase(ctx, found))));
}
