import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { demandUnitInScope } from './scope.ts';
import { changeUnit, existsOn, findUnit, lockUnit } from './unit.store.ts';

/**
 * Ends a unit. Nothing may hang from it on that day: units below it and positions in it are ended or moved first, by
 * whom it concerns, because ending a position is the security administrator's to decide.
 */
export async function closeUnit(
  ctx: Ctx,
  { id, version, on, successorId }: Input<typeof contract.closeUnit>,
): Promise<Reply<typeof contract.closeUnit>> {
  const unit = await lockUnit(ctx, id, version);
  await demandUnitInScope(ctx, id);
  if (unit.parentId === null) throw problem('unit.top');
  if (unit.validTo !== null) throw problem('unit.closed');
  if (on <= unit.validFrom) throw problem('unit.wrong_period');
  if (successorId !== null) {
    const successor = await findUnit(ctx, successorId);
    if (successorId === id || !existsOn(successor, on)) throw problem('unit.closed');
  }
  const { rows } = await sql<{ children: number; people: number }>`
    select
      (select count(*)::int from units where parent_id = ${id} and (valid_to is null or valid_to > ${on})) as children,
      (select count(distinct person_id)::int from positions
        where unit_id = ${id} and (valid_to is null or valid_to > ${on})) as people`.execute(ctx.tx);
  const { children, people } = rows[0]!;
  if (children > 0) throw problem('unit.has_children', { count: children });
  if (people > 0) throw problem('unit.has_people', { count: people });
  const event = { type: 'unit.closed', data: { on, successorId } };
  return changeUnit(ctx, unit, event, { validTo: on, successorId });
}
