/** Where a cell begins and ends across the page, in twentieths of a point. */
export type CellEdges = { readonly left: number; readonly right: number };

/** Edges that lie closer than this, in twentieths of a point, are one. */
const SAME_EDGE = 60;

/**
 * How many columns each cell takes, where a format says only where its edges are: all edges of a table together make its
 * columns.
 */
export function columnsByEdges(rows: readonly (readonly CellEdges[])[]): (cell: CellEdges) => number {
  const edges: number[] = [];
  const all = rows.flatMap((cells) => cells.flatMap(({ left, right }) => [left, right]));
  for (const edge of all.toSorted((a, b) => a - b)) {
    if (edges.length === 0 || edge - edges.at(-1)! > SAME_EDGE) edges.push(edge);
  }
  const place = (edge: number): number => edges.findLastIndex((known) => known <= edge);
  return ({ left, right }) => Math.max(1, place(right) - place(left));
}
