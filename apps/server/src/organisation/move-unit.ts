import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotPlace } from '@duban/organisation/unit-kind';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { demandUnitInScope, isBelow } from './scope.ts';
import { forgetEverybody } from './session-cache.ts';
import { todayOf } from './today.ts';
import { changeUnit, existsOn, findUnit, lockUnit } from './unit.store.ts';

export async function moveUnit(
  ctx: Ctx,
  { id, version, parentId }: Input<typeof contract.moveUnit>,
): Promise<Reply<typeof contract.moveUnit>> {
  const unit = await lockUnit(ctx, id, version);
  await demandUnitInScope(ctx, id);
  if (unit.parentId === null) throw problem('unit.top');
  const parent = await findUnit(ctx, parentId);
  await demandUnitInScope(ctx, parentId);
  if (await isBelow(ctx.tx, parentId, id)) throw problem('unit.cycle');
  const today = todayOf(ctx);
  if (!existsOn(unit, today) || !existsOn(parent, today)) throw problem('unit.closed');
  demand(whyNotPlace(unit.kind, parent.kind));
  const event = { type: 'unit.moved', data: { from: unit.parentId, to: parentId } };
  const moved = await changeUnit(ctx, unit, event, { parentId });
  forgetEverybody();
  return moved;
}
