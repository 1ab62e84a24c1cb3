import type * as accounts from '@duban/contract/accounts';
import type * as contract from '@duban/contract/people';
import type { Input, Reply } from '@duban/contract/endpoint';
import { hasRole } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { logAccess } from './audit.store.ts';
import { cursorOf, cursorText } from './cursor.ts';
import { administrativeRoot } from './scope.ts';
import { sessionsOf } from './session.queries.ts';
import { todayOf } from './today.ts';
import { erasedName } from './unit.queries.ts';

/** Reads of people for pages. Whoever reads sees people of the own subtree; an administrator the own territory. */

type Row = {
  id: string;
  name: string | null;
  account: string;
  deactivatedAt: string | null;
  hasPassword: boolean;
  hasPhone: boolean;
  mustChangePassword: boolean;
  secondFactor: boolean;
  lockedUntil: string | null;
  positions: contract.PositionView[];
  version: number;
};

/** Position as the wire shows it, in one JSON object. */
const positionObject = sql`jsonb_build_object('id', p.id, 'role', p.role, 'title', p.title,
  'validFrom', p.valid_from, 'validTo', p.valid_to,
  'unit', jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind))`;

const columns = sql`
  people.id, people.name, a.username as account, people.deactivated_at as "deactivatedAt", people.version,
  people.phone is not null as "hasPhone", a.must_change_password as "mustChangePassword",
  a.two_factor_enabled as "secondFactor", a.password_set_at is not null as "hasPassword",
  (select l.locked_until from auth_lockouts l where l.account_hash = sha256(convert_to(a.username, 'UTF8')))
    as "lockedUntil"`;

const allPositions = sql`(select coalesce(jsonb_agg(${positionObject} order by p.valid_from, p.id), '[]')
  from positions p join units u on u.id = p.unit_id where p.person_id = people.id) as positions`;

async function rootOf(ctx: Ctx): Promise<string> {
  const administers = hasRole(ctx.actor, 'system_admin', 'security_admin');
  return administers ? administrativeRoot(ctx.tx, ctx.actor) : ctx.actor.unitId;
}

export async function listPeople(
  ctx: Ctx,
  { unitId, role, state, text, after, limit }: Input<typeof contract.listPeople>,
): Promise<Reply<typeof contract.listPeople>> {
  const today = todayOf(ctx);
  const now = ctx.now().toString();
  const [afterName, afterId] = cursorOf(after, 2) ?? [null, null];
  const pattern = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Row>`
    select * from (
      select ${columns}, ${allPositions}
      from people join auth_users a on a.id = people.id
      where people.jurisdiction_id = ${ctx.actor.jurisdictionId} and people.erased_at is null
        and (${afterName}::text is null or (people.name, people.id) > (${afterName}, ${afterId}::uuid))
        and (${pattern}::text is null or people.name ilike ${pattern} or a.username ilike ${pattern})
        and exists (
          select from positions p join units u on u.id = p.unit_id, units r
          where p.person_id = people.id and r.id = ${unitId ?? (await rootOf(ctx))} and u.path <@ r.path
            and (${role ?? null}::text is null or p.role = ${role ?? null})
            and (people.deactivated_at is not null
              or (p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today}))
              or ${role ?? null}::text is null))
        and exists (select from positions p join units u on u.id = p.unit_id, units r
          where p.person_id = people.id and r.id = ${await rootOf(ctx)} and u.path <@ r.path)
    ) people
    where ${state ?? null}::text is null or ${state ?? null} = case
      when "deactivatedAt" is not null then 'deactivated'
      when "lockedUntil" > ${now} then 'locked'
      when not "hasPassword" then 'invited'
      else 'active' end
    order by name, id limit ${limit + 1}`.execute(ctx.tx);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? cursorText([last.name ?? '', last.id]) : null;
  return { people: page.map((row) => rowView(row, today, now)), next };
}

export async function getPerson(
  ctx: Ctx,
  { id }: Input<typeof contract.getPerson>,
): Promise<Reply<typeof contract.getPerson>> {
  const row = await findVisible(ctx, id);
  const now = ctx.now().toString();
  return {
    ...rowView(row, todayOf(ctx), now),
    hasPhone: row.hasPhone,
    mustChangePassword: row.mustChangePassword,
    lockedUntil: row.lockedUntil !== null && row.lockedUntil > now ? row.lockedUntil : null,
    allPositions: row.positions,
  };
}

export async function readPhone(
  ctx: Ctx,
  { id, purpose }: Input<typeof contract.readPhone>,
): Promise<Reply<typeof contract.readPhone>> {
  await findVisible(ctx, id);
  await logAccess(ctx, id, 'phone', purpose);
  const { phone } = await ctx.tx.selectFrom('people').select('phone').where('id', '=', id).executeTakeFirstOrThrow();
  return { phone };
}

export async function listPersonSessions(
  ctx: Ctx,
  { id }: Input<typeof accounts.listPersonSessions>,
): Promise<Reply<typeof accounts.listPersonSessions>> {
  await findVisible(ctx, id);
  await logAccess(ctx, id, 'sessions');
  return { sessions: await sessionsOf(ctx, id) };
}

/** A person of the caller's reach, or `record.not_found`: who may not see somebody learns not even that there is one. */
async function findVisible(ctx: Ctx, id: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select ${columns}, ${allPositions} from people join auth_users a on a.id = people.id
    where people.id = ${id} and people.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and exists (select from positions p join units u on u.id = p.unit_id, units r
        where p.person_id = people.id and r.id = ${await rootOf(ctx)} and u.path <@ r.path)`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw problem('record.not_found');
  return row;
}

function rowView(row: Row, today: string, now: string): contract.PersonRow {
  const holds = ({ validFrom, validTo }: contract.PositionView) =>
    validFrom <= today && (validTo === null || validTo > today);
  return {
    id: row.id,
    name: row.name ?? erasedName,
    account: row.account,
    state: stateOf(row, now),
    secondFactor: row.secondFactor,
    positions: row.positions.filter(holds),
    version: row.version,
  };
}

function stateOf({ deactivatedAt, lockedUntil, hasPassword }: Row, now: string): contract.PersonRow['state'] {
  if (deactivatedAt !== null) return 'deactivated';
  if (lockedUntil !== null && lockedUntil > now) return 'locked';
  return hasPassword ? 'active' : 'invited';
}
