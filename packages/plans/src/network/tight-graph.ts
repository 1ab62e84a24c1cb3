import { type FlatNetwork, NONE } from './flat-network.ts';
import { arrivesAtFinish, leavesFinish, placeFromStart } from './moments.ts';
import { fixedFloor, leastAfterLink } from './passes.ts';
import { leastLag } from './lever.ts';

/**
 * What holds some late rows where they are: the beginnings and ends of activities as nodes, and between them the work
 * and the links that have no day to spare. A source stands for today and for fixed dates, a sink for the late rows.
 * Arcs that can give a day carry 1, the others cannot be cut.
 */
export type TightGraph = {
  readonly nodes: number;
  readonly source: number;
  readonly sink: number;
  readonly arcs: readonly TightArc[];
};

export type TightArc = { readonly from: number; readonly to: number; readonly lever: Lever | null };

export type Lever = { readonly kind: 'work' | 'lag'; readonly at: number };

/** @param withLags whether links may be tightened too */
export function tightGraph(
  flat: FlatNetwork,
  places: Int32Array,
  late: readonly number[],
  withLags: boolean,
): TightGraph {
  const source = flat.activities.length * 2;
  const sink = source + 1;
  const arcs: TightArc[] = [];
  const known = new Set<number>();
  const queue: number[] = [];
  const arc = (from: number, to: number, lever: Lever | null) => {
    arcs.push({ from, to, lever });
    if (from === source || known.has(from)) return;
    known.add(from);
    queue.push(from);
  };
  for (const row of late) arc(finishOf(row), sink, null);
  for (const node of queue) {
    const row = node >> 1;
    const held = heldBy(flat, places, row, withLags);
    for (const { atFinish, from, lever } of held.links) {
      if (atFinish === isFinish(node)) arc(from, node, lever);
    }
    if (held.byItself) arc(source, startOf(row), null);
    if (isFinish(node)) arc(startOf(row), node, workLever(flat, row));
    // A row that its end holds: its beginning follows the end, and shortening it would only move that later.
    else if (held.links.some(({ atFinish }) => atFinish)) arc(finishOf(row), node, null);
  }
  return { nodes: sink + 1, source, sink, arcs };
}

const startOf = (row: number) => row * 2;
const finishOf = (row: number) => row * 2 + 1;
const isFinish = (node: number) => node % 2 === 1;

type Held = {
  readonly byItself: boolean;
  readonly links: readonly { readonly atFinish: boolean; readonly from: number; readonly lever: Lever | null }[];
};

function heldBy(flat: FlatNetwork, places: Int32Array, row: number, withLags: boolean): Held {
  const { rows, arriving, ends, timing } = flat;
  if (rows.finishedAt[row] !== NONE) return { byItself: true, links: [] };
  const place = places[row]!;
  const byItself = place <= placeFromStart(flat, row, flat.today) || place <= fixedFloor(flat, row);
  const links = [];
  for (let next = arriving.begin[row]!; next < arriving.begin[row + 1]!; next++) {
    const link = arriving.link[next]!;
    if (leastAfterLink(flat, places, link) < place) continue;
    const kind = timing.kind[link]!;
    const before = ends.from[link]!;
    const begun = rows.startedAt[before] !== NONE;
    // The beginning of what has begun is a fact like today.
    if (begun && !leavesFinish(kind)) return { byItself: true, links: [] };
    const from = leavesFinish(kind) ? finishOf(before) : startOf(before);
    const tightens = withLags && leastLag(flat, link) < timing.lag[link]!;
    links.push({ atFinish: arrivesAtFinish(kind), from, lever: tightens ? { kind: 'lag' as const, at: link } : null });
  }
  return { byItself, links };
}

function workLever(flat: FlatNetwork, row: number): Lever | null {
  return flat.rows.leastWork[row]! < flat.rows.work[row]! ? { kind: 'work', at: row } : null;
}
