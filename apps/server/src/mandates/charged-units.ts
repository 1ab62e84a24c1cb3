import { isTerritorial, type UnitKind } from '@duban/organisation/unit-kind';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import { todayOf } from './today.ts';

type Charge = {
  readonly lineUnitId: string | null;
  readonly territorialUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
};

const lineKinds: readonly UnitKind[] = ['government', 'leading_group', 'command_post', 'department', 'cppcc'];

/**
 * The units that are to be charged exist today, and each is of a kind that can do its part.
 *
 * @throws Problem `directive.unit_unknown`, `directive.not_line_unit`, `directive.not_territorial`
 */
export async function demandCharge(
  ctx: Ctx,
  { lineUnitId, territorialUnitIds, supportUnitIds }: Charge,
): Promise<void> {
  const units = await unitNames(ctx.tx, ctx.actor.jurisdictionId, todayOf(ctx));
  const kinds = new Map(units.map((unit) => [unit.id, unit.kind]));
  const kindOf = (id: string): UnitKind => {
    const kind = kinds.get(id);
    if (!kind) throw problem('directive.unit_unknown');
    return kind;
  };
  if (lineUnitId !== null && !lineKinds.includes(kindOf(lineUnitId))) throw problem('directive.not_line_unit');
  if (territorialUnitIds.some((id) => !isTerritorial(kindOf(id)))) throw problem('directive.not_territorial');
  supportUnitIds.forEach(kindOf);
}
