import type { Actor, Role } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import { lineOfPath } from './unit.queries.ts';

/** Something that must be done before anything else is allowed. */
export type Restriction = 'change_password' | 'set_second_factor';

export type SignedIn = {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly restriction: Restriction | null;
};

export type Held = { readonly unitId: string; readonly role: Role; readonly path: string };

/**
 * The actor that a person is in one of the units of the positions held: the wished one when a position is held there,
 * otherwise the unit of the first position. Null without any position.
 */
export function actorFrom(
  person: { readonly id: string; readonly name: string; readonly jurisdictionId: string },
  held: readonly Held[],
  wishedUnitId: string | null,
): Actor | null {
  const acting = held.find((position) => position.unitId === wishedUnitId) ?? held[0];
  if (!acting) return null;
  return {
    personId: person.id,
    name: person.name,
    unitId: acting.unitId,
    unitLine: lineOfPath(acting.path),
    jurisdictionId: person.jurisdictionId,
    roles: held.filter((position) => position.unitId === acting.unitId).map((position) => position.role),
  };
}

/** The SQL of `Held[]` for a person on a day, oldest position first. */
export const heldOn = (day: string) => sql<Held[]>`
  (select coalesce(jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'role', p.role, 'path', u.path::text)
      order by p.valid_from, p.id), '[]')
    from positions p join units u on u.id = p.unit_id
    where p.person_id = people.id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
      and (u.valid_to is null or u.valid_to > ${day}))`;

type PersonRow = { id: string; name: string; jurisdictionId: string; held: Held[] };

/**
 * The person behind an account, in the unit and with the roles of a day. Used by tests and the demo builder, which act
 * as a person without signing in.
 */
export async function actorOfAccount(tx: Tx, account: string, day?: string): Promise<Actor | null> {
  const on = day ?? Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  const { rows } = await sql<PersonRow>`
    select people.id, people.name, people.jurisdiction_id as "jurisdictionId", ${heldOn(on)} as held
    from auth_users join people on people.id = auth_users.id
    where auth_users.username = ${account} and people.deactivated_at is null`.execute(tx);
  const [row] = rows;
  return row ? actorFrom(row, row.held, null) : null;
}
