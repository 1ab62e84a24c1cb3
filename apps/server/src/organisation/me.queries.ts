import type { Reply } from '@duban/contract/endpoint';
import type { PositionView } from '@duban/contract/people';
import type * as contract from '@duban/contract/session';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { passwordExpiry } from './rules.ts';
import { sessionOf } from './session-of.ts';
import { sessionsOf } from './session.queries.ts';
import { todayOf } from './today.ts';
import { unitRefs } from './unit.queries.ts';

export async function getMe(ctx: Ctx): Promise<Reply<typeof contract.getMe>> {
  const { actor } = ctx;
  const session = sessionOf(actor);
  const [account, positions, refs, expiresAt] = [
    await ctx.tx
      .selectFrom('auth_users')
      .select(['username', 'two_factor_enabled as secondFactor', 'password_set_at as passwordSetAt'])
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow(),
    await currentPositions(ctx),
    await unitRefs(ctx.tx, [...actor.unitLine, actor.jurisdictionId]),
    await passwordExpiry(ctx, actor.jurisdictionId, actor.personId),
  ];
  const row = session
    ? await ctx.tx
        .selectFrom('auth_sessions')
        .select('expires_at')
        .where('id', '=', session.sessionId)
        .executeTakeFirst()
    : undefined;
  return {
    person: { id: actor.personId, name: actor.name },
    account: account.username,
    unit: refs.get(actor.unitId)!,
    line: actor.unitLine.flatMap((id) => refs.get(id) ?? []),
    jurisdiction: refs.get(actor.jurisdictionId)!,
    roles: [...actor.roles],
    positions,
    secondFactor: account.secondFactor,
    restriction: session?.restriction ?? null,
    passwordSetAt: account.passwordSetAt,
    passwordExpiresAt: expiresAt,
    sessionExpiresAt: row?.expires_at ?? null,
  };
}

async function currentPositions(ctx: Ctx): Promise<PositionView[]> {
  const today = todayOf(ctx);
  const { rows } = await sql<PositionView>`
    select p.id, p.role, p.title, p.valid_from as "validFrom", p.valid_to as "validTo",
      jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) as unit
    from positions p join units u on u.id = p.unit_id
    where p.person_id = ${ctx.actor.personId} and p.valid_from <= ${today}
      and (p.valid_to is null or p.valid_to > ${today}) and (u.valid_to is null or u.valid_to > ${today})
    order by p.valid_from, p.id`.execute(ctx.tx);
  return rows;
}

/** Everything that is kept about the caller under the caller's name (PIPL art. 45); cases refer to the id only. */
export async function exportOwnData(ctx: Ctx): Promise<FileReply> {
  const { personId } = ctx.actor;
  const person = await ctx.tx
    .selectFrom('people')
    .select(['id', 'name', 'phone', 'created_at as createdAt'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const account = await ctx.tx
    .selectFrom('auth_users')
    .select(['username as account', 'two_factor_enabled as secondFactor', 'password_set_at as passwordSetAt'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const { rows: positions } = await sql`
    select u.name as unit, p.role, p.title, p.valid_from as "validFrom", p.valid_to as "validTo"
    from positions p join units u on u.id = p.unit_id where p.person_id = ${personId}
    order by p.valid_from, p.id`.execute(ctx.tx);
  const { rows: readings } = await sql`
    select at, data, purpose from access_log where subject_id = ${personId} and jurisdiction_id = ${ctx.actor.jurisdictionId}
    order by id`.execute(ctx.tx);
  const { rows: actions } = await sql`
    select at, event, subject_type as "subjectType", result, address from administrative_audit
    where person_id = ${personId} order by id`.execute(ctx.tx);
  const everything = { person, account, positions, sessions: await sessionsOf(ctx, personId), readings, actions };
  return { fileName: `${account.account}.json`, content: Buffer.from(JSON.stringify(everything, null, 2)) };
}
