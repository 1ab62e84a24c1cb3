import { type Actor, hasRole } from '@duban/kit/actor';
import { type RawBuilder, sql } from 'kysely';

/**
 * Whose tasks somebody may see: dispatchers, leaders and inspectors all of their jurisdiction; a handler those of the
 * own unit, of the units above it up to but without the government, and of the units below it. A condition on `t`.
 */
export function visibleTask(actor: Actor): RawBuilder<boolean> {
  if (hasRole(actor, 'dispatcher', 'leader', 'inspector')) return sql<boolean>`true`;
  const above = actor.unitLine.filter((unitId) => unitId === actor.unitId || unitId !== actor.jurisdictionId);
  return sql<boolean>`(
    t.line_unit_id = any(${above}::uuid[]) or t.territorial_unit_id = any(${above}::uuid[])
    or exists (select from units u join units top on u.path <@ top.path
      where top.id = ${actor.unitId} and u.id in (t.line_unit_id, t.territorial_unit_id)))`;
}
