import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { joinPieces, type OffsetMap, type Piece } from '../offset-map.ts';

/**
 * The readable text of a web page, one block per line and table cells parted by tabs, with the way back to the source.
 * The main content is the deepest element that still holds most of the text outside links; menus, forms, headers and
 * footers never count. Walks without recursion, so that nesting cannot exhaust the stack.
 */
export type HtmlText = {
  readonly text: string;
  readonly map: OffsetMap;
  readonly title: string | null;
  /** the lines of the whole page, in which the site says when and from whom the text came */
  readonly frame: string;
};

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const hidden = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'select',
  'button',
  'textarea',
  'input',
]);
const aside = new Set(['nav', 'header', 'footer', 'aside', 'form', 'menu']);
const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'tbody',
  'thead',
  'section',
  'article',
  'main',
  'body',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'br',
  'hr',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'center',
  'header',
  'footer',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'html',
]);

export function pageText(source: string): HtmlText {
  const document = parse(source, { sourceCodeLocationInfo: true });
  const body = find(document, 'body');
  const heading = find(document, 'h1') ?? find(document, 'title');
  const title = heading ? collect(heading, source, false).text.replaceAll(/\s+/g, ' ').trim() : '';
  const main = body ? mainElement(body) : null;
  const { text, pieces } = main ? collect(main, source, false) : { text: '', pieces: [] };
  const frame = body ? collect(body, source, false).text : '';
  return { text, map: tile(pieces, text.length, source.length), title: title || null, frame };
}

/** Text of a fragment that a converter made; numbered lists get their numbers back. */
export function fragmentText(source: string): string {
  return collect(parseFragment(source, { sourceCodeLocationInfo: true }), source, true).text;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const nameOf = (node: Node): string => ('tagName' in node ? node.tagName : '');

function find(root: Node, name: string): Element | null {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (nameOf(node) === name) return node as Element;
    stack.push(...childrenOf(node).toReversed());
  }
  return null;
}

/** Characters of text outside links and page furniture, per element. */
function weights(root: Element): Map<Node, number> {
  const weight = new Map<Node, number>();
  const order: Node[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const name = nameOf(node);
    if (name === 'a' || hidden.has(name) || (aside.has(name) && node !== root)) continue;
    order.push(node);
    stack.push(...childrenOf(node));
  }
  for (const node of order.toReversed()) {
    const own = node.nodeName === '#text' ? (node as { value: string } & Node).value.replaceAll(/\s+/g, '').length : 0;
    const total = (weight.get(node) ?? 0) + own;
    weight.set(node, total);
    const parent = 'parentNode' in node ? node.parentNode : null;
    if (parent && node !== root) weight.set(parent, (weight.get(parent) ?? 0) + total);
  }
  return weight;
}

const MAIN_SHARE = 0.75;

function mainElement(body: Element): Element {
  const weight = weights(body);
  let main = body;
  for (;;) {
    const next = childrenOf(main).find(
      (child) =>
        'tagName' in child &&
        (weight.get(child) ?? 0) >= MAIN_SHARE * (weight.get(main) ?? 0) &&
        (weight.get(child) ?? 0) > 0,
    );
    if (!next || blocksOnly(nameOf(next))) return main;
    main = next as Element;
  }
}

const blocksOnly = (name: string): boolean =>
  name === 'p' || name === 'span' || name === 'tr' || name === 'td' ? name !== 'td' : false;

