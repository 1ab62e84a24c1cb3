import { type Actor, hasRole } from '@duban/kit/actor';
import { type RawBuilder, sql } from 'kysely';
import { concernsOwnLine } from '../organisation/module.ts';

/**
 * Whose tasks somebody may see: dispatchers, leaders and inspectors all of their jurisdiction; a handler those of the
 * own unit, of the units above it up to but without the government, and of the units below it. A condition on `t`.
 */
export function visibleTask(actor: Actor): RawBuilder<boolean> {
  if (hasRole(actor, 'dispatcher', 'leader', 'inspector')) return sql<boolean>`true`;
  return concernsOwnLine(actor, ['t.line_unit_id', 't.territorial_unit_id']);
}
