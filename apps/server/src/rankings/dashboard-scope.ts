import { periodOf } from '@duban/calendar/period';
import type { Weekday } from '@duban/calendar/civil-date';
import { windowOfPeriod } from '@duban/rankings/cohort';
import { whyNotOpenLists } from '@duban/rankings/lists';
import { hasRole } from '@duban/kit/actor';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import type { OpenScope } from './dashboard-cases.ts';
import { todayOf } from './today.ts';
import { readUnitTree, type TreeUnit, type UnitTree, unitsBelow } from './unit-tree.ts';

/** Whose dashboard it is: those who look after everything see the jurisdiction, a unit sees itself. */
export type DashboardScope = { readonly tree: UnitTree; readonly unit: TreeUnit; readonly open: OpenScope };

export async function dashboardScope(ctx: Ctx, unitId: string | undefined, weekStart: number): Promise<DashboardScope> {
  const { actor } = ctx;
  const tree = await readUnitTree(ctx, actor.jurisdictionId);
  const unit = tree.get(unitId ?? ownScope(ctx));
  if (!unit) throw problem('record.not_found');
  if (unitId !== undefined && unitId !== ownScope(ctx) && whyNotOpenLists(actor, unit.line) !== null) {
    throw problem('dashboard.outside');
  }
  const week = periodOf('week', todayOf(ctx), { weekStart: weekStart as Weekday });
  const unitIds = unit.id === actor.jurisdictionId ? null : unitsBelow(tree, unit.id);
  return {
    tree,
    unit,
    open: { jurisdictionId: actor.jurisdictionId, now: ctx.now(), weekEnds: windowOfPeriod(week).until, unitIds },
  };
}

/**
 * Leaders, handlers begin with their own unit; dispatchers and inspectors look after the jurisdiction. The CPPCC and
 * the auditor read its totals; its lists stay closed to them.
 */
function ownScope({ actor }: Ctx): string {
  const forItsOwn = hasRole(actor, 'leader', 'handler') && !hasRole(actor, 'dispatcher', 'inspector');
  return forItsOwn ? actor.unitId : actor.jurisdictionId;
}
