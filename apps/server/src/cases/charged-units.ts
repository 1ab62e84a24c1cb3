import type { UnitToCharge } from '@duban/cases/dispatch';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { todayOf } from './today.ts';

/**
 * Units as the domain wants them: with their kind and with the units above them, nearest first, up to but without the
 * government of the jurisdiction (it is above everybody, so it says nothing about whose line it is).
 *
 * @throws Problem `case.unit_unknown` when one does not exist today in the own jurisdiction
 */
export async function unitsToCharge(ctx: Ctx, ids: readonly string[]): Promise<UnitToCharge[]> {
  const known = await knownUnits(ctx, ids);
  return ids.map((id) => {
    const unit = known.get(id);
    if (!unit) throw problem('case.unit_unknown');
    return unit;
  });
}

export async function unitToCharge(ctx: Ctx, id: string): Promise<UnitToCharge> {
  const [unit] = await unitsToCharge(ctx, [id]);
  if (!unit) throw problem('case.unit_unknown');
  return unit;
}

async function knownUnits(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, UnitToCharge>> {
  const { jurisdictionId } = ctx.actor;
  const today = todayOf(ctx);
  const { rows } = await sql<{ id: string; kind: string; path: string }>`
    select id, kind, path::text as path from units
    where id = any(${[...ids]}::uuid[]) and jurisdiction_id = ${jurisdictionId}
      and valid_from <= ${today} and (valid_to is null or valid_to > ${today})`.execute(ctx.tx);
  return new Map(
    rows.map(({ id, kind, path }) => {
      const line = path.split('.').map((label) => label.replaceAll('_', '-'));
      return [id, { id, kind, line: line.reverse().filter((above) => above !== jurisdictionId) }];
    }),
  );
}
