import { type TableCell, tableLines } from '../table-lines.ts';
import type { Opened, XmlHandler } from '../xml.ts';

/** Reads what a cell holds once its element is complete. */
export type CellValue = (type: string, format: number, value: string) => string;

type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

const MOST_CELLS = 400_000;
const MOST_MERGES = 20_000;
/** A sheet may claim a cell anywhere; a list of tasks does not reach this far to the right. */
const MOST_COLUMNS = 60;

/** The cells of xl/worksheets/sheet*.xml: shown values only; a formula counts as what it last came to. */
export class Sheet implements XmlHandler {
  readonly #rows = new Map<number, Map<number, string>>();
  readonly #merges: Range[] = [];
  readonly #valueOf: CellValue;
  #cells = 0;
  #row = 0;
  #column = 0;
  #type = '';
  #format = 0;
  #value = '';
  #inValue = false;
  #inPhonetic = false;

  constructor(valueOf: CellValue) {
    this.#valueOf = valueOf;
  }

  /** more cells than anybody fills by hand: the rest was not read */
  get isTooLarge(): boolean {
    return this.#cells > MOST_CELLS;
  }

  open({ name, attribute }: Opened): void {
    if (name === 'row') {
      this.#row = Number(attribute('r') ?? this.#row + 1);
      this.#column = 0;
    } else if (name === 'c') {
      this.#column = columnOf(attribute('r')) ?? this.#column + 1;
      this.#type = attribute('t') ?? 'n';
      this.#format = Number(attribute('s') ?? 0);
      this.#value = '';
    } else if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 'v' || name === 't') this.#inValue = !this.#inPhonetic;
    else if (name === 'mergeCell' && this.#merges.length < MOST_MERGES) {
      const range = rangeOf(attribute('ref') ?? '');
      if (range) this.#merges.push(range);
    }
  }

  text(piece: string): void {
    if (this.#inValue) this.#value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'c') this.#keep();
  }

  #keep(): void {
    if (this.#value === '' || this.#column > 16_384) return;
    if (++this.#cells > MOST_CELLS) return;
    const text = this.#valueOf(this.#type, this.#format, this.#value).replaceAll('_x000D_', '').trim();
    if (text === '') return;
    const row = this.#rows.get(this.#row) ?? new Map<number, string>();
    row.set(this.#column, text);
    this.#rows.set(this.#row, row);
  }

  lines(): string[] {
    const numbers = [...this.#rows.keys()].toSorted((a, b) => a - b);
    let first = Number.POSITIVE_INFINITY;
    let last = 0;
    for (const row of this.#rows.values()) {
      for (const column of row.keys()) {
        first = Math.min(first, column);
        last = Math.max(last, column);
      }
    }
    last = Math.min(last, first + MOST_COLUMNS - 1);
    const merges = mergesByRow(this.#merges, numbers);
    return tableLines(numbers.map((number) => this.#cellsOf(number, first, last, merges.get(number) ?? [])));
  }

  #cellsOf(number: number, first: number, last: number, merges: readonly Range[]): TableCell[] {
    const row = this.#rows.get(number)!;
    const cells: TableCell[] = [];
    for (let column = first; column <= last;) {
      const merge = merges.find(({ left, right }) => left <= column && right >= column);
      const columns = merge ? Math.min(merge.right, last) - column + 1 : 1;
      cells.push({
        text: row.get(merge?.left ?? column) ?? '',
        columns,
        isContinued: merge !== undefined && merge.top < number,
      });
      column += columns;
    }
    return cells;
  }
}

/** Which merged ranges reach through which of the rows that hold anything. */
function mergesByRow(merges: readonly Range[], rows: readonly number[]): Map<number, Range[]> {
  const byRow = new Map<number, Range[]>();
  let left = MOST_CELLS;
  for (const merge of merges) {
    for (let i = firstAtLeast(rows, merge.top); i < rows.length && rows[i]! <= merge.bottom && left > 0; i++, left--) {
      const own = byRow.get(rows[i]!) ?? [];
      own.push(merge);
      byRow.set(rows[i]!, own);
    }
  }
  return byRow;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A → 1, AA → 27 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0].toUpperCase();
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function rangeOf(reference: string): Range | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!match) return null;
  const [, from, top, to, bottom] = match;
  const left = columnOf(from)!;
  const right = columnOf(to)!;
  return right < left || Number(bottom) < Number(top)
    ? null
    : { top: Number(top), left, bottom: Number(bottom), right };
}
