/** An element to be written, with text or with elements in it. */
export type XmlNode = { readonly name: string; readonly content: string | readonly XmlNode[] };

export function node(name: string, content: string | number | readonly XmlNode[]): XmlNode {
  return { name, content: typeof content === 'number' ? String(content) : content };
}

const NAMESPACE = 'http://schemas.microsoft.com/project';

export function writeXml(root: XmlNode): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  write(root, ` xmlns="${NAMESPACE}"`, '', lines);
  return `${lines.join('\n')}\n`;
}

function write({ name, content }: XmlNode, attributes: string, indent: string, lines: string[]): void {
  if (typeof content === 'string') {
    lines.push(`${indent}<${name}${attributes}>${escaped(content)}</${name}>`);
    return;
  }
  lines.push(`${indent}<${name}${attributes}>`);
  for (const child of content) write(child, '', `${indent}  `, lines);
  lines.push(`${indent}</${name}>`);
}

/** Characters that XML 1.0 cannot carry are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
