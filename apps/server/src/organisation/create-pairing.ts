import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { audit } from './audit.store.ts';
import { demandUnitInScope } from './scope.ts';
import { todayOf } from './today.ts';
import { existsOn, findUnit } from './unit.store.ts';

const sponsors = ['department', 'command_post', 'leading_group', 'government', 'cppcc'];

/** A pairing has no versions: it begins, and later it ends. */
export async function createPairing(
  ctx: Ctx,
  { communityId, personId, unitId, validFrom = todayOf(ctx) }: Input<typeof contract.createPairing>,
): Promise<Reply<typeof contract.createPairing>> {
  if ((personId === null) === (unitId === null)) throw problem('pairing.one_side');
  const community = await findUnit(ctx, communityId);
  await demandUnitInScope(ctx, communityId);
  if (community.kind !== 'community') throw problem('pairing.wrong_unit');
  if (!existsOn(community, validFrom)) throw problem('unit.closed');
  if (unitId !== null) {
    const sponsor = await findUnit(ctx, unitId);
    if (!sponsors.includes(sponsor.kind)) throw problem('pairing.wrong_unit');
    if (!existsOn(sponsor, validFrom)) throw problem('unit.closed');
  } else {
    const person = await ctx.tx
      .selectFrom('people')
      .select('id')
      .where('id', '=', personId!)
      .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
      .where('deactivated_at', 'is', null)
      .executeTakeFirst();
    if (!person) throw problem('record.not_found');
  }
  const id = ctx.newId();
  await ctx.tx
    .insertInto('pairings')
    .values({
      id,
      jurisdiction_id: ctx.actor.jurisdictionId,
      community_id: communityId,
      person_id: personId,
      unit_id: unitId,
      valid_from: validFrom,
    })
    .execute();
  await audit(ctx, { event: 'pairing.started', subjectType: 'pairing', subjectId: id, subject: community.name });
  return { id };
}
