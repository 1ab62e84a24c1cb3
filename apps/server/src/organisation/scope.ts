import type { ProblemCode } from '@duban/contract/problems';
import type { Actor } from '@duban/kit/actor';
import { territorialKinds } from '@duban/organisation/unit-kind';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { problem } from '../kernel/problem.ts';

/**
 * How far an administrator reaches. An administrator of a street, community or grid administers that ground and what is
 * below it; one of a department or of the government administers the whole jurisdiction, because a department's own
 * subtree is not where accounts are kept (the data bureau of a district looks after everybody's).
 */
export async function administrativeRoot(tx: Tx, actor: Pick<Actor, 'unitLine' | 'jurisdictionId'>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from units where id = any(${[...actor.unitLine]}::uuid[]) and kind = any(${[...territorialKinds]}::text[])
    order by nlevel(path) desc limit 1`.execute(tx);
  return rows[0]?.id ?? actor.jurisdictionId;
}

/** Is the unit the root itself or below it? False also when either does not exist. */
export async function isBelow(tx: Tx, unitId: string, rootId: string): Promise<boolean> {
  const { rows } = await sql<{ below: boolean }>`
    select exists (select from units u join units r on u.path <@ r.path where u.id = ${unitId} and r.id = ${rootId})
      as below`.execute(tx);
  return rows[0]!.below;
}

/** Refuses an administrator whose territory does not hold the unit. */
export async function demandUnitInScope(ctx: Ctx, unitId: string, code: ProblemCode = 'unit.outside'): Promise<void> {
  if (!(await isBelow(ctx.tx, unitId, await administrativeRoot(ctx.tx, ctx.actor)))) throw problem(code);
}

/**
 * Refuses an administrator who would change somebody who also holds, today or later, a position outside of the
 * administrator's territory.
 */
export async function demandPersonInScope(ctx: Ctx, personId: string, today: string): Promise<void> {
  const root = await administrativeRoot(ctx.tx, ctx.actor);
  const { rows } = await sql<{ outside: boolean }>`
    select exists (
      select from positions p join units u on u.id = p.unit_id, units r
      where r.id = ${root} and p.person_id = ${personId} and (p.valid_to is null or p.valid_to > ${today})
        and not u.path <@ r.path) as outside`.execute(ctx.tx);
  if (rows[0]!.outside) throw problem('person.outside');
}
