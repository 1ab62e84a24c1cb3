import type * as contract from '@duban/contract/accounts';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotGrant } from '@duban/organisation/roles';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { endSessions, removeSecondFactor } from './account.store.ts';
import { audit } from './audit.store.ts';
import { lockPerson } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

export async function resetSecondFactor(
  ctx: Ctx,
  { id }: Input<typeof contract.resetSecondFactor>,
): Promise<Reply<typeof contract.resetSecondFactor>> {
  await lockPerson(ctx, id, null);
  demand(whyNotGrant(ctx.actor, id));
  await demandPersonInScope(ctx, id, todayOf(ctx));
  if (!(await removeSecondFactor(ctx, id))) throw problem('person.no_second_factor');
  await endSessions(ctx, id);
  await audit(ctx, { event: 'person.second_factor_reset', subjectType: 'person', subjectId: id });
  return { id };
}
