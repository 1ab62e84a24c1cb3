import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotGrant } from '@duban/organisation/roles';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { endSessions } from './account.store.ts';
import { demandAnotherSecurityAdmin } from './grant.ts';
import { changePersonRow, lockPerson, positionsOf, updatePosition } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

export async function deactivatePerson(
  ctx: Ctx,
  { id, version }: Input<typeof contract.deactivatePerson>,
): Promise<Reply<typeof contract.deactivatePerson>> {
  const person = await lockPerson(ctx, id, version);
  if (person.deactivatedAt) throw problem('person.deactivated');
  demand(whyNotGrant(ctx.actor, id));
  const today = todayOf(ctx);
  await demandPersonInScope(ctx, id, today);
  const positions = await positionsOf(ctx, id);
  await demandAnotherSecurityAdmin(ctx, positions, today);
  for (const position of positions.filter(({ validTo }) => validTo === null || validTo > today)) {
    // A position that has not begun yet ends on the day on which it would have begun: it never held.
    const on = position.validFrom > today ? position.validFrom : today;
    const event = { type: 'position.ended', data: { positionId: position.id, on } };
    await updatePosition(ctx, person, position, { validTo: on }, event);
  }
  await endSessions(ctx, id);
  return changePersonRow(ctx, person, { type: 'person.deactivated' }, { deactivatedAt: ctx.now().toString() });
}
