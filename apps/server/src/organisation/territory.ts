import { isInside, type Point, type Polygon } from '@duban/kit/point';
import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import { lineOfPath } from './unit.queries.ts';

/**
 * Whose ground a point lies on. Boundaries are few and read often, so they are kept in memory per jurisdiction; a
 * revision that the database changes with every change of a unit or boundary says when they must be read again, in this
 * process and in every other.
 */
export type Territory = {
  /** the smallest territorial unit that holds the point */
  readonly unitId: string;
  readonly gridId: string | null;
  readonly communityId: string | null;
  readonly streetId: string | null;
};

type Ground = {
  readonly unitId: string;
  readonly kind: string;
  readonly depth: number;
  readonly line: readonly string[];
  readonly ring: Polygon;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
};

type TerritoryMap = {
  readonly revision: string;
  readonly grounds: readonly Ground[];
  readonly kinds: ReadonlyMap<string, string>;
};

const maps = new Map<string, TerritoryMap>();

/** @returns null when the point lies outside of every boundary of the jurisdiction */
export async function territoryAt(tx: Tx, jurisdictionId: string, point: Point): Promise<Territory | null> {
  const { grounds, kinds } = await mapOf(tx, jurisdictionId);
  const { longitude, latitude } = point;
  // Smallest first: a grid says more than its community, a community more than its street.
  const found = grounds.find(
    ({ ring, west, east, south, north }) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north && isInside(point, ring),
  );
  if (!found) return null;
  const ofKind = (kind: string) => found.line.find((id) => kinds.get(id) === kind) ?? null;
  return {
    unitId: found.unitId,
    gridId: ofKind('grid'),
    communityId: ofKind('community'),
    streetId: ofKind('street'),
  };
}

async function mapOf(tx: Tx, jurisdictionId: string): Promise<TerritoryMap> {
  const row = await tx
    .selectFrom('organisation_revisions')
    .select('revision')
    .where('jurisdiction_id', '=', jurisdictionId)
    .executeTakeFirst();
  const revision = row?.revision ?? 'none';
  const known = maps.get(jurisdictionId);
  if (known?.revision === revision) return known;
  const read = { revision, ...(await readGrounds(tx, jurisdictionId)) };
  maps.set(jurisdictionId, read);
  return read;
}

async function readGrounds(tx: Tx, jurisdictionId: string): Promise<Omit<TerritoryMap, 'revision'>> {
  const { rows } = await sql<{ id: string; kind: string; path: string; ring: [number, number][] | null }>`
    select u.id, u.kind, u.path::text as path, a.ring
    from units u left join areas a on a.unit_id = u.id
    where u.jurisdiction_id = ${jurisdictionId} and u.kind in ('street', 'community', 'grid')
      and (u.valid_to is null or u.valid_to > current_date)`.execute(tx);
  const grounds = rows.flatMap(({ id, kind, path, ring }) => {
    if (!ring) return [];
    const line = lineOfPath(path);
    const longitudes = ring.map(([longitude]) => longitude);
    const latitudes = ring.map(([, latitude]) => latitude);
    return {
      unitId: id,
      kind,
      depth: line.length,
      line,
      ring: ring.map(([longitude, latitude]) => ({ longitude, latitude })),
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
    };
  });
  grounds.sort((one, other) => other.depth - one.depth);
  return { grounds, kinds: new Map(rows.map(({ id, kind }) => [id, kind])) };
}
