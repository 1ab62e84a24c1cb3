import { parse, parseFragment } from 'parse5';
import { aside, childrenOf, collectText, type Element, hidden, nameOf, type Node } from './collect-text.ts';
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

export function pageText(source: string): HtmlText {
  const document = parse(source, { sourceCodeLocationInfo: true });
  const body = find(document, 'body');
  const heading = find(document, 'h1') ?? find(document, 'title');
  const title = heading ? collectText(heading, source, false).text.replaceAll(/\s+/g, ' ').trim() : '';
  const main = body ? mainElement(body) : null;
  const { text, pieces } = main ? collectText(main, source, false) : { text: '', pieces: [] };
  const frame = body ? collectText(body, source, false).text : '';
  return { text, map: tile(pieces, text.length, source.length), title: title || null, frame };
}

/** Text of a fragment that a converter made; numbered lists get their numbers back. */
export function fragmentText(source: string): string {
  return collectText(parseFragment(source, { sourceCodeLocationInfo: true }), source, true).text;
}

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
