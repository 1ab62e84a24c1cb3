import type { Lever, TightGraph } from './tight-graph.ts';

/**
 * The fewest levers that together lie on every way from source to sink: a minimal cut by a maximal flow, found along
 * shortest augmenting ways (Edmonds and Karp 1972). @returns null when some way has no lever on it
 */
export function leastCut({ nodes, source, sink, arcs }: TightGraph): readonly Lever[] | null {
  // Arc 2k runs forward, 2k+1 back; what is left of each is what may still flow.
  const left = new Float64Array(arcs.length * 2);
  const head = new Int32Array(arcs.length * 2);
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  for (const [at, { from, to, lever }] of arcs.entries()) {
    left[at * 2] = lever ? 1 : Number.POSITIVE_INFINITY;
    head[at * 2] = to;
    head[at * 2 + 1] = from;
    leaving[from]!.push(at * 2);
    leaving[to]!.push(at * 2 + 1);
  }
  for (;;) {
    const cameBy = reach(source, nodes, leaving, head, left);
    if (cameBy[sink] === UNKNOWN) {
      return arcs.flatMap(({ from, to, lever }) =>
        lever && cameBy[from] !== UNKNOWN && cameBy[to] === UNKNOWN ? [lever] : [],
      );
    }
    const way: number[] = [];
    for (let node = sink; node !== source; node = head[cameBy[node]! ^ 1]!) way.push(cameBy[node]!);
    if (way.every((arc) => left[arc] === Number.POSITIVE_INFINITY)) return null;
    for (const arc of way) {
      left[arc]! -= 1;
      left[arc ^ 1]! += 1;
    }
  }
}

const UNKNOWN = -2;
const SOURCE = -1;

/** Which nodes the source still reaches, and by which arc each was reached first. */
function reach(
  source: number,
  nodes: number,
  leaving: readonly (readonly number[])[],
  head: Int32Array,
  left: Float64Array,
): Int32Array {
  const cameBy = new Int32Array(nodes).fill(UNKNOWN);
  cameBy[source] = SOURCE;
  const queue = [source];
  for (const node of queue) {
    for (const arc of leaving[node]!) {
      const to = head[arc]!;
      if (left[arc]! <= 0 || cameBy[to] !== UNKNOWN) continue;
      cameBy[to] = arc;
      queue.push(to);
    }
  }
  return cameBy;
}
