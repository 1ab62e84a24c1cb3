/**
 * Is a boundary a simple polygon with an area? Dispatch decides by even-odd counting, which gives wrong answers inside
 * an outline that crosses itself.
 */
export type OutlinePoint = readonly [longitude: number, latitude: number];

/** @returns the index of the first ring that crosses itself, repeats a point or has no area; null when all are sound */
export function firstBrokenRing(rings: readonly (readonly OutlinePoint[])[]): number | null {
  const index = rings.findIndex((ring) => !isSimple(ring));
  return index === -1 ? null : index;
}

function isSimple(ring: readonly OutlinePoint[]): boolean {
  const count = ring.length;
  if (count < 3 || doubledArea(ring) === 0) return false;
  if (new Set(ring.map((point) => point.join())).size !== count) return false;
  // Edges are compared after sorting by their western end, so that an outline of thousands of points stays cheap.
  const edges = ring.map((a, i) => {
    const b = ring[(i + 1) % count]!;
    return { i, a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
  });
  edges.sort((one, other) => one.west - other.west);
  for (let first = 0; first < count; first++) {
    const one = edges[first]!;
    for (let second = first + 1; second < count && edges[second]!.west <= one.east; second++) {
      const other = edges[second]!;
      const apart = Math.abs(one.i - other.i);
      const neighbours = apart === 1 || apart === count - 1;
      if (!neighbours && cross(one.a, one.b, other.a, other.b)) return false;
    }
  }
  return true;
}

function doubledArea(ring: readonly OutlinePoint[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

const side = (a: OutlinePoint, b: OutlinePoint, c: OutlinePoint) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

function cross(a: OutlinePoint, b: OutlinePoint, c: OutlinePoint, d: OutlinePoint): boolean {
  const [ac, ad, ca, cb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (ac !== ad && ca !== cb) return true;
  return (
    (ac === 0 && between(a, b, c)) ||
    (ad === 0 && between(a, b, d)) ||
    (ca === 0 && between(c, d, a)) ||
    (cb === 0 && between(c, d, b))
  );
}

function between(a: OutlinePoint, b: OutlinePoint, point: OutlinePoint): boolean {
  return [0, 1].every(
    (axis) => Math.min(a[axis]!, b[axis]!) <= point[axis]! && point[axis]! <= Math.max(a[axis]!, b[axis]!),
  );
}
