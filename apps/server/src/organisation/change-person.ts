import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { changePersonRow, lockPerson } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

export async function changePerson(
  ctx: Ctx,
  { id, version, name, phone }: Input<typeof contract.changePerson>,
): Promise<Reply<typeof contract.changePerson>> {
  const person = await lockPerson(ctx, id, version);
  if (person.deactivatedAt) throw problem('person.deactivated');
  await demandPersonInScope(ctx, id, todayOf(ctx));
  const change = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  return changePersonRow(ctx, person, { type: 'person.changed', data: { fields: Object.keys(change) } }, change);
}
