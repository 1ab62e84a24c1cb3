import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { demandUnitInScope } from './scope.ts';
import { todayOf } from './today.ts';
import { changeUnit, lockUnit } from './unit.store.ts';

/** The names that a unit had stay as aliases, so that older documents and sheets still find it. */
export async function renameUnit(
  ctx: Ctx,
  { id, version, name, shortName, aliases, code }: Input<typeof contract.renameUnit>,
): Promise<Reply<typeof contract.renameUnit>> {
  const unit = await lockUnit(ctx, id, version);
  await demandUnitInScope(ctx, id);
  if (unit.validTo !== null && unit.validTo <= todayOf(ctx)) throw problem('unit.closed');
  const former = [unit.name, unit.shortName].filter((old) => old !== name && old !== shortName);
  const change = { name, shortName, aliases: [...new Set([...aliases, ...former])], code };
  return changeUnit(ctx, unit, { type: 'unit.renamed', data: change }, change);
}
