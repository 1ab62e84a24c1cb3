import { createHmac, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '@duban/kit/actor';
import type { Clock } from '../kernel/context.ts';
import { actorFrom, type Held, type Restriction, type SignedIn } from './actor.ts';
import { cookiePrefix } from './auth.ts';
import { defaultPasswordDays, idleLimitMinutes } from './limits.ts';
import { recall, remember } from './session-cache.ts';
import { noteSession } from './session-of.ts';

/** Who sent a request: one indexed query, and none when the same session asked within the last few seconds. */
export type Recognise = (headers: Headers) => Promise<SignedIn | null>;

export type RecogniseOptions = { readonly secret: string; readonly secure: boolean; readonly now: Clock };

export function createRecognise(pool: pg.Pool, { secret, secure, now }: RecogniseOptions): Recognise {
  const cookieName = `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`;
  return async (headers) => {
    const token = tokenFrom(headers.get('cookie'), cookieName, secret);
    if (token === null) return null;
    const known = recall(token);
    if (known) return known;
    const signedIn = await lookUp(pool, token, now());
    if (signedIn) remember(token, noteSession(signedIn));
    return signedIn;
  };
}

/** The token of a cookie `token.signature` whose signature is ours, otherwise null. */
function tokenFrom(cookies: string | null, name: string, secret: string): string | null {
  const found = cookies?.split(/; */).find((cookie) => cookie.startsWith(`${name}=`));
  if (!found) return null;
  let value: string;
  try {
    value = decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return null;
  }
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

type Row = {
  readonly sessionId: string;
  readonly actingUnitId: string | null;
  readonly personId: string;
  readonly name: string;
  readonly jurisdictionId: string;
  readonly mustChange: boolean;
  readonly secondFactor: boolean;
  readonly secondFactorRoles: Role[] | null;
  readonly held: Held[];
};

// The first part notes, at most once a minute, that the session is in use.
const query = `
  with seen as (
    update auth_sessions set last_seen_at = $2
    where token = $1 and expires_at > $2 and last_seen_at > $2::timestamptz - make_interval(mins => $3)
      and last_seen_at < $2::timestamptz - interval '1 minute')
  select s.id as "sessionId", s.acting_unit_id as "actingUnitId", people.id as "personId", people.name,
    people.jurisdiction_id as "jurisdictionId", a.two_factor_enabled as "secondFactor",
    r.second_factor_roles as "secondFactorRoles",
    a.must_change_password or a.password_set_at + make_interval(days =>
      case when r.jurisdiction_id is null then $4 else r.password_days end) < $2 is true as "mustChange",
    (select coalesce(jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'role', p.role, 'path', u.path::text)
        order by p.valid_from, p.id), '[]')
      from positions p join units u on u.id = p.unit_id
      where p.person_id = people.id and p.valid_from <= $5 and (p.valid_to is null or p.valid_to > $5)
        and (u.valid_to is null or u.valid_to > $5)) as held
  from auth_sessions s
    join auth_users a on a.id = s.user_id
    join people on people.id = s.user_id
    left join sign_in_rules r on r.jurisdiction_id = people.jurisdiction_id
  where s.token = $1 and s.expires_at > $2 and s.last_seen_at > $2::timestamptz - make_interval(mins => $3)
    and people.deactivated_at is null`;

async function lookUp(pool: pg.Pool, token: string, now: Temporal.Instant): Promise<SignedIn | null> {
  const today = now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  const { rows } = await pool.query<Row>({
    name: 'authenticate',
    text: query,
    values: [token, now.toString(), idleLimitMinutes, defaultPasswordDays, today],
  });
  const [row] = rows;
  if (!row) return null;
  const person = { id: row.personId, name: row.name, jurisdictionId: row.jurisdictionId };
  const actor = actorFrom(person, row.held, row.actingUnitId);
  return actor ? { actor, sessionId: row.sessionId, restriction: restrictionOf(row) } : null;
}

function restrictionOf({ mustChange, secondFactor, secondFactorRoles, held }: Row): Restriction | null {
  if (mustChange) return 'change_password';
  const required = held.some(({ role }) => secondFactorRoles?.includes(role));
  return required && !secondFactor ? 'set_second_factor' : null;
}
