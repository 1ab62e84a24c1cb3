import iconv from 'iconv-lite';
import { type CellEdges, columnsByEdges } from './edge-columns.ts';
import { withoutLabelBlank } from './list-labels.ts';
import { type TableCell, tableLines } from './table-lines.ts';

/**
 * The text of an RTF file, which often goes round under the name of a DOC: paragraphs as lines, tables as rows, the
 * numbers that the writing program put beside its lists. Headers, footers, pictures and deleted text are left out.
 * Bytes are read in the code page that the file or the font names.
 */
export function rtfText(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reader = new RtfReader();
  for (const match of source.matchAll(token)) reader.take(match);
  return reader.finish();
}

const token = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)/g;

const leftOut = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ' +
    'listtable listoverridetable themedata datastore fldinst xe tc rxe annotation atnid atnauthor bkmkstart bkmkend ' +
    'generator pgptbl rsidtbl latentstyles mmathPr nonshppict shpinst filetbl revtbl'
  ).split(' '),
);

const signs: Readonly<Record<string, string>> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

const charsets: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5', 128: 'shift_jis', 129: 'euc-kr' };
const codePages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1252: 'windows-1252',
  65001: 'utf-8',
};

type RtfCell = CellEdges & { readonly text: string; readonly isContinued: boolean };

type State = { isLeftOut: boolean; isHidden: boolean; skip: number; font: number };

/** Groups deeper than this belong to no document. */
const MAX_DEPTH = 5_000;

class RtfReader {
  readonly #lines: string[] = [];
  readonly #fonts = new Map<number, string>();
  #states: State[] = [{ isLeftOut: false, isHidden: false, skip: 1, font: 0 }];
  #page = 'windows-1252';
  #text = '';
  #bytes: number[] = [];
  #skipLeft = 0;
  #isFontTable = 0;
  #isNoted = false;
  #cells: RtfCell[] = [];
  #rows: RtfCell[][] = [];
  #defined: (CellEdges & { readonly isContinued: boolean })[] = [];
  #nextIsMerged = false;
  #inTable = false;

  get #state(): State {
    return this.#states.at(-1)!;
  }

  take([, word, value, hex, sign, brace, plain]: RegExpMatchArray): void {
    if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
    else if (plain !== undefined) this.#plain(plain);
    else {
      this.#flush();
      if (brace === '{') this.#open();
      else if (brace === '}') this.#close();
      else if (word !== undefined) this.#word(word, value === undefined ? null : Number(value));
      else if (sign === '*') this.#isNoted = true;
      else if (sign === '~') this.#put(' ');
      else if (sign === '_') this.#put('-');
      else if (sign === '\\' || sign === '{' || sign === '}') this.#put(sign);
    }
  }

  finish(): string {
    this.#flush();
    this.#endParagraph();
    this.#endTable();
    return this.#lines.join('\n');
  }

  #open(): void {
    if (this.#states.length < MAX_DEPTH) this.#states.push({ ...this.#state });
  }

  #close(): void {
    if (this.#states.length > 1) this.#states.pop();
    if (this.#states.length < this.#isFontTable) this.#isFontTable = 0;
    this.#isNoted = false;
  }

  #word(word: string, value: number | null): void {
    const state = this.#state;
    if (this.#isNoted && word !== 'shppict') state.isLeftOut = true;
    this.#isNoted = false;
    if (word === 'fonttbl') this.#isFontTable = this.#states.length;
    if (leftOut.has(word)) state.isLeftOut = true;
    if (word === 'f') state.font = value ?? 0;
    else if (word === 'fcharset' && this.#isFontTable > 0) {
      const charset = charsets[value ?? 0];
      if (charset) this.#fonts.set(state.font, charset);
    } else if (word === 'ansicpg') this.#page = codePages[value ?? 0] ?? this.#page;
    else if (word === 'uc') state.skip = value ?? 1;
    else if (word === 'u') {
      this.#put(String.fromCharCode((value ?? 63) & 0xffff));
      this.#skipLeft = state.skip;
    } else if (word === 'v' || word === 'deleted') state.isHidden = value !== 0;
    else if (word in signs) this.#put(signs[word]!);
    else if (!state.isLeftOut) this.#structure(word, value ?? 0);
  }

  #structure(word: string, value: number): void {
    if (word === 'pard') {
      this.#inTable = false;
      this.#state.isHidden = false;
    } else if (word === 'intbl') this.#inTable = true;
    else if (word === 'par' || word === 'line' || word === 'sect' || word === 'page') this.#endParagraph();
    else if (word === 'trowd') [this.#defined, this.#nextIsMerged] = [[], false];
    else if (word === 'clvmrg') this.#nextIsMerged = true;
    else if (word === 'cellx') {
      this.#defined.push({ left: this.#defined.at(-1)?.right ?? 0, right: value, isContinued: this.#nextIsMerged });
      this.#nextIsMerged = false;
    } else if (word === 'cell') {
      const own = this.#defined[this.#cells.length];
      this.#cells.push({ text: this.#text, left: 0, right: 0, isContinued: false, ...own });
      this.#text = '';
    } else if (word === 'row') {
      const defined = this.#defined;
      // The definition of a row may also stand at its end.
      this.#rows.push(this.#cells.map((cell, i) => ({ ...cell, ...defined[i] })));
      this.#cells = [];
    }
  }

  #byte(byte: number): void {
    if (this.#skipLeft > 0) this.#skipLeft--;
    else this.#bytes.push(byte);
  }

  /** Text as it stands: usually ASCII, in careless programs also bytes of the code page. */
  #plain(text: string): void {
    const shown = text.slice(this.#skipLeft);
    this.#skipLeft = Math.max(0, this.#skipLeft - text.length);
    for (let i = 0; i < shown.length; i++) this.#bytes.push(shown.charCodeAt(i));
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const encoding = this.#fonts.get(this.#state.font) ?? this.#page;
    this.#put(iconv.decode(Buffer.from(this.#bytes), encoding));
    this.#bytes = [];
  }

  #put(text: string): void {
    if (!this.#state.isLeftOut && !this.#state.isHidden) this.#text += text;
  }

  #endParagraph(): void {
    if (this.#inTable || this.#cells.length > 0) {
      this.#text += '\n';
      return;
    }
    this.#endTable();
    const line = this.#text.trim();
    if (line !== '') this.#lines.push(withoutLabelBlank(line));
    this.#text = '';
  }

  #endTable(): void {
    const columnsOf = columnsByEdges(this.#rows);
    const rows = this.#rows.map((row) =>
      row.map((cell): TableCell => ({ text: cell.text, columns: columnsOf(cell), isContinued: cell.isContinued })),
    );
    for (const line of tableLines(rows)) this.#lines.push(line);
    this.#rows = [];
  }
}
