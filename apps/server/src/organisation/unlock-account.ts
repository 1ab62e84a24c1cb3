import type * as contract from '@duban/contract/accounts';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { accountOf, clearLockout } from './account.store.ts';
import { audit } from './audit.store.ts';
import { lockPerson } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

export async function unlockAccount(
  ctx: Ctx,
  { id }: Input<typeof contract.unlockAccount>,
): Promise<Reply<typeof contract.unlockAccount>> {
  await lockPerson(ctx, id, null);
  await demandPersonInScope(ctx, id, todayOf(ctx));
  if (!(await clearLockout(ctx, await accountOf(ctx, id)))) throw problem('person.not_locked');
  await audit(ctx, { event: 'person.unlocked', subjectType: 'person', subjectId: id });
  return { id };
}
