import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { firstBrokenRing } from '@duban/organisation/outline';
import { isTerritorial } from '@duban/organisation/unit-kind';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { demandUnitInScope } from './scope.ts';
import { changeUnit, lockUnit, replaceArea } from './unit.store.ts';

/** Draws a boundary anew; an empty list removes it. */
export async function setUnitArea(
  ctx: Ctx,
  { id, version, rings }: Input<typeof contract.setUnitArea>,
): Promise<Reply<typeof contract.setUnitArea>> {
  const unit = await lockUnit(ctx, id, version);
  await demandUnitInScope(ctx, id);
  if (!isTerritorial(unit.kind)) throw problem('unit.no_territory');
  const broken = firstBrokenRing(rings);
  if (broken !== null) throw problem('unit.wrong_area', { ring: broken + 1 });
  await replaceArea(ctx, unit, rings);
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  return changeUnit(ctx, unit, { type: 'unit.area_drawn', data: { parts: rings.length, points } });
}
