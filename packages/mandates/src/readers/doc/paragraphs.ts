import { MAX_CHARACTERS } from '../reading.ts';
import type { Bytes } from './bytes.ts';
import { type Change, changesIn, characterStretches, paragraphStretches, type Stretch } from './properties.ts';
import { stylesOf } from './styles.ts';

/** One paragraph, or the end of a cell or of a row of a table. */
export type Paragraph = {
  readonly text: string;
  /** counted from 1; 0 means no list */
  readonly list: number;
  readonly level: number;
  readonly inTable: boolean;
  readonly end: 'paragraph' | 'cell' | 'row';
  /** of the end of a row: where its cells begin and end, and which go on from above */
  readonly cells: readonly CellEdge[];
};

export type CellEdge = { readonly left: number; readonly right: number; readonly isContinued: boolean };

const code = {
  inTable: 0x2416,
  endOfRow: 0x2417,
  level: 0x260a,
  list: 0x460b,
  hugeProperties: 0x6646,
  definesTable: 0xd608,
  verticalMerge: 0xd62b,
  deleted: 0x0800,
  hidden: 0x083c,
} as const;

type Piece = { readonly first: number; readonly last: number; readonly at: number; readonly isNarrow: boolean };

/** The text of the main stream by character positions, with what is said about its paragraphs. */
export class DocParagraphs {
  readonly #document: Bytes;
  readonly #pieces: Piece[];
  readonly #paragraphs: Stretch[];
  readonly #unseen: Stretch[];
  readonly #styles: ReturnType<typeof stylesOf>;
  readonly #data: Bytes;

