import { type Point, distanceMetres } from '@duban/kit/point';

/**
 * Where a case is: a point, a line (“沿沈本产业大道两侧”) or nothing but words (“中电投对面”). Coordinates are kept as
 * CGCS2000 longitude and latitude; `givenAs` remembers in which system they arrived, because a mixed-up system shifts
 * a point by 300 to 700 m and somebody will want to know.
 */
export type Place = {
  /** landmark, address or road, always there so that a list can be read without a map */
  readonly text: string;
  readonly geometry: Geometry | null;
};

export type Geometry =
  | {
      readonly type: 'point';
      readonly crs: 'CGCS2000';
      readonly point: Point;
      readonly givenAs: CoordinateSystem;
      readonly accuracyMetres: number | null;
    }
  | {
      readonly type: 'line';
      readonly crs: 'CGCS2000';
      readonly points: readonly Point[];
      readonly givenAs: CoordinateSystem;
      readonly accuracyMetres: number | null;
    };

export const coordinateSystems = ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** The one point that stands for the place: the point itself, or the middle of the line by length. */
export function representativePoint({ geometry }: Place): Point | null {
  if (geometry === null) return null;
  return geometry.type === 'point' ? geometry.point : middleOf(geometry.points);
}

function middleOf(points: readonly Point[]): Point | null {
  const [first] = points;
  if (!first) return null;
  const lengths = points.slice(1).map((point, index) => distanceMetres(points[index]!, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    if (left > length) {
      left -= length;
      continue;
    }
    const [from, to] = [points[index]!, points[index + 1]!];
    const share = length === 0 ? 0 : left / length;
    return {
      longitude: from.longitude + (to.longitude - from.longitude) * share,
      latitude: from.latitude + (to.latitude - from.latitude) * share,
    };
  }
  return points.at(-1) ?? first;
}
