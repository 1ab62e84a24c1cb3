import type { DefaultTreeAdapterMap } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];

/** What a cell takes: columns to the right, rows below. Bounded, because a page may claim anything. */
export type CellSpan = { readonly columns: number; readonly rows: number };

const MOST = 50;

export function columnsOf(cell: Element): CellSpan {
  const span = (name: string): number => {
    const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
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
    let merged = 0;
    for (let left = this.#below.get(this.#column) ?? 0; left > 0; left = this.#below.get(this.#column) ?? 0) {
      this.#below.set(this.#column, left - 1);
      this.#column++;
      merged++;
    }
    for (let i = 0; i < columns; i++) {
      this.#below.set(this.#column, rows - 1);
      this.#column++;
    }
    return merged;
  }
}

const LONGEST_CELL = 200;
const MOST_NODES = 400;

/** A cell of data: short, without a table inside. Old pages lay out their whole text in the cells of a table. */
export function isDataCell(cell: Element): boolean {
  const stack = [...cell.childNodes];
  let length = 0;
  let seen = 0;
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node && node.tagName === 'table') return false;
    if (node.nodeName === '#text') length += (node as unknown as { value: string }).value.trim().length;
    if (length > LONGEST_CELL || ++seen > MOST_NODES) return false;
    if ('childNodes' in node) stack.push(...node.childNodes);
  }
  return true;
}
