import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotCode } from '@duban/organisation/code';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { demandUnitInScope } from './scope.ts';
import { changeUnit, lockUnit, replaceCode } from './unit.store.ts';

export async function setUnitCode(
  ctx: Ctx,
  { id, version, scheme, code, validFrom }: Input<typeof contract.setUnitCode>,
): Promise<Reply<typeof contract.setUnitCode>> {
  const unit = await lockUnit(ctx, id, version);
  await demandUnitInScope(ctx, id);
  demand(whyNotCode(scheme, code));
  if (validFrom < unit.validFrom) throw problem('unit.wrong_period');
  await replaceCode(ctx, unit, scheme, code, validFrom);
  return changeUnit(ctx, unit, { type: 'unit.code_set', data: { scheme, code, validFrom } });
}
