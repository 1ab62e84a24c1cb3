import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { audit } from './audit.store.ts';
import { demandGrant } from './grant.ts';
import { insertPosition, lockPerson, positionsOf } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

export async function addPosition(
  ctx: Ctx,
  { id, version, unitId, role, title, validFrom = todayOf(ctx), validTo }: Input<typeof contract.addPosition>,
): Promise<Reply<typeof contract.addPosition>> {
  const person = await lockPerson(ctx, id, version);
  if (person.deactivatedAt) throw problem('person.deactivated');
  await demandPersonInScope(ctx, id, todayOf(ctx));
  const wanted = { unitId, role, title, validFrom, validTo };
  await demandGrant(ctx, id, await positionsOf(ctx, id), wanted);
  const started = await insertPosition(ctx, id, person.jurisdictionId, wanted);
  await audit(ctx, { event: 'position.started', subjectType: 'person', subjectId: id });
  return { id, version: started.version };
}
