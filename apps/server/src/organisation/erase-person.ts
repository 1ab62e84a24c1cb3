import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { renameErasedAccount } from './account.store.ts';
import { changePersonRow, lockPerson } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

/**
 * Erases what identifies a person who has left (PIPL art. 47). What the person did stays in the history under the id,
 * because government records must be kept; nothing leads from the id to a name any more.
 */
export async function erasePerson(
  ctx: Ctx,
  { id, version }: Input<typeof contract.erasePerson>,
): Promise<Reply<typeof contract.erasePerson>> {
  const person = await lockPerson(ctx, id, version);
  if (!person.deactivatedAt) throw problem('person.still_active');
  if (person.erasedAt) throw problem('record.not_found');
  await demandPersonInScope(ctx, id, todayOf(ctx));
  await renameErasedAccount(ctx, id);
  const erased = { name: null, phone: null, erasedAt: ctx.now().toString() };
  return changePersonRow(ctx, person, { type: 'person.erased' }, erased);
}
