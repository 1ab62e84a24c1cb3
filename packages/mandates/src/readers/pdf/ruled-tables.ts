import type { Ruling } from './page.ts';

/** A table as its drawn lines make it: the places of its cells, in points. */
export type RuledTable = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly RuledCell[];
};

/** `row` and `column` of its upper left corner, counted from 0, and how far it reaches. */
export type RuledCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Lines closer than this, in points, are drawn for one. */
const NEAR = 3;
const MOST_LINES = 4_000;

/** Finds groups of crossing lines that part the page into cells. */
export function ruledTables(rulings: readonly Ruling[]): RuledTable[] {
  const horizontals = joined(rulings.filter((ruling) => ruling.isHorizontal));
  const verticals = joined(rulings.filter((ruling) => !ruling.isHorizontal));
  if (horizontals.length + verticals.length > MOST_LINES) return [];
  return groups(horizontals, verticals).flatMap(({ across, down }) => {
    const rows = places(across.map(({ at }) => at));
    const columns = places(down.map(({ at }) => at));
    // One row of three cells and more may be what a page break left of a table.
    const isTable = rows.length >= 3 ? columns.length >= 3 : rows.length === 2 && columns.length >= 4;
    if (!isTable) return [];
    const cells = cellsBetween(rows, columns, across, down);
    return [{ left: columns[0]!, right: columns.at(-1)!, top: rows[0]!, bottom: rows.at(-1)!, columns, rows, cells }];
  });
}

/** Pieces of one line, drawn cell by cell, as one. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const open: Ruling[] = [];
  for (const ruling of rulings.toSorted((a, b) => a.from - b.from)) {
    const i = open.findIndex((line) => Math.abs(line.at - ruling.at) <= 1.5 && ruling.from <= line.to + NEAR);
    if (i < 0) open.push(ruling);
    else open[i] = { ...open[i]!, to: Math.max(open[i]!.to, ruling.to) };
    if (open.length > MOST_LINES) break;
  }
  return open;
}

type Group = { readonly across: Ruling[]; readonly down: Ruling[] };

function groups(horizontals: readonly Ruling[], verticals: readonly Ruling[]): Group[] {
  const all = [...horizontals, ...verticals];
  const group = all.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] = group[group[at]!]!;
    return at;
  };
  for (const [i, horizontal] of horizontals.entries()) {
    for (const [j, vertical] of verticals.entries()) {
      if (cross(horizontal, vertical)) group[rootOf(i)] = rootOf(horizontals.length + j);
    }
  }
  const found = new Map<number, Group>();
  for (const [i, ruling] of all.entries()) {
    const root = rootOf(i);
    const own = found.get(root) ?? { across: [], down: [] };
    (ruling.isHorizontal ? own.across : own.down).push(ruling);
    found.set(root, own);
  }
  return [...found.values()];
}

const cross = (horizontal: Ruling, vertical: Ruling): boolean =>
  vertical.at >= horizontal.from - NEAR &&
  vertical.at <= horizontal.to + NEAR &&
  horizontal.at >= vertical.from - NEAR &&
  horizontal.at <= vertical.to + NEAR;

function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (found.length === 0 || value - found.at(-1)! > NEAR) found.push(value);
  }
  return found;
}

function cellsBetween(
  rows: readonly number[],
  columns: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): RuledCell[] {
  const isDrawn = (lines: readonly Ruling[], at: number, middle: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= middle && line.to >= middle);
  const middleOf = (edges: readonly number[], i: number): number => (edges[i]! + edges[i + 1]!) / 2;
  const isRightOpen = (row: number, column: number): boolean =>
    column + 2 < columns.length && !isDrawn(down, columns[column + 1]!, middleOf(rows, row));
  const isBelowOpen = (row: number, column: number): boolean =>
    row + 2 < rows.length && !isDrawn(across, rows[row + 1]!, middleOf(columns, column));
  const taken = new Set<string>();
  const cells: RuledCell[] = [];
  for (let row = 0; row + 1 < rows.length; row++) {
    for (let column = 0; column + 1 < columns.length; column++) {
      if (taken.has(`${row} ${column}`)) continue;
      let width = 1;
      while (isRightOpen(row, column + width - 1) && !taken.has(`${row} ${column + width}`)) width++;
      let height = 1;
      while (isBelowOpen(row + height - 1, column)) height++;
      for (let r = row; r < row + height; r++) {
        for (let c = column; c < column + width; c++) taken.add(`${r} ${c}`);
      }
      cells.push({ row, column, rows: height, columns: width });
    }
  }
  return cells;
}
