import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotPlace } from '@duban/organisation/unit-kind';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { audit } from './audit.store.ts';
import { demandUnitInScope } from './scope.ts';
import { todayOf } from './today.ts';
import { existsOn, findUnit, insertUnit } from './unit.store.ts';

export async function createUnit(
  ctx: Ctx,
  { parentId, validFrom = todayOf(ctx), ...unit }: Input<typeof contract.createUnit>,
): Promise<Reply<typeof contract.createUnit>> {
  const parent = await findUnit(ctx, parentId);
  await demandUnitInScope(ctx, parentId);
  demand(whyNotPlace(unit.kind, parent.kind));
  if (!existsOn(parent, validFrom)) throw problem('unit.closed');
  const created = await insertUnit(ctx, { ...unit, parentId, validFrom }, ctx.actor.jurisdictionId);
  await audit(ctx, { event: 'unit.founded', subjectType: 'unit', subjectId: created.id, subject: unit.name });
  return created;
}
