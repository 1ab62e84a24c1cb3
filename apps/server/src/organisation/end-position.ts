import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotGrant } from '@duban/organisation/roles';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { demandAnotherSecurityAdmin } from './grant.ts';
import { lockPerson, positionsOf, updatePosition } from './person.store.ts';
import { demandPersonInScope, demandUnitInScope } from './scope.ts';
import { todayOf } from './today.ts';

export async function endPosition(
  ctx: Ctx,
  { id, positionId, version, on }: Input<typeof contract.endPosition>,
): Promise<Reply<typeof contract.endPosition>> {
  const person = await lockPerson(ctx, id, version);
  const position = (await positionsOf(ctx, id)).find((one) => one.id === positionId);
  if (!position) throw problem('record.not_found');
  demand(whyNotGrant(ctx.actor, id));
  await demandUnitInScope(ctx, position.unitId, 'position.outside');
  await demandPersonInScope(ctx, id, todayOf(ctx));
  if (on < position.validFrom || (position.validTo !== null && on >= position.validTo)) {
    throw problem('position.wrong_period');
  }
  await demandAnotherSecurityAdmin(ctx, [position], on);
  return updatePosition(ctx, person, position, { validTo: on }, { type: 'position.ended', data: { positionId, on } });
}
