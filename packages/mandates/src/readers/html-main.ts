import { asideParts, contentParts } from '../rules/page-parts.ts';
import { childrenOf, type Element, isAside, isHidden, nameOf, type Node, pushChildren } from './html-nodes.ts';
import { isDataTable } from './table-columns.ts';

/**
 * Where the text of a page stands: in a part whose name says so, else in the deepest element that still holds most of
 * the text outside links and page furniture.
 */
export function mainElement(body: Element): Element {
  const weight = weights(body);
  const whole = weight.get(body) ?? 0;
  for (const pattern of contentParts) {
    const named = partsNamed(body, pattern)
      .filter((part) => (weight.get(part) ?? 0) >= NAMED_SHARE * whole)
      .toSorted((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
    if (named[0]) return named[0];
  }
  let main = body;
  for (;;) {
    const next = childrenOf(main).find((child) => {
      const own = weight.get(child) ?? 0;
      return 'tagName' in child && own > 0 && own >= MAIN_SHARE * (weight.get(main) ?? 0);
    });
    if (!next || endsHere.has(nameOf(next)) || (nameOf(next) === 'table' && isDataTable(next as Element))) return main;
    main = next as Element;
  }
}

const MAIN_SHARE = 0.75;
/** A part that is called the content need not be most of the page: comments and advice are text too. */
const NAMED_SHARE = 0.25;

/** Elements that are a part of the text, not the place where it stands. */
const endsHere = new Set(['p', 'span', 'ul', 'ol', 'li', 'pre', 'font', 'b', 'strong']);

function partsNamed(body: Element, pattern: RegExp): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [body];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (
      'attrs' in node &&
      node.attrs.some(({ name, value }) => (name === 'id' || name === 'class') && pattern.test(value))
    )
      found.push(node);
    pushChildren(stack, node);
  }
  return found;
}

/** Characters of text outside links and page furniture, per element. */
function weights(root: Element): Map<Node, number> {
  const weight = new Map<Node, number>();
  const order: Node[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node !== root && (nameOf(node) === 'a' || isHidden(node) || isAside(node))) continue;
    order.push(node);
    pushChildren(stack, node);
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

/** Parts inside the text that belong to the site: their name says so, and they are small beside the text. */
export function siteParts(main: Element): ReadonlySet<Node> {
  const weight = weights(main);
  const whole = weight.get(main) ?? 0;
  const found = new Set<Node>();
  for (const part of partsNamed(main, asideParts)) {
    if (part !== main && (weight.get(part) ?? 0) < 0.3 * whole) found.add(part);
  }
  return found;
}
