import { type Actor, hasRole } from '@duban/kit/actor';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';

/**
 * Whose cases somebody may see: dispatchers, inspectors and leaders those of their jurisdiction; a handler those in
 * which the own unit, or a unit below it, is the line unit, the territorial unit or the one that acts.
 */
export type Scope = { readonly kind: 'jurisdiction' } | { readonly kind: 'units'; readonly unitIds: readonly string[] };

export async function scopeOf(tx: Tx, actor: Actor): Promise<Scope> {
  if (hasRole(actor, 'dispatcher', 'inspector', 'leader')) return { kind: 'jurisdiction' };
  return { kind: 'units', unitIds: await unitAndBelow(tx, actor.jurisdictionId, actor.unitId) };
}

/** The unit and every unit below it, also closed ones: their cases do not disappear with them. */
export async function unitAndBelow(tx: Tx, jurisdictionId: string, unitId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from units u join units top on u.path <@ top.path
    where top.id = ${unitId} and top.jurisdiction_id = ${jurisdictionId} and u.jurisdiction_id = ${jurisdictionId}
    order by u.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The columns by which a unit takes part in a case. */
export const sides = {
  line: 'line_unit_id',
  territorial: 'territorial_unit_id',
  handling: 'handling_unit_id',
  assigned: 'assigned_unit_id',
} as const;
export type Side = keyof typeof sides;
export const allSides = Object.keys(sides) as Side[];

/** The condition on a row `c` of `cases`. */
export function visibleIn(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === 'jurisdiction') return sql<boolean>`true`;
  const takesPart = allSides.map((side) => sql`${sql.ref(`c.${sides[side]}`)} = any(${[...scope.unitIds]}::uuid[])`);
  return sql<boolean>`(${sql.join(takesPart, sql` or `)})`;
}
