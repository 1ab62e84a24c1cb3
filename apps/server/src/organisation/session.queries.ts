import type { SessionView } from '@duban/contract/accounts';
import type { Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/session';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { deviceOf } from './device.ts';
import { idleLimitMinutes } from './limits.ts';
import { sessionOf } from './session-of.ts';

/** Sessions that are still good, the latest first. */
export async function sessionsOf(ctx: Ctx, personId: string): Promise<SessionView[]> {
  const now = ctx.now().toString();
  const current = sessionOf(ctx.actor)?.sessionId;
  const { rows } = await sql<{
    id: string;
    at: string;
    seen: string;
    until: string;
    ip: string | null;
    ua: string | null;
  }>`
    select id, created_at as at, last_seen_at as seen, expires_at as until, ip_address as ip, user_agent as ua
    from auth_sessions
    where user_id = ${personId} and expires_at > ${now}
      and last_seen_at > ${now}::timestamptz - make_interval(mins => ${idleLimitMinutes})
    order by last_seen_at desc, id`.execute(ctx.tx);
  return rows.map(({ id, at, seen, until, ip, ua }) => ({
    id,
    signedInAt: at,
    lastSeenAt: seen,
    expiresAt: until,
    address: ip || null,
    device: ua === null ? null : deviceOf(ua),
    current: id === current,
  }));
}

export async function listOwnSessions(ctx: Ctx): Promise<Reply<typeof contract.listOwnSessions>> {
  return { sessions: await sessionsOf(ctx, ctx.actor.personId) };
}