  constructor(of: {
    readonly document: Bytes;
    readonly pieces: Bytes;
    readonly paragraphPages: Bytes;
    readonly characterPages: Bytes;
    readonly styles: Bytes;
    readonly data: Bytes;
  }) {
    this.#document = of.document;
    this.#data = of.data;
    this.#pieces = piecesOf(of.pieces, of.document.length);
    this.#paragraphs = inOrder(paragraphStretches(of.document, of.paragraphPages));
    this.#unseen = inOrder(characterStretches(of.document, of.characterPages).filter(isUnseen));
    this.#styles = stylesOf(of.styles);
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** @param from @param to character positions; the end is not part of it */
  between(from: number, to: number): Paragraph[] {
    const found: Paragraph[] = [];
    const fields = new FieldFilter();
    let text = '';
    for (const piece of this.#pieces) {
      const first = Math.max(from, piece.first);
      const last = Math.min(to, piece.last);
      for (let position = first; position < last; position++) {
        const at = piece.at + (position - piece.first) * (piece.isNarrow ? 1 : 2);
        const character = piece.isNarrow ? narrow(this.#document.u8(at)) : this.#document.u16(at);
        const ends = character === 0x0d || character === 0x07 || character === 0x0c;
        if (!ends) {
          if (stretchAt(this.#unseen, at) === null) text += fields.shown(character);
          continue;
        }
        // The mark of a deleted paragraph end lets the next paragraph go on in the same line.
        if (character === 0x0d && stretchAt(this.#unseen, at) !== null) continue;
        found.push(this.#paragraph(text, character, at));
        text = '';
      }
    }
    if (text.trim() !== '') found.push(this.#paragraph(text, 0x0d, -1));
    return found;
  }

  #paragraph(text: string, mark: number, at: number): Paragraph {
    const stretch = stretchAt(this.#paragraphs, at);
    const style = this.#styles.get(stretch?.style ?? 0);
    let { list, level } = style ?? { list: 0, level: 0 };
    let inTable = false;
    let isRow = false;
    let cells: CellEdge[] = [];
    for (const { code: what, operand } of this.#allChanges(stretch?.changes ?? [])) {
      if (what === code.inTable) inTable = operand.u8(0) === 1;
      else if (what === code.endOfRow) isRow = operand.u8(0) === 1;
      else if (what === code.level) level = operand.u8(0);
      else if (what === code.list) list = operand.u16(0);
      else if (what === code.definesTable) cells = cellsOf(operand);
      else if (what === code.verticalMerge) cells = merged(cells, operand.u8(0), operand.u8(1));
    }
    const end = mark !== 0x07 ? 'paragraph' : isRow ? 'row' : 'cell';
    return { text, list: list > 0 && list < 0x7ff ? list : 0, level: Math.min(level, 8), inTable, end, cells };
  }

  /** Long lists of changes, those of wide tables, stand in the data stream. */
  #allChanges(changes: readonly Change[]): readonly Change[] {
    return changes.flatMap((change) => {
      if (change.code !== code.hugeProperties && change.code !== code.hugeProperties - 1) return [change];
      const at = change.operand.u32(0);
      return changesIn(this.#data.part(at + 2, this.#data.u16(at)));
    });
  }
}

/** What a field shows stays, how it is computed goes; signs without a text go too. */
class FieldFilter {
  readonly #open: boolean[] = [];

  shown(character: number): string {
    if (character === 0x13) this.#open.push(false);
    else if (character === 0x14 && this.#open.length > 0) this.#open[this.#open.length - 1] = true;
    else if (character === 0x15) this.#open.pop();
    if (this.#open.includes(false)) return '';
    if (character === 0x0b) return '\n';
    if (character === 0x09) return ' ';
    if (character === 0x1e) return '-';
    return character < 0x20 ? '' : String.fromCharCode(character);
  }
}

const isUnseen = ({ changes }: Stretch): boolean => {
  const isOn = (what: number): boolean =>
    changes.some(({ code: own, operand }) => own === what && (operand.u8(0) & 1) === 1);
  return isOn(code.deleted) || isOn(code.hidden);
};

/** The piece table ([MS-DOC] 2.9.38, Clx): which characters stand where in the file, in one or two bytes each. */
function piecesOf(clx: Bytes, fileLength: number): Piece[] {
  let at = 0;
  while (clx.u8(at) === 1) at += 3 + clx.u16(at + 1);
  if (clx.u8(at) !== 2) return [];
  const plc = clx.part(at + 5, clx.u32(at + 1));
  const count = Math.max(0, Math.floor((plc.length - 4) / 12));
  const pieces: Piece[] = [];
  // Hostile pieces may all claim the same place; a text has no more characters than are ever worked through.
  let left = MAX_CHARACTERS;
  for (let i = 0; i < count; i++) {
    const first = plc.u32(i * 4);
    const place = plc.u32((count + 1) * 4 + i * 8 + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const begin = isNarrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    // No piece is longer than what the file still has.
    const room = Math.max(0, Math.floor((fileLength - begin) / (isNarrow ? 1 : 2)));
    const last = Math.min(plc.u32((i + 1) * 4), first + Math.min(room, left));
    if (last <= first) continue;
    left -= last - first;
    pieces.push({ first, last, at: begin, isNarrow });
  }
  return pieces;
}

const fromWindows = new TextDecoder('windows-1252');
const narrow = (byte: number): number =>
  byte < 0x80 || byte > 0x9f ? byte : fromWindows.decode(Uint8Array.of(byte)).charCodeAt(0);

/** The operand of a table definition: the edges of its cells in twentieths of a point, and what each is merged with. */
function cellsOf(operand: Bytes): CellEdge[] {
  const count = Math.min(operand.u8(0), 63);
  const edge = (i: number): number => new Int16Array([operand.u16(1 + i * 2)])[0]!;
  return Array.from({ length: count }, (_, i) => {
    const flags = operand.u16(1 + (count + 1) * 2 + i * 20);
    return { left: edge(i), right: edge(i + 1), isContinued: (flags & 0x60) === 0x20 };
  });
}

const merged = (cells: readonly CellEdge[], index: number, flags: number): CellEdge[] =>
  cells.map((cell, i) => (i === index ? { ...cell, isContinued: flags === 1 } : cell));

const inOrder = (stretches: Stretch[]): Stretch[] => stretches.toSorted((a, b) => a.start - b.start);

function stretchAt(stretches: readonly Stretch[], at: number): Stretch | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found && at < found.end ? found : null;
}