function collect(root: Node, source: string, numberLists: boolean): { text: string; pieces: Piece[] } {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let atLineStart = true;
  const put = (part: string, rawStart: number, rawEnd: number): void => {
    parts.push(part);
    pieces.push({ start: length, end: length + part.length, rawStart, rawEnd });
    length += part.length;
  };
  let rawAt = 0;
  const breakLine = (): void => {
    if (!atLineStart) put('\n', rawAt, rawAt);
    atLineStart = true;
  };
  type Task = { readonly node: Node } | { readonly leave: string };
  const stack: Task[] = [{ node: root }];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if ('leave' in task) {
      if (task.leave === 'td' || task.leave === 'th') {
        if (!atLineStart) put('\t', rawAt, rawAt);
      } else breakLine();
      continue;
    }
    const { node } = task;
    if (node.nodeName === '#text') {
      const location = (node as { sourceCodeLocation?: { startOffset: number; endOffset: number } | null } & Node)
        .sourceCodeLocation;
      const value = (node as { value: string } & Node).value;
      const from = location?.startOffset ?? rawAt;
      const to = location?.endOffset ?? rawAt;
      for (const piece of textPieces(value, source.slice(from, to), from, to)) {
        const shown = /^\s+$/.test(piece.text) ? (atLineStart || parts.at(-1) === '\t' ? '' : ' ') : piece.text;
        if (shown === '') continue;
        put(shown, piece.rawStart, piece.rawEnd);
        atLineStart = false;
      }
      rawAt = Math.max(rawAt, to);
      continue;
    }
    const name = nameOf(node);
    if (node !== root && (hidden.has(name) || (aside.has(name) && !numberLists))) continue;
    if (blocks.has(name)) {
      breakLine();
      stack.push({ leave: name });
    } else if (name === 'td' || name === 'th') stack.push({ leave: name });
    if (numberLists && name === 'li') {
      const number = listNumber(node as Element);
      if (number) {
        put(`${number}. `, rawAt, rawAt);
        atLineStart = false;
      }
    }
    for (const child of childrenOf(node).toReversed()) stack.push({ node: child });
  }
  return { text: parts.join(''), pieces };
}

function listNumber(item: Element): number | null {
  const list = item.parentNode;
  if (!list || nameOf(list) !== 'ol') return null;
  return list.childNodes.filter((child) => nameOf(child) === 'li').indexOf(item) + 1;
}

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?|\s+/gi;

/** Parts a text node so that every plain stretch maps character by character and every entity as a whole. */
function textPieces(
  value: string,
  rawSlice: string,
  from: number,
  to: number,
): { text: string; rawStart: number; rawEnd: number }[] {
  const found: { text: string; rawStart: number; rawEnd: number }[] = [];
  let at = 0;
  let valueAt = 0;
  const take = (text: string, start: number, end: number): void => {
    found.push({ text, rawStart: from + start, rawEnd: from + end });
    valueAt += text.length;
  };
  for (const match of rawSlice.matchAll(entity)) {
    if (match.index > at) take(rawSlice.slice(at, match.index), at, match.index);
    at = match.index + match[0].length;
    const decoded = /^\s/.test(match[0]) ? match[0].replaceAll('\r\n', '\n').replaceAll('\r', '\n') : decode(match[0]);
    take(decoded, match.index, at);
  }
  if (at < rawSlice.length) take(rawSlice.slice(at), at, rawSlice.length);
  // The parser is the authority: when the parts do not add up to what it read, the node maps as a whole.
  const same = valueAt === value.length && found.map((piece) => piece.text).join('') === value;
  return same ? found : [{ text: value.replaceAll(/\s+/g, ' '), rawStart: from, rawEnd: to }];
}

function decode(reference: string): string {
  const node = parseFragment(reference).childNodes[0];
  return node && node.nodeName === '#text' ? (node as { value: string } & typeof node).value : reference;
}

/** Fills what lies between the collected stretches, so that the map tiles the whole source. */
function tile(pieces: readonly Piece[], length: number, rawLength: number): OffsetMap {
  const tiled: Piece[] = [];
  let rawAt = 0;
  for (const piece of pieces) {
    const rawStart = Math.max(rawAt, piece.rawStart);
    const rawEnd = Math.max(rawStart, piece.rawEnd);
    if (rawStart > rawAt) tiled.push({ start: piece.start, end: piece.start, rawStart: rawAt, rawEnd: rawStart });
    tiled.push({ ...piece, rawStart, rawEnd });
    rawAt = rawEnd;
  }
  if (rawAt < rawLength) tiled.push({ start: length, end: length, rawStart: rawAt, rawEnd: rawLength });
  return joinPieces(tiled);
}

/** True when the text is markup of a page rather than a text with a few tags left in it. */
export function looksLikePage(text: string): boolean {
  return (
    /^\s*(<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i.test(text.slice(0, 2_000)) ||
    /<body[\s>]/i.test(text.slice(0, 50_000))
  );
}
