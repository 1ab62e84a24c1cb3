import type { UnitRef } from '@duban/contract/organisation';
import { memberFor } from '@duban/rankings/peer-group';
import { sql } from 'kysely';
import type { JobCtx } from '../kernel/context.ts';

/** The units of a jurisdiction as rankings need them: names, lines and which of them a case counts for. */
export type TreeUnit = UnitRef & {
  /** the unit itself and all units above it, nearest first */
  readonly line: readonly string[];
  readonly validFrom: string;
  /** first day on which the unit no longer exists */
  readonly validTo: string | null;
};

export type UnitTree = ReadonlyMap<string, TreeUnit>;

/** All units, closed ones too: an old case still belongs to the unit that had it. A county has a few thousand. */
export async function readUnitTree({ tx }: Pick<JobCtx, 'tx'>, jurisdictionId: string): Promise<UnitTree> {
  const { rows } = await sql<UnitRef & { path: string; validFrom: string; validTo: string | null }>`
    select id, name, short_name as "shortName", kind, path::text as path, valid_from as "validFrom",
      valid_to as "validTo"
    from units where jurisdiction_id = ${jurisdictionId}
    order by nlevel(path), code nulls last, name`.execute(tx);
  return new Map(
    rows.map(({ path, ...unit }) => {
      const line = path.split('.').map((label) => label.replaceAll('_', '-'));
      return [unit.id, { ...unit, line: line.reverse() }];
    }),
  );
}

export function unitRefOf({ id, name, shortName, kind }: TreeUnit): UnitRef {
  return { id, name, shortName, kind };
}

/** Existed on at least one day of the period. */
export function existedIn(unit: TreeUnit, { first, last }: { first: string; last: string }): boolean {
  return unit.validFrom <= last && (unit.validTo === null || unit.validTo > first);
}

/** Every unit whose cases count for one of the members, with that member. */
export function membersByUnit(tree: UnitTree, memberIds: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const unit of tree.values()) {
    const member = memberFor(unit.line, memberIds);
    if (member !== null) found.set(unit.id, member);
  }
  return found;
}

/** The unit and all units below it. */
export function unitsBelow(tree: UnitTree, unitId: string): string[] {
  return [...tree.values()].filter((unit) => unit.line.includes(unitId)).map((unit) => unit.id);
}
