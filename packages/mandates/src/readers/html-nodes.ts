import type { DefaultTreeAdapterMap } from 'parse5';

/** The nodes of a parsed page, and which of them are not its text. */
export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
/** Puts the children of a node on a stack so that the first comes off first. One call per child: pages have any number. */
export function pushChildren(stack: Node[], node: Node): void {
  const children = childrenOf(node);
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
}

export const nameOf = (node: Node): string => ('tagName' in node ? node.tagName : '');

export function attributeOf(node: Node, name: string): string | null {
  return 'attrs' in node ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? null) : null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const hidden = words('script style noscript template head svg iframe object select button textarea input rt rp del');
const aside = words('nav header footer aside form menu');

/** What a browser does not show, or shows as something other than text. */
export function isHidden(node: Node): boolean {
  if (hidden.has(nameOf(node))) return true;
  const style = attributeOf(node, 'style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  return attributeOf(node, 'hidden') !== null;
}

/** A part of the page around the text. A form may be all there is: old sites wrap the whole page in one. */
export function isAside(node: Node): boolean {
  const name = nameOf(node);
  if (name === 'form')
    return attributeOf(node, 'runat') === null && !/aspnetForm|form1/i.test(attributeOf(node, 'id') ?? '');
  return aside.has(name);
}

export function findFirst(root: Node, name: string): Element | null {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (nameOf(node) === name) return node as Element;
    pushChildren(stack, node);
  }
  return null;
}
