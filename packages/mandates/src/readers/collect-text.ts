import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import type { Piece } from '../offset-map.ts';
import { columnsOf, isDataCell, TableColumns } from './table-columns.ts';

/**
 * Text of an element, one block per line, with the way back to the source. Cells of a data table are parted by tabs,
 * a row per line, and `〃` stands where a cell is merged with the one above. Walks without recursion, so that nesting
 * cannot exhaust the stack.
 */
export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
export const nameOf = (node: Node): string => ('tagName' in node ? node.tagName : '');

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const hidden = words('script style noscript template head svg iframe object select button textarea input');
export const aside = words('nav header footer aside form menu');
const blocks = words(
  'p div li ul ol tr table tbody thead section article main body h1 h2 h3 h4 h5 h6 br hr dl dt dd blockquote pre center header footer form fieldset figure figcaption html',
);

type Task = { readonly node: Node } | { readonly leave: string; readonly isData: boolean };

/** @param converted the source is a converter's own markup: numbered lists get their numbers back, nothing is aside */
export function collectText(root: Node, source: string, converted: boolean): { text: string; pieces: Piece[] } {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let atLineStart = true;
  let cells = 0;
  let rawAt = 0;
  const tables: TableColumns[] = [];
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
  const stack: Task[] = [{ node: root }];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if ('leave' in task) {
      if (task.leave === 'table') tables.pop();
      if (task.isData) {
        cells--;
        put('\t', rawAt, rawAt);
      } else if (cells === 0) breakLine();
      continue;
    }
    const { node } = task;
    if (node.nodeName === '#text') {
      const { from, to, value } = textOf(node, rawAt);
      for (const piece of textPieces(value, source.slice(from, to), from, to)) {
        const isBlank = /^\s+$/.test(piece.text);
        const shown = isBlank ? (atLineStart || /[\t ]$/.test(parts.at(-1) ?? '') ? '' : ' ') : piece.text;
        if (shown !== '') put(shown, piece.rawStart, piece.rawEnd);
      }
      rawAt = Math.max(rawAt, to);
      continue;
    }
    const name = nameOf(node);
    if (node !== root && (hidden.has(name) || (aside.has(name) && !converted))) continue;
    const isData = (name === 'td' || name === 'th') && isDataCell(node as Element);
    if (name === 'table') tables.push(new TableColumns());
    if (name === 'tr') tables.at(-1)?.startRow();
    if (isData) {
      for (let merged = tables.at(-1)?.mergedBefore(columnsOf(node as Element)) ?? 0; merged > 0; merged--)
        put('〃\t', rawAt, rawAt);
      cells++;
    }
    if (blocks.has(name)) breakLine();
    if (isData || blocks.has(name)) stack.push({ leave: name, isData });
    const number = converted && name === 'li' ? listNumber(node as Element) : null;
    if (number !== null) put(`${number}. `, rawAt, rawAt);
    for (const child of childrenOf(node).toReversed()) stack.push({ node: child });
  }
  return { text: parts.join(''), pieces };
}

type Located = { sourceCodeLocation?: { startOffset: number; endOffset: number } | null; value: string };

function textOf(node: Node, rawAt: number): { from: number; to: number; value: string } {
  const { sourceCodeLocation: location, value } = node as Located & Node;
  return { from: location?.startOffset ?? rawAt, to: location?.endOffset ?? rawAt, value };
}

function listNumber(item: Element): number | null {
  const list = item.parentNode;
  if (!list || nameOf(list) !== 'ol') return null;
  return list.childNodes.filter((child) => nameOf(child) === 'li').indexOf(item) + 1;
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
