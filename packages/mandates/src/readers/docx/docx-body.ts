import { labelled } from '../list-labels.ts';
import { type TableCell, tableLines } from '../table-lines.ts';
import type { Opened, XmlHandler } from '../xml.ts';
import type { Lists } from './numbering.ts';
import type { Styles } from './styles.ts';

type Paragraph = {
  readonly text: string[];
  style: string | null;
  numId: string | null;
  level: number | null;
  /** the mark at its end was deleted: the next paragraph goes on in the same line */
  isJoined: boolean;
};

type Cell = { readonly lines: string[]; columns: number; isContinued: boolean };
type Row = { readonly cells: Cell[]; indent: number; isDeleted: boolean };
type Table = { readonly rows: Row[] };

/** What is not the text of the document, whatever stands inside. */
const left = new Set(
  'del moveFrom instrText delText delInstrText Fallback rt pPrChange rPrChange trPrChange tcPrChange tblPrChange sectPr'.split(
    ' ',
  ),
);
const breaks: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Collects the lines of word/document.xml or of the notes while the parser walks through them. */
export class DocxBody implements XmlHandler {
  readonly lines: string[] = [];
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #path: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  #leftOut = 0;
  /** a run that is not shown */
  #isHidden = false;
  #carried = '';

  constructor(styles: Styles, lists: Lists) {
    this.#styles = styles;
    this.#lists = lists;
  }

  open({ name, attribute }: Opened): void {
    const inside = this.#path.at(-1);
    this.#path.push(name);
    if (this.#leftOut > 0 || (left.has(name) && !this.#isMark(inside)) || this.#isSeparator(name, attribute)) {
      this.#leftOut++;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'p') this.#paragraphs.push(emptyParagraph());
    else if (name === 'tbl') this.#tables.push({ rows: [] });
    else if (name === 'tr') this.#tables.at(-1)?.rows.push({ cells: [], indent: 0, isDeleted: false });
    else if (name === 'tc') this.#row()?.cells.push({ lines: [], columns: 1, isContinued: false });
    else if (name === 'r') this.#isHidden = false;
    else if (paragraph && inside === 'r' && name in breaks && !this.#isHidden) {
      paragraph.text.push(breaks[name]!);
    } else this.#property(name, attribute, inside, paragraph);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    if (name === 'p') this.#endParagraph();
    else if (name === 'tbl') this.#endTable();
  }

  text(piece: string): void {
    if (this.#leftOut > 0 || this.#isHidden || this.#path.at(-1) !== 't') return;
    this.#paragraphs.at(-1)?.text.push(piece);
  }

  #property(
    name: string,
    attribute: Opened['attribute'],
    inside: string | undefined,
    paragraph: Paragraph | undefined,
  ): void {
    const value = attribute('val');
    const isOn = value !== '0' && value !== 'false';
    const row = this.#row();
    const cell = row?.cells.at(-1);
    if (name === 'vanish') this.#isHidden = isOn && !this.#path.includes('pPr');
    else if (name === 'pStyle' && paragraph) paragraph.style = value ?? null;
    else if (name === 'numId' && paragraph) paragraph.numId = value ?? null;
    else if (name === 'ilvl' && paragraph) paragraph.level = Number(value ?? 0);
    else if (name === 'del' && inside === 'rPr' && paragraph) paragraph.isJoined = true;
    else if (name === 'del' && inside === 'trPr' && row) row.isDeleted = true;
    else if (name === 'gridSpan' && cell) cell.columns = spanOf(value);
    else if (name === 'gridBefore' && row) row.indent = spanOf(value);
    else if (name === 'vMerge' && cell) cell.isContinued = value !== 'restart';
    else if (name === 'sym' && paragraph && !this.#isHidden) paragraph.text.push(symbolOf(attribute('char')));
  }

  /** `del` in properties is a mark about the paragraph or row, not deleted content. */
  #isMark(inside: string | undefined): boolean {
    return inside === 'rPr' || inside === 'trPr';
  }

  /** The lines that Word draws between text and notes are kept as notes too. */
  #isSeparator(name: string, attribute: Opened['attribute']): boolean {
    return (name === 'footnote' || name === 'endnote') && /separator|notice/i.test(attribute('type') ?? '');
  }

  #row(): Row | undefined {
    return this.#tables.at(-1)?.rows.at(-1);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    let text = paragraph.text.join('');
    if (this.#styles.isContents(paragraph.style)) text = text.replace(/[\s.·…]*\d+\s*$/, '');
    const label = text.trim() === '' || paragraph.isJoined ? '' : this.#labelOf(paragraph);
    const line = this.#carried + labelled(label, label === '' ? text : text.trimStart());
    this.#carried = '';
    if (paragraph.isJoined) this.#carried = line;
    else if (line.trim() !== '') this.#put(line);
  }

  #labelOf(paragraph: Paragraph): string {
    const byStyle = this.#styles.listOf(paragraph.style);
    const numId = paragraph.numId ?? byStyle?.numId ?? null;
    // List 0 takes a paragraph out of the list of its style.
    if (numId === null || numId === '0') return '';
    const styleLevel = byStyle ? (byStyle.level ?? this.#lists.levelOfStyle(numId, byStyle.by)) : null;
    const place = { numId, level: paragraph.level ?? styleLevel ?? 0 };
    return this.#lists.next(place, (style) => this.#styles.listOfNumberingStyle(style));
  }

  #put(text: string): void {
    const cell = this.#row()?.cells.at(-1);
    if (cell) cell.lines.push(text);
    else for (const line of text.split('\n')) if (line.trim() !== '') this.lines.push(line);
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const rows = table.rows.filter((row) => !row.isDeleted);
    const isLayout = rows.every((row) => row.cells.length <= 1) || rows.length === 1;
    const lines = isLayout
      ? rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines))
      : tableLines(rows.map(cellsOf));
    for (const line of lines) this.#put(line);
  }
}

const emptyParagraph = (): Paragraph => ({
  text: [],
  style: null,
  numId: null,
  level: null,
  isJoined: false,
});

function cellsOf({ cells, indent }: Row): TableCell[] {
  const before = Array.from({ length: indent }, () => ({ text: '', columns: 1, isContinued: false }));
  const shown = cells.map(({ lines, columns, isContinued }) => ({
    text: lines.join('\n'),
    columns,
    isContinued,
  }));
  return [...before, ...shown];
}

const spanOf = (value: string | undefined): number => Math.min(60, Math.max(1, Number(value) || 1));

/** A sign from a symbol font, where it is a Unicode character at all. */
function symbolOf(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  return Number.isInteger(point) && point >= 0x20 && point < 0xe000 ? String.fromCodePoint(point) : '';
}
