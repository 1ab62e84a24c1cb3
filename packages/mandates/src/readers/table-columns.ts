import { attributeOf, childrenOf, type Element, nameOf, type Node, pushChildren } from './html-nodes.ts';

/** What a cell takes: columns to the right, rows below. Bounded, because a page may claim anything. */
export type CellSpan = { readonly columns: number; readonly rows: number };

const MOST = 50;

export function columnsOf(cell: Node): CellSpan {
  const span = (name: string): number => {
    const value = Number(attributeOf(cell, name) ?? 1);
    return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST) : 1;
  };
  return { columns: span('colspan'), rows: span('rowspan') };
}

/** Keeps track of which columns of the coming rows are taken by cells that reach down into them. */
export class TableColumns {
  #column = 0;
  #below = new Map<number, number>();

  startRow(): void {
    this.#column = 0;
  }

  /** How many merged columns stand before this cell; the cell is taken into account. */
  mergedBefore({ columns, rows }: CellSpan): number {
    const merged = this.mergedHere();
    for (let i = 0; i < columns; i++) {
      this.#below.set(this.#column, rows - 1);
      this.#column++;
    }
    return merged;
  }

  /** How many merged columns follow from here on, before the next cell or the end of the row. */
  mergedHere(): number {
    let merged = 0;
    for (let left = this.#below.get(this.#column) ?? 0; left > 0; left = this.#below.get(this.#column) ?? 0) {
      this.#below.set(this.#column, left - 1);
      this.#column++;
      merged++;
    }
    return merged;
  }
}

const MOST_NODES = 20_000;
/** One cell of this length is the text of a page, not a record. */
const LONGEST_CELL = 2_000;

/** A table of data: at least two rows of two cells or more, none of which holds a table or the text of a whole page. */
export function isDataTable(table: Element): boolean {
  const stack: Node[] = [];
  pushChildren(stack, table);
  let rowsWithCells = 0;
  let seen = 0;
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (nameOf(node) === 'table' || ++seen > MOST_NODES) return false;
    if (nameOf(node) === 'tr') {
      const cells = cellsOf(node);
      if (cells.length >= 2) rowsWithCells++;
      if (cells.some((cell) => lengthOf(cell) > LONGEST_CELL)) return false;
    }
    pushChildren(stack, node);
  }
  return rowsWithCells >= 2;
}

export const cellsOf = (row: Node): Node[] =>
  childrenOf(row).filter((child) => nameOf(child) === 'td' || nameOf(child) === 'th');

const MOST_PARTS_OF_CELL = 300;

/** Characters in a part, counted until there are more than a record has, of text or of parts. */
export function lengthOf(part: Node): number {
  const stack = [part];
  let length = 0;
  let seen = 0;
  for (let node = stack.pop(); node && length <= LONGEST_CELL; node = stack.pop()) {
    if (++seen > MOST_PARTS_OF_CELL) return LONGEST_CELL + 1;
    if (node.nodeName === '#text') length += (node as unknown as { value: string }).value.trim().length;
    pushChildren(stack, node);
  }
  return length;
}
