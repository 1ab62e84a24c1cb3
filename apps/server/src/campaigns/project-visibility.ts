import { type Actor, hasRole } from '@duban/kit/actor';
import { type RawBuilder, sql } from 'kysely';
import { concernsOwnLine } from '../organisation/module.ts';

/** Handlers see the projects of their own line; everybody else who works in the jurisdiction sees all. A condition on `p`. */
export function visibleProject(actor: Actor): RawBuilder<boolean> {
  if (hasRole(actor, 'dispatcher', 'leader', 'inspector', 'cppcc_member', 'cppcc_office')) return sql<boolean>`true`;
  return concernsOwnLine(actor, ['p.line_unit_id', 'p.territorial_unit_id']);
}
