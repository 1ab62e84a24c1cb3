import { SaxesParser } from 'saxes';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * Reads the records out of a large XML file without building a tree of all of it: each element at one of the wanted
 * paths is handed over with what is in it, and forgotten. A file with a DOCTYPE is refused, so that no entity can be
 * declared; depth is bounded.
 */
export type XmlElement = {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
};

const DEEPEST = 40;

/**
 * @param wanted path of an element, such as `Project/Tasks/Task`, and what to do with each
 * @returns the name of the root element, or a refusal with the line
 */
export function readXmlRecords(
  xml: string,
  wanted: Readonly<Record<string, (element: XmlElement) => void>>,
): string | Refusal {
  const parser = new SaxesParser();
  const path: string[] = [];
  const open: XmlElement[] = [];
  let root = '';
  let refusal: Refusal | null = null;
  const stop = (reason: string) => {
    refusal ??= refuse('plan_file.not_xml', { line: parser.line, reason: reason.slice(0, 200) });
  };
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('DOCTYPE'));
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1);
    root ||= local;
    path.push(local);
    if (path.length > DEEPEST) stop(`> ${DEEPEST}`);
    if (open.length === 0 && !Object.hasOwn(wanted, path.join('/'))) return;
    const element: XmlElement = { name: local, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && open.length === 0) wanted[path.join('/')]!(element);
    path.pop();
  });
  for (let at = 0; at < xml.length && !refusal; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  if (!refusal) parser.close();
  return refusal ?? root;
}

const CHUNK = 64 * 1024;

/** The text of a direct child, or undefined where there is none or it is empty. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim() || undefined;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
