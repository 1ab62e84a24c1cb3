import { seededRandom } from './random.ts';

/**
 * A plane divided among seeds: Voronoi cells whose shared edges are bent by midpoint displacement, so that the map
 * looks like ground and not like a drawing board. Two neighbours walk the very same points along their border, so
 * cells neither overlap nor leave gaps. Ghost seeds stand around the real ones and give the outer border its shape.
 *
 * Bending never makes borders cross: a bent edge stays inside the two triangles between the edge and the seeds on its
 * sides, and those triangles do not overlap for different edges, because Voronoi cells are convex.
 */
export type Place = { readonly x: number; readonly y: number };

export type Border = {
  readonly left: number;
  /** the cell on the other side; a number ≥ `count` is a ghost */
  readonly right: number;
  readonly from: string;
  readonly to: string;
  /** the points from `from` to `to`, both included */
  readonly line: readonly Place[];
};

export type Tessellation = { readonly count: number; readonly borders: readonly Border[] };

type Side = { readonly neighbour: number; readonly a: Place };

const sub = (a: Place, b: Place): Place => ({ x: a.x - b.x, y: a.y - b.y });
const dot = (a: Place, b: Place): number => a.x * b.x + a.y * b.y;

/** Clips a convex cell to the points nearer to `own` than to `other`; sides carry the neighbour behind them. */
function clip(cell: readonly Side[], own: Place, other: Place, neighbour: number): Side[] {
  const middle = { x: (own.x + other.x) / 2, y: (own.y + other.y) / 2 };
  const normal = sub(other, own);
  const beyond = (p: Place): number => dot(sub(p, middle), normal);
  const kept: Side[] = [];
  cell.forEach((side, i) => {
    const b = cell[(i + 1) % cell.length]!.a;
    const da = beyond(side.a);
    const db = beyond(b);
    const cut = (): Place => {
      const t = da / (da - db);
      return { x: side.a.x + t * (b.x - side.a.x), y: side.a.y + t * (b.y - side.a.y) };
    };
    if (da <= 0) {
      kept.push(side);
      if (db > 0) kept.push({ neighbour, a: cut() });
    } else if (db <= 0) kept.push({ neighbour: side.neighbour, a: cut() });
  });
  return kept;
}

function cellOf(i: number, seeds: readonly Place[]): Side[] {
  const far = 1e3;
  const corners = [
    { x: -far, y: -far },
    { x: far, y: -far },
    { x: far, y: far },
    { x: -far, y: far },
  ];
  let cell: Side[] = corners.map((a) => ({ neighbour: -1, a }));
  seeds.forEach((seed, j) => {
    if (j !== i) cell = clip(cell, seeds[i]!, seed, j);
  });
  return cell;
}

/** Moves each of the first `count` seeds to the middle of its cell (one round of Lloyd's algorithm). */
export function relax(seeds: readonly Place[], count: number): Place[] {
  return seeds.map((seed, i) => {
    if (i >= count) return seed;
    const cell = cellOf(i, seeds);
    let area = 0;
    let x = 0;
    let y = 0;
    cell.forEach(({ a }, k) => {
      const b = cell[(k + 1) % cell.length]!.a;
      const cross = a.x * b.y - b.x * a.y;
      area += cross;
      x += (a.x + b.x) * cross;
      y += (a.y + b.y) * cross;
    });
    return { x: x / (3 * area), y: y / (3 * area) };
  });
}

