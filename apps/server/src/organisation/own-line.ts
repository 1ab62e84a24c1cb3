import type { Actor } from '@duban/kit/actor';
import { type RawBuilder, sql } from 'kysely';

/**
 * The records that concern the unit of the person who acts: one of their units is the own one, one above it up to but
 * without the government (which stands above everybody), or one below it. A condition on the columns that hold units.
 *
 * @param columns for example `t.line_unit_id`
 */
export function concernsOwnLine(actor: Actor, columns: readonly [string, ...string[]]): RawBuilder<boolean> {
  const above = actor.unitLine.filter((unitId) => unitId === actor.unitId || unitId !== actor.jurisdictionId);
  const refs = columns.map((column) => sql.ref(column));
  const own = refs.map((ref) => sql`${ref} = any(${above}::uuid[])`);
  return sql<boolean>`(
    ${sql.join(own, sql` or `)}
    or exists (select from units u join units top on u.path <@ top.path
      where top.id = ${actor.unitId} and u.id in (${sql.join(refs)})))`;
}
