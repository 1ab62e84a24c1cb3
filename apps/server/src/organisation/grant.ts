import type { Role } from '@duban/kit/actor';
import { whyNotGrant, whyNotRoleIn, whyNotTogether } from '@duban/organisation/roles';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import type { Position } from './person.store.ts';
import { demandUnitInScope } from './scope.ts';
import { existsOn, findUnit } from './unit.store.ts';

/** May this position be given? Throws the Problem that says why not. */
export async function demandGrant(
  ctx: Ctx,
  personId: string | null,
  held: readonly Position[],
  wanted: Omit<Position, 'id'>,
): Promise<void> {
  if (personId !== null) demand(whyNotGrant(ctx.actor, personId));
  const unit = await findUnit(ctx, wanted.unitId);
  await demandUnitInScope(ctx, wanted.unitId, 'position.outside');
  demand(whyNotRoleIn(unit.kind, wanted.role));
  if (!existsOn(unit, wanted.validFrom)) throw problem('unit.closed');
  const tooLate = unit.validTo !== null && (wanted.validTo === null || wanted.validTo > unit.validTo);
  if (tooLate || (wanted.validTo !== null && wanted.validTo <= wanted.validFrom)) {
    throw problem('position.wrong_period');
  }
  const atOnce = held.filter((position) => overlap(position, wanted));
  demand(
    whyNotTogether(
      atOnce.map((position) => position.role),
      wanted.role,
    ),
  );
  if (atOnce.some((position) => position.unitId === wanted.unitId && position.role === wanted.role)) {
    throw problem('position.exists');
  }
}

function overlap(one: Omit<Position, 'id'>, other: Omit<Position, 'id'>): boolean {
  const [oneTo, otherTo] = [one.validTo ?? '9999-12-31', other.validTo ?? '9999-12-31'];
  return one.validFrom < otherTo && other.validFrom < oneTo;
}

/**
 * Somebody must always be able to manage accounts. Refuses when, without these positions, no other active person would
 * hold the role of security administrator in the jurisdiction from that day on. The rows are locked, so that two
 * administrators cannot remove each other at once.
 */
export async function demandAnotherSecurityAdmin(ctx: Ctx, leaving: readonly Position[], on: string): Promise<void> {
  const ids = leaving.filter((position) => position.role === ('security_admin' satisfies Role)).map(({ id }) => id);
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select p.id from positions p join people on people.id = p.person_id
    where p.jurisdiction_id = ${ctx.actor.jurisdictionId} and p.role = 'security_admin'
      and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on}) and people.deactivated_at is null
    order by p.id for update of p`.execute(ctx.tx);
  if (rows.every((row) => ids.includes(row.id))) throw problem('position.last_security_admin');
}
