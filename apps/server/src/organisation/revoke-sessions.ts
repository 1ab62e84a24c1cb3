import type { Input, Reply } from '@duban/contract/endpoint';
import type { revokePersonSessions as OfPerson } from '@duban/contract/accounts';
import type { revokeOwnSessions as Own } from '@duban/contract/session';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { endSessions } from './account.store.ts';
import { audit } from './audit.store.ts';
import { lockPerson } from './person.store.ts';
import { demandPersonInScope } from './scope.ts';
import { sessionOf } from './session-of.ts';
import { todayOf } from './today.ts';

export async function revokeOwnSessions(ctx: Ctx, { sessionId }: Input<typeof Own>): Promise<Reply<typeof Own>> {
  const { personId } = ctx.actor;
  const which = sessionId ? { only: sessionId } : { except: sessionOf(ctx.actor)?.sessionId };
  const revoked = await endSessions(ctx, personId, which);
  if (sessionId && revoked === 0) throw problem('record.not_found');
  await audit(ctx, { event: 'session.revoked', subjectType: 'person', subjectId: personId });
  return { revoked };
}

export async function revokePersonSessions(
  ctx: Ctx,
  { id, sessionId }: Input<typeof OfPerson>,
): Promise<Reply<typeof OfPerson>> {
  await lockPerson(ctx, id, null);
  await demandPersonInScope(ctx, id, todayOf(ctx));
  const revoked = await endSessions(ctx, id, sessionId ? { only: sessionId } : {});
  if (sessionId && revoked === 0) throw problem('record.not_found');
  await audit(ctx, { event: 'session.revoked', subjectType: 'person', subjectId: id });
  return { revoked };
}
