/** A place on the ground: CGCS2000 longitude and latitude in degrees (equal to WGS 84 above metre level). */
export type Point = { readonly longitude: number; readonly latitude: number };

const EARTH_RADIUS_METRES = 6_371_008.8;

/** Great-circle distance in metres (haversine on the mean earth radius). */
export function distanceMetres(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const dLatitude = (b.latitude - a.latitude) * radians;
  const dLongitude = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A ring of points without a repeated last point. */
export type Polygon = readonly Point[];

/**
 * Is the point inside the ring (even-odd rule)? A point on an edge shared by two polygons is inside exactly one of
 * them, because edges are half-open in latitude.
 */
export function isInside(point: Point, ring: Polygon): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    const crosses = a.latitude > point.latitude !== b.latitude > point.latitude;
    if (!crosses) continue;
    const at = a.longitude + ((point.latitude - a.latitude) / (b.latitude - a.latitude)) * (b.longitude - a.longitude);
    if (point.longitude < at) inside = !inside;
  }
  return inside;
}