/** @param count how many of the seeds are real; the others are ghosts. */
export function tessellate(seeds: readonly Place[], count: number, seed: number): Tessellation {
  const vertices = new Map<string, Place>();
  const borders = new Map<string, Border>();
  for (let i = 0; i < count; i++) {
    const cell = cellOf(i, seeds);
    const corner = (k: number): string => {
      const [here, before] = [cell[k % cell.length]!, cell[(k + cell.length - 1) % cell.length]!];
      if (here.neighbour < 0 || before.neighbour < 0) throw new RangeError('a real seed lies outside the ghosts');
      const key = [i, here.neighbour, before.neighbour].toSorted((a, b) => a - b).join('-');
      if (!vertices.has(key)) vertices.set(key, here.a);
      return key;
    };
    cell.forEach((side, k) => {
      const [from, to] = [corner(k), corner(k + 1)];
      const known = borders.has(`${side.neighbour}-${i}`);
      if (known || side.neighbour === i) return;
      const [a, b] = [vertices.get(from)!, vertices.get(to)!];
      const random = seededRandom(seed).fork(`${Math.min(i, side.neighbour)}-${Math.max(i, side.neighbour)}`);
      const bend = (p: Place, q: Place, depth: number): Place[] => {
        if (depth === 0) return [q];
        const length = Math.hypot(q.x - p.x, q.y - p.y);
        const by = (random.next() - 0.5) * 0.44 * length;
        const middle = {
          x: (p.x + q.x) / 2 - ((q.y - p.y) / length) * by,
          y: (p.y + q.y) / 2 + ((q.x - p.x) / length) * by,
        };
        return [...bend(p, middle, depth - 1), ...bend(middle, q, depth - 1)];
      };
      const raw = [a, ...bend(a, b, 3)];
      const line = raw.map((p) => keepBetween(p, a, b, seeds[i]!, seeds[side.neighbour]!));
      borders.set(`${i}-${side.neighbour}`, { left: i, right: side.neighbour, from, to, line });
    });
  }
  return { count, borders: [...borders.values()] };
}

/** Pulls a bent point back to four tenths of the way to the seed on its side, measured along the height. */
function keepBetween(p: Place, a: Place, b: Place, left: Place, right: Place): Place {
  const along = sub(b, a);
  const length = Math.hypot(along.x, along.y);
  const t = Math.min(1, Math.max(0, dot(sub(p, a), along) / (length * length)));
  const offset = ((p.y - a.y) * along.x - (p.x - a.x) * along.y) / length;
  const heightOf = (seed: Place): { at: number; height: number } => ({
    at: dot(sub(seed, a), along) / (length * length),
    height: Math.abs((seed.y - a.y) * along.x - (seed.x - a.x) * along.y) / length,
  });
  const { at, height } = heightOf(offset >= 0 ? left : right);
  // a seed may lie beside its edge rather than over it: then the triangle leans, and the lower bound is its thin end
  const room = at <= 0 ? 1 - t : at >= 1 ? t : t < at ? t / at : (1 - t) / (1 - at);
  const limit = 0.4 * room * height;
  const kept = Math.max(-limit, Math.min(limit, offset));
  return {
    x: a.x + along.x * t - (along.y / length) * kept,
    y: a.y + along.y * t + (along.x / length) * kept,
  };
}

/**
 * The outline of a group of cells, anticlockwise, without a repeated last point.
 * @throws RangeError when the group is in several pieces or has a hole
 */
export function outline(of: Tessellation, belongs: (cell: number) => boolean): Place[] {
  const next = new Map<string, { to: string; line: readonly Place[] }>();
  for (const border of of.borders) {
    const [inLeft, inRight] = [belongs(border.left), border.right < of.count && belongs(border.right)];
    if (inLeft === inRight) continue;
    if (inLeft) next.set(border.from, { to: border.to, line: border.line });
    else next.set(border.to, { to: border.from, line: border.line.toReversed() });
  }
  const start = next.keys().next().value;
  if (start === undefined) throw new RangeError('no cell belongs to the group');
  const ring: Place[] = [];
  let at = start;
  let walked = 0;
  do {
    const step = next.get(at)!;
    ring.push(...step.line.slice(0, -1));
    at = step.to;
    walked++;
  } while (at !== start);
  if (walked !== next.size) throw new RangeError('the group is not one piece without holes');
  return ring;
}
