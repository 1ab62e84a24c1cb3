import { toCgcs2000 } from '@duban/cases/coordinates';
import { type Geometry, type Place, representativePoint } from '@duban/cases/place';
import type { PlaceInput } from '@duban/contract/places';
import type * as contract from '@duban/contract/places';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Point } from '@duban/kit/point';
import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { territoryAt, unitLineOf, unitRefs } from '../organisation/module.ts';

/**
 * A place as it is kept. Digits below a tenth of a metre are rounding of the conversion and are dropped.
 *
 * @throws Problem `place.missing`, `place.coordinates_unlabelled`, `place.coordinates_unknown`
 */
export function placeOf({ text, geometry }: z.output<typeof PlaceInput>): Place {
  if (text === '' && geometry === null) throw problem('place.missing');
  return { text, geometry: geometry && geometryOf(geometry) };
}

type GeometryInput = NonNullable<z.output<typeof PlaceInput>['geometry']>;

function geometryOf(given: GeometryInput): Geometry {
  const { crs, accuracyMetres } = given;
  if (given.type === 'point') {
    const { point, givenAs } = converted({ longitude: given.longitude, latitude: given.latitude }, crs);
    return { type: 'point', crs: 'CGCS2000', point, givenAs, accuracyMetres };
  }
  const points = given.points.map(([longitude, latitude]) => converted({ longitude, latitude }, crs));
  const [first] = points;
  if (!first) throw problem('place.missing');
  return {
    type: 'line',
    crs: 'CGCS2000',
    points: points.map(({ point }) => point),
    givenAs: first.givenAs,
    accuracyMetres,
  };
}

function converted(point: Point, crs: string | undefined) {
  const answer = toCgcs2000(point, crs);
  if ('refused' in answer) {
    demand(answer);
    throw problem('place.coordinates_unlabelled');
  }
  return { point: rounded(answer.point), givenAs: answer.givenAs };
}

const rounded = ({ longitude, latitude }: Point): Point => ({
  longitude: Math.round(longitude * 1e6) / 1e6,
  latitude: Math.round(latitude * 1e6) / 1e6,
});

/** The smallest territorial unit on whose ground the place lies; null without a point or outside of every boundary. */
export async function territoryOf(ctx: Ctx, place: Place): Promise<string | null> {
  const point = representativePoint(place);
  return point && ((await territoryAt(ctx.tx, ctx.actor.jurisdictionId, point))?.unitId ?? null);
}

export async function locatePlace(
  ctx: Ctx,
  { longitude, latitude, crs }: Input<typeof contract.locatePlace>,
): Promise<Reply<typeof contract.locatePlace>> {
  const { point } = converted({ longitude, latitude }, crs);
  const territory = await territoryAt(ctx.tx, ctx.actor.jurisdictionId, point);
  if (!territory) return { point, units: [] };
  const line = await unitLineOf(ctx.tx, territory.unitId);
  const refs = await unitRefs(ctx.tx, line);
  const units = line.flatMap((id) => refs.get(id) ?? []);
  return { point, units: units.filter(({ kind }) => ['grid', 'community', 'street'].includes(kind)) };
}
