import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { audit } from './audit.store.ts';
import { demandUnitInScope } from './scope.ts';

export async function endPairing(
  ctx: Ctx,
  { id, on }: Input<typeof contract.endPairing>,
): Promise<Reply<typeof contract.endPairing>> {
  const pairing = await ctx.tx
    .selectFrom('pairings')
    .selectAll()
    .where('id', '=', id)
    .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
    .forUpdate()
    .executeTakeFirst();
  if (!pairing) throw problem('record.not_found');
  await demandUnitInScope(ctx, pairing.community_id);
  if (pairing.valid_to !== null) throw problem('pairing.ended');
  if (on < pairing.valid_from) throw problem('pairing.wrong_period');
  await ctx.tx.updateTable('pairings').set({ valid_to: on }).where('id', '=', id).execute();
  await audit(ctx, { event: 'pairing.ended', subjectType: 'pairing', subjectId: id });
  return { id };
}
