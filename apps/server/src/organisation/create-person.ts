import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { insertAccount, setPassword } from './account.store.ts';
import { audit } from './audit.store.ts';
import { demandGrant } from './grant.ts';
import { hashNewPassword, type PasswordHash } from './password-hash.ts';
import { insertPerson, insertPosition, type Position } from './person.store.ts';
import { todayOf } from './today.ts';

type Endpoint = typeof contract.createPerson;

export const prepareCreatePerson = async ({ password, account }: Input<Endpoint>): Promise<PasswordHash | null> =>
  password === undefined ? null : hashNewPassword(password, account);

export async function createPerson(
  ctx: Ctx,
  { name, account, phone, positions }: Input<Endpoint>,
  hash: PasswordHash | null,
): Promise<Reply<Endpoint>> {
  const { jurisdictionId } = ctx.actor;
  const { id } = await insertPerson(ctx, { jurisdictionId, name, phone });
  await insertAccount(ctx, id, account);
  if (hash) await setPassword(ctx, id, hash, { mustChange: true });
  const held: Position[] = [];
  let version = 1;
  for (const { validFrom = todayOf(ctx), ...rest } of positions) {
    const wanted = { ...rest, validFrom };
    await demandGrant(ctx, null, held, wanted);
    const started = await insertPosition(ctx, id, jurisdictionId, wanted);
    held.push({ ...wanted, id: started.id });
    version = started.version;
  }
  await audit(ctx, { event: 'person.added', subjectType: 'person', subjectId: id });
  return { id, version };
}
