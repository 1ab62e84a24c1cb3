import { parseFragment } from 'parse5';
import type { Piece } from '../offset-map.ts';
import { attributeOf, childrenOf, type Element, isAside, isHidden, nameOf, type Node } from './html-nodes.ts';
import { numberAs } from './list-labels.ts';
import { SAME_AS_ABOVE } from './table-lines.ts';
import { cellsOf, columnsOf, isDataTable, lengthOf, TableColumns } from './table-columns.ts';

/**
 * Text of an element, one block per line, with the way back to the source. Cells of a data table are parted by tabs, a
 * row per line, the same as from every other format; items of numbered lists get the number that a browser draws. Walks
 * without recursion, so that nesting cannot exhaust the stack.
 */
const blocks = new Set(
  'p div li ul ol tr table tbody thead section article main body h1 h2 h3 h4 h5 h6 br hr dl dt dd blockquote pre center header footer form fieldset figure figcaption html address caption'.split(
    ' ',
  ),
);

type Leaving = { readonly leave: string; readonly isCell: boolean; readonly pad: number };
type Task = { readonly node: Node } | Leaving;

/** A table of data with the columns of its rows; null for a table that only lays out the page. */
type Table = TableColumns | null;

/** @param leftOut parts that are not the text */
export function collectText(
  root: Node,
  source: string,
  leftOut: ReadonlySet<Node> = new Set(),
): { text: string; pieces: Piece[] } {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let atLineStart = true;
  let cells = 0;
  let preformatted = 0;
  let rawAt = 0;
  const tables: Table[] = [];
  const put = (part: string, rawStart: number, rawEnd: number): void => {
    parts.push(part);
    pieces.push({ start: length, end: length + part.length, rawStart, rawEnd });
    length += part.length;
    atLineStart = false;
  };
  const breakLine = (): void => {
    if (cells > 0) {
      // A paragraph inside a cell does not end the row.
      if (!atLineStart && !/[\t ]$/.test(parts.at(-1) ?? '')) put(' ', rawAt, rawAt);
      return;
    }
    if (!atLineStart) put('\n', rawAt, rawAt);
    atLineStart = true;
  };
  const leave = ({ leave: name, isCell, pad }: Leaving): void => {
    if (name === 'table') tables.pop();
    if (name === 'pre') preformatted--;
    if (isCell) {
      cells--;
      for (let i = 0; i < pad; i++) put('\t', rawAt, rawAt);
    } else if (cells === 0) {
      const merged = name === 'tr' ? (tables.at(-1)?.mergedHere() ?? 0) : 0;
      for (let i = 0; i < merged; i++) put(`\t${SAME_AS_ABOVE}`, rawAt, rawAt);
      breakLine();
    }
  };
  const stack: Task[] = [{ node: root }];
  let column = 0;
  for (let task = stack.pop(); task; task = stack.pop()) {
    if ('leave' in task) {
      leave(task);
      continue;
    }
    const { node } = task;
    if (node.nodeName === '#text') {
      const { from, to, value } = textOf(node, rawAt);
      for (const piece of textPieces(value, source.slice(from, to), from, to)) {
        if (preformatted > 0 && cells === 0 && piece.text.includes('\n')) {
          breakLine();
          continue;
        }
        const isBlank = /^\s+$/.test(piece.text);
        const shown = isBlank ? (atLineStart || /[\t ]$/.test(parts.at(-1) ?? '') ? '' : ' ') : piece.text;
        if (shown !== '') put(shown, piece.rawStart, piece.rawEnd);
      }
      rawAt = Math.max(rawAt, to);
      continue;
    }
    const name = nameOf(node);
    if (node !== root && (isHidden(node) || isAside(node) || leftOut.has(node))) continue;
    if (name === 'table') tables.push(isDataTable(node as Element) ? new TableColumns() : null);
    const table = tables.at(-1) ?? null;
    if (name === 'tr') {
      table?.startRow();
      column = 0;
    }
    const isCell = (name === 'td' || name === 'th') && table !== null;
    if (blocks.has(name)) breakLine();
    let pad = 0;
    if (isCell) {
      const span = columnsOf(node);
      for (let merged = table.mergedBefore(span); merged > 0; merged--) {
        put(`${column === 0 ? '' : '\t'}${SAME_AS_ABOVE}`, rawAt, rawAt);
        column++;
      }
      if (column > 0) put('\t', rawAt, rawAt);
      column++;
      pad = isAlone(node) ? 0 : span.columns - 1;
      cells++;
    }
    if (name === 'pre') preformatted++;
    if (isCell || blocks.has(name)) stack.push({ leave: name, isCell, pad });
    const label = name === 'li' ? labelOf(node as Element) : '';
    if (label !== '') put(label, rawAt, rawAt);
    for (const child of childrenOf(node).toReversed()) stack.push({ node: child });
  }
  return { text: parts.join(''), pieces };
}

