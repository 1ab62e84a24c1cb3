import { isInside, type Polygon } from '@duban/kit/point';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutAreas, type Ring } from './areas.ts';
import { communityUnits, demoUnit, streetUnits } from './units.ts';

const { rings, river } = layOutAreas();
const polygon = (ring: Ring): Polygon => ring.map(([longitude, latitude]) => ({ longitude, latitude }));
const polygons = new Map([...rings].map(([key, ring]) => [key, polygon(ring)]));

/** twice the signed area, in square millionths of a degree: whole numbers, so sums are exact */
function doubleArea(ring: Ring): bigint {
  const whole = ring.map(([x, y]) => [BigInt(Math.round(x * 1e6)), BigInt(Math.round(y * 1e6))] as const);
  return whole.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = whole[(i + 1) % whole.length]!;
    return sum + x * nextY - nextX * y;
  }, 0n);
}

test('every street and community has a ring, all anticlockwise', () => {
  expect(rings.size).toBe(1 + streetUnits.length + communityUnits.length);
  for (const ring of rings.values()) expect(doubleArea(ring) > 0n).toBe(true);
});

test('communities fill their street and streets fill the district, to the last square of the grid', () => {
  const sum = (keys: readonly string[]): bigint => keys.reduce((total, key) => total + doubleArea(rings.get(key)!), 0n);
  expect(sum(streetUnits.map((s) => s.key))).toBe(doubleArea(rings.get('district')!));
  for (const street of streetUnits) {
    const within = communityUnits.filter((c) => c.parent === street.key).map((c) => c.key);
    expect(sum(within)).toBe(doubleArea(rings.get(street.key)!));
  }
});

test('each point of the district is in exactly one community, and in that community’s street', () => {
  const longitudes = rings.get('district')!.map(([x]) => x);
  const latitudes = rings.get('district')!.map(([, y]) => y);
  const within = (values: readonly number[]): fc.Arbitrary<number> =>
    fc.double({ min: Math.min(...values), max: Math.max(...values), noNaN: true });
  const found = { inside: 0, outside: 0 };
  fc.assert(
    fc.property(fc.record({ longitude: within(longitudes), latitude: within(latitudes) }), (point) => {
      const inside = isInside(point, polygons.get('district')!);
      const holders = communityUnits.filter((c) => isInside(point, polygons.get(c.key)!));
      expect(holders).toHaveLength(inside ? 1 : 0);
      found[inside ? 'inside' : 'outside']++;
      if (inside) expect(isInside(point, polygons.get(demoUnit(holders[0]!.parent!).key)!)).toBe(true);
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(found.inside).toBeGreaterThan(200);
  expect(found.outside).toBeGreaterThan(50);
});

test('no ring crosses itself', () => {
  for (const [key, ring] of rings) {
    const crossing = ring.findIndex((a, i) =>
      ring.some((c, j) => {
        if (j <= i + 1 || (i === 0 && j === ring.length - 1)) return false;
        return cross(a, ring[i + 1]!, c, ring[(j + 1) % ring.length]!);
      }),
    );
    expect({ key, crossing }).toEqual({ key, crossing: -1 });
  }
});

function cross(a: Ring[number], b: Ring[number], c: Ring[number], d: Ring[number]): boolean {
  const side = (p: Ring[number], q: Ring[number], r: Ring[number]): number =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

test('the river crosses the district from edge to edge along borders of streets', () => {
  const edge = new Set(rings.get('district')!.map(String));
  expect(edge.has(String(river[0]))).toBe(true);
  expect(edge.has(String(river.at(-1)))).toBe(true);
  expect(river.length).toBeGreaterThan(20);
  const borders = new Set(streetUnits.flatMap((s) => rings.get(s.key)!.map(String)));
  for (const point of river) expect(borders.has(String(point))).toBe(true);
});

test('the district lies within China, in the size of a town', () => {
  const longitudes = rings.get('district')!.map(([x]) => x);
  const latitudes = rings.get('district')!.map(([, y]) => y);
  expect(Math.min(...longitudes)).toBeGreaterThan(73.5);
  expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(0.2);
  expect(Math.max(...latitudes)).toBeLessThan(53.6);
  expect(layOutAreas().rings).toEqual(rings);
});
