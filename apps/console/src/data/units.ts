import { listAreas, listUnits, type UnitRow } from '@duban/contract/organisation';
import type { MapArea } from '@duban/ui/map-shapes';
import { useMemo } from 'react';
import { useQueryOf } from './use-query-of.ts';

const HOUR = 3_600_000;

/** The whole tree of units that exist today, parents before children. Hundreds, not thousands: one answer. */
export function useUnits(): readonly UnitRow[] {
  return useQueryOf(listUnits, {}, { staleTime: HOUR }).data?.units ?? none;
}

const none: readonly UnitRow[] = [];

/** The boundaries of streets (`depth: 'street'`) or of communities as areas of a map. */
export function useMapAreas(kind: 'street' | 'community'): readonly MapArea[] {
  const { data } = useQueryOf(listAreas, {}, { staleTime: HOUR });
  return useMemo(
    () =>
      (data?.areas ?? [])
        .filter((area) => area.unit.kind === kind)
        .map((area) => ({ id: area.unit.id, name: area.unit.shortName, rings: area.rings })),
    [data, kind],
  );
}

export type UnitTree = {
  readonly value: string;
  readonly title: string;
  readonly disabled: boolean;
  readonly children: readonly UnitTree[];
};

/**
 * Units as a tree for choosing. Units that may not be chosen stay as steps of the way down to those that may; branches
 * without any that may be chosen are left out.
 */
export function unitTree(units: readonly UnitRow[], mayChoose: (unit: UnitRow) => boolean): readonly UnitTree[] {
  const childrenOf = Map.groupBy(units, (unit) => unit.parentId);
  const known = new Set(units.map((unit) => unit.id));
  const branch = (unit: UnitRow): UnitTree[] => {
    const children = (childrenOf.get(unit.id) ?? []).flatMap(branch);
    const may = mayChoose(unit);
    return may || children.length ? [{ value: unit.id, title: unit.name, disabled: !may, children }] : [];
  };
  return units.filter((unit) => unit.parentId === null || !known.has(unit.parentId)).flatMap(branch);
}
