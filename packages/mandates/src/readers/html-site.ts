import { labelFields, metaFields } from '../rules/page-parts.ts';
import { attributeOf, type Element, isHidden, nameOf, type Node, pushChildren } from './html-nodes.ts';

/** What a page says about its document, and the parts that say nothing else. */
export type SiteFacts = {
  readonly fields: Readonly<Record<string, string>>;
  readonly parts: ReadonlySet<Node>;
};

const LONGEST_VALUE = 120;
const LONGEST_PART = 600;

/** Reads the facts in the head of a page and those that stand beside their labels (索引号：…, 发文字号：…). */
export function siteFacts(document: Node): SiteFacts {
  const fields: Record<string, string> = {};
  const parts = new Set<Node>();
  const stack: Node[] = [document];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (nameOf(node) === 'meta') readMeta(node, fields);
    const found = boxes.has(nameOf(node)) ? factsIn(node as Element) : null;
    if (found) {
      for (const [field, value] of found) fields[field] ??= value;
      parts.add(node);
      continue;
    }
    if (!isHidden(node) || nameOf(node) === 'head') pushChildren(stack, node);
  }
  return { fields, parts };
}

const boxes = new Set(['table', 'ul', 'dl', 'div', 'p', 'h4', 'h5']);

function readMeta(node: Node, fields: Record<string, string>): void {
  const name = attributeOf(node, 'name') ?? attributeOf(node, 'property');
  const value = attributeOf(node, 'content')?.trim();
  if (!name || !value || value.length > LONGEST_VALUE) return;
  const field = metaFields.find(([, pattern]) => pattern.test(name))?.[0];
  if (field) fields[field] ??= value;
}

/** What may stand before a colon as a label, with the blanks that spread it over its column. */
const beforeColon = /\p{Script=Han}(?:[ \u3000\u00a0]*\p{Script=Han}){1,15}(?=\s*[:：])/gu;

type Label = { readonly field: string; readonly at: number; readonly after: number };

function labelsIn(text: string): Label[] {
  return [...text.matchAll(beforeColon)].flatMap((match) => {
    // The value before it may run into the label; a blank parts them.
    for (let at = 0; at < match[0].length - 1; at++) {
      const isStart = at === 0 || /\s/.test(match[0][at - 1]!);
      if (!isStart || /\s/.test(match[0][at]!)) continue;
      const name = match[0].slice(at).replaceAll(/[\s\u3000\u00a0]/g, '');
      const field = labelFields.find(([, pattern]) => pattern.test(name))?.[0];
      if (field) return [{ field, at: match.index + at, after: match.index + match[0].length }];
    }
    return [];
  });
}

/** The facts of a small part that consists of labels with values and of little else; null for any other. */
function factsIn(part: Element): Map<string, string> | null {
  const text = shortText(part);
  if (text === null) return null;
  const labels = labelsIn(text);
  if (labels.length < 2 || text.slice(0, labels[0]!.at).trim().length > 12) return null;
  const found = new Map<string, string>();
  for (const [i, { field, after }] of labels.entries()) {
    const value = text
      .slice(after, labels[i + 1]?.at ?? text.length)
      .replace(/^\s*[:：]\s*/, '')
      .replaceAll(/\s+/g, ' ')
      .replace(/[\s【[|]+(?:字体|字号|打印|分享|大\s+中\s+小).*$/, '')
      .trim();
    if (value.length > LONGEST_VALUE || /[。；]/.test(value)) return null;
    if (value !== '' && !found.has(field)) found.set(field, value);
  }
  return found.size > 0 ? found : null;
}

const MOST_NODES = 200;

/** The text of a part, what stands in different elements parted by blanks; null when the part is large. */
function shortText(part: Element): string | null {
  const texts: string[] = [];
  let length = 0;
  let nodes = 0;
  const stack: Node[] = [part];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (++nodes > MOST_NODES || length > LONGEST_PART) return null;
    if (node.nodeName === '#text') {
      const value = (node as unknown as { value: string }).value.replaceAll(/\n\s*/g, ' ');
      length += value.trim().length;
      texts.push(value);
    } else if (!inline.has(nameOf(node))) texts.push('  ');
    if (!isHidden(node)) pushChildren(stack, node);
  }
  const text = texts.join('');
  return /[:：]/.test(text) ? text : null;
}

const inline = new Set(['span', 'b', 'strong', 'font', 'em', 'a']);
