import type * as contract from '@duban/contract/accounts';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotGrant } from '@duban/organisation/roles';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { accountOf, clearLockout, endSessions, setPassword } from './account.store.ts';
import { checked, hashUnchecked } from './password-hash.ts';
import { changePersonRow, lockPerson } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { todayOf } from './today.ts';

type Endpoint = typeof contract.issuePasswords;
type Made = ReadonlyMap<string, Awaited<ReturnType<typeof hashUnchecked>>>;

/** Hashing takes most of the time of this command, so it is done before the transaction. */
export async function prepareIssuePasswords({ people }: Input<Endpoint>): Promise<Made> {
  const made = await Promise.all(people.map(async ({ id, password }) => [id, await hashUnchecked(password)] as const));
  return new Map(made);
}

export async function issuePasswords(ctx: Ctx, { people }: Input<Endpoint>, made: Made): Promise<Reply<Endpoint>> {
  const ids = [...new Set(people.map(({ id }) => id))].sort();
  for (const id of ids) {
    demand(whyNotGrant(ctx.actor, id));
    const person = await lockPerson(ctx, id, null);
    if (person.deactivatedAt) throw problem('person.deactivated');
    await demandPersonInScope(ctx, id, todayOf(ctx));
    const account = await accountOf(ctx, id);
    await setPassword(ctx, id, checked(made.get(id)!, account), { mustChange: true });
    await clearLockout(ctx, account);
    await endSessions(ctx, id);
    await changePersonRow(ctx, person, { type: 'person.password_issued' });
  }
  return { issued: ids.length };
}