/** A row with one cell is a title, a section or a note, not a record. */
const isAlone = (cell: Node): boolean =>
  'parentNode' in cell &&
  cell.parentNode !== null &&
  cellsOf(cell.parentNode).every((other) => other === cell || lengthOf(other) === 0);

type Located = { sourceCodeLocation?: { startOffset: number; endOffset: number } | null; value: string };

function textOf(node: Node, rawAt: number): { from: number; to: number; value: string } {
  const { sourceCodeLocation: location, value } = node as Located & Node;
  return { from: location?.startOffset ?? rawAt, to: location?.endOffset ?? rawAt, value };
}

const listTypes: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const counted = new WeakMap<Node, number>();

/** The number that a browser draws in front of an item of a numbered list, with a dot or 、; empty where it draws none. */
function labelOf(item: Element): string {
  const list = item.parentNode;
  if (!list || nameOf(list) !== 'ol') return '';
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attributeOf(list, 'style') ?? '')?.[1]?.toLowerCase();
  const own = Number.parseInt(attributeOf(item, 'value') ?? '', 10);
  const first = Number.parseInt(attributeOf(list, 'start') ?? '1', 10);
  const before = counted.get(list);
  const number = Number.isInteger(own)
    ? own
    : before === undefined
      ? Number.isInteger(first)
        ? first
        : 1
      : before + 1;
  counted.set(list, number);
  if (style === 'none') return '';
  if (style && /cjk|chinese|hanidec/.test(style)) return `${numberAs('chineseCounting', number)}、`;
  return `${numberAs(listTypes[attributeOf(list, 'type') ?? ''] ?? 'decimal', number)}. `;
}

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?|\s+/gi;

type TextPiece = { readonly text: string; readonly rawStart: number; readonly rawEnd: number };

/** Parts a text node so that every plain stretch maps character by character and every entity as a whole. */
function textPieces(value: string, rawSlice: string, from: number, to: number): TextPiece[] {
  const found: TextPiece[] = [];
  let at = 0;
  const take = (text: string, start: number, end: number): void =>
    void found.push({ text, rawStart: from + start, rawEnd: from + end });
  for (const match of rawSlice.matchAll(entity)) {
    if (match.index > at) take(rawSlice.slice(at, match.index), at, match.index);
    at = match.index + match[0].length;
    const isBlank = /^\s/.test(match[0]);
    take(isBlank ? match[0].replaceAll('\r\n', '\n').replaceAll('\r', '\n') : decode(match[0]), match.index, at);
  }
  if (at < rawSlice.length) take(rawSlice.slice(at), at, rawSlice.length);
  // The parser is the authority: when the parts do not add up to what it read, the node maps as a whole.
  const isSame = found.map((piece) => piece.text).join('') === value;
  return isSame ? found : [{ text: value.replaceAll(/\s+/g, ' '), rawStart: from, rawEnd: to }];
}

function decode(reference: string): string {
  const node = parseFragment(reference).childNodes[0];
  return node && node.nodeName === '#text' ? (node as { value: string } & typeof node).value : reference;
}
