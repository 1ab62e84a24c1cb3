import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { demandAnotherSecurityAdmin, demandGrant } from './grant.ts';
import { lockPerson, positionsOf, updatePosition } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

/** Role and unit of a position never change: that would be another position, with its own beginning. */
export async function changePosition(
  ctx: Ctx,
  { id, positionId, version, title, validTo }: Input<typeof contract.changePosition>,
): Promise<Reply<typeof contract.changePosition>> {
  const person = await lockPerson(ctx, id, version);
  const positions = await positionsOf(ctx, id);
  const position = positions.find((one) => one.id === positionId);
  if (!position) throw problem('record.not_found');
  await demandPersonInScope(ctx, id, todayOf(ctx));
  const wanted = { ...position, ...(validTo !== undefined && { validTo }) };
  await demandGrant(
    ctx,
    id,
    positions.filter((one) => one.id !== positionId),
    wanted,
  );
  if (wanted.validTo !== null) await demandAnotherSecurityAdmin(ctx, [position], wanted.validTo);
  const fields = [...(title !== undefined ? ['title'] : []), ...(validTo !== undefined ? ['validTo'] : [])];
  const event = { type: 'position.changed', data: { positionId, fields, validTo: wanted.validTo } };
  return updatePosition(ctx, person, position, { title, validTo }, event);
}
