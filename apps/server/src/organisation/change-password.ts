import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/session';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { accountOf, endSessions, passwordHashOf, setPassword } from './account.store.ts';
import { audit } from './audit.store.ts';
import { checked, hashUnchecked, isPassword } from './password-hash.ts';
import { sessionOf } from './session-of.ts';
import { countWrongPassword, demandFewWrongPasswords, forgiveWrongPasswords } from './wrong-passwords.ts';

type Endpoint = typeof contract.changePassword;

export const prepareChangePassword = ({ next }: Input<Endpoint>) => hashUnchecked(next);

/** Changes the own password. Every other session ends: whoever knew the old password is signed out. */
export async function changePassword(
  ctx: Ctx,
  { current, next }: Input<Endpoint>,
  made: Awaited<ReturnType<typeof hashUnchecked>>,
): Promise<Reply<Endpoint>> {
  const { personId } = ctx.actor;
  demandFewWrongPasswords(personId);
  const hash = await passwordHashOf(ctx, personId);
  if (hash === null || !(await isPassword(current, hash))) {
    countWrongPassword(personId);
    throw problem('password.wrong');
  }
  forgiveWrongPasswords(personId);
  if (current === next) throw problem('password.same');
  await setPassword(ctx, personId, checked(made, await accountOf(ctx, personId)), { mustChange: false });
  const revoked = await endSessions(ctx, personId, { except: sessionOf(ctx.actor)?.sessionId });
  await audit(ctx, { event: 'person.password_changed', subjectType: 'person', subjectId: personId });
  return { revoked };
}
