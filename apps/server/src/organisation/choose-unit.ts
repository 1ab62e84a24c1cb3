import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/session';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { forgetPerson } from './session-cache.ts';
import { sessionOf } from './session-of.ts';
import { todayOf } from './today.ts';

/** Lets this session act for another unit in which its person holds a position. */
export async function chooseUnit(
  ctx: Ctx,
  { unitId }: Input<typeof contract.chooseUnit>,
): Promise<Reply<typeof contract.chooseUnit>> {
  const today = todayOf(ctx);
  const held = await ctx.tx
    .selectFrom('positions')
    .select('id')
    .where('person_id', '=', ctx.actor.personId)
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', today)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', today)]))
    .executeTakeFirst();
  if (!held) throw problem('position.not_held');
  const session = sessionOf(ctx.actor);
  if (session) {
    await ctx.tx
      .updateTable('auth_sessions')
      .set({ acting_unit_id: unitId })
      .where('id', '=', session.sessionId)
      .execute();
  }
  forgetPerson(ctx.actor.personId);
  return { unitId };
}
