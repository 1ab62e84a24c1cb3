import { type Refusal, refuse } from '@duban/kit/refusal';
import { SaxesParser } from 'saxes';

/** An element as it opens. Names are local names: office programs differ in their prefixes. */
export type Opened = {
  readonly name: string;
  /** the value of an attribute by its local name */
  readonly attribute: (name: string) => string | undefined;
};

export type XmlHandler = {
  readonly open?: (element: Opened) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** No document nests this deep; what does was made to exhaust somebody's stack. */
const MAX_DEPTH = 2_000;

/**
 * Reads one XML part and tells what it meets. Nothing is kept, no entity is declared, nothing is fetched.
 *
 * @returns `document.unsafe_xml` for a part with a document type, `document.damaged` for one that is not XML; else null
 */
export function readXml(part: Buffer, handler: XmlHandler): Refusal | null {
  const text = decodeXml(part);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse('document.unsafe_xml');
  let fault: Refusal | null = null;
  let depth = 0;
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new XmlFault('nested too deep');
    handler.open?.({
      name: localName(name),
      attribute: (wanted) => valueOf(attributes as Record<string, string>, wanted),
    });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close?.(localName(name));
  });
  parser.on('text', (piece) => handler.text?.(piece));
  parser.on('cdata', (piece) => handler.text?.(piece));
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    fault = refuse('document.damaged');
  }
  return fault;
}

class XmlFault extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function valueOf(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  for (const name of Object.keys(attributes)) if (localName(name) === wanted) return attributes[name];
  return undefined;
}

/** XML is UTF-8 or UTF-16; the first bytes say which (XML 1.0, appendix F). */
function decodeXml(part: Buffer): string {
  const isBigEndian = (part[0] === 0xfe && part[1] === 0xff) || (part[0] === 0 && part[1] === 0x3c);
  const isLittleEndian = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0x3c && part[1] === 0);
  const encoding = isBigEndian ? 'utf-16be' : isLittleEndian ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}
