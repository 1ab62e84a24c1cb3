import { readFileSync } from 'node:fs';

/**
 * The character maps that a PDF may name without carrying them (ISO 32000-1, table 118). Chinese programs that do not
 * embed their fonts rely on them: without a map such a PDF has no text. Each is computed from two things: which Unicode
 * character each number of the Adobe collections stands for (a table), and what the platform knows about GBK, Big5 and
 * UTF-16. The library that reads PDFs asks for them by this interface.
 */
export class CharacterMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename.replace(/\.bcmap$/, '')) : null;
    if (map === null) throw new Error(`no such resource: ${filename}`);
    return new TextEncoder().encode(map);
  }
}

type Collection = 'gb1' | 'cns1';

/** Families of encodings by the beginning of their names; -H and -V differ only in how glyphs stand. */
const encodings: readonly (readonly [
  name: RegExp,
  collection: Collection,
  encoding: 'gb18030' | 'big5' | 'utf-16be',
])[] = [
  [/^Uni(GB|CNS)-(UCS2|UTF16)-/, 'gb1', 'utf-16be'],
  [/^GB/, 'gb1', 'gb18030'],
  [/^(B5|ETen|HKscs)/, 'cns1', 'big5'],
];

const written = new Map<string, string>();

/** @returns null for maps of other scripts */
function characterMap(name: string): string | null {
  const known = written.get(name);
  if (known !== undefined) return known;
  const own = /^Adobe-(GB1|CNS1)-UCS2$/.exec(name)?.[1]?.toLowerCase() as Collection | undefined;
  const family = encodings.find(([pattern]) => pattern.test(name));
  let map: string | null = null;
  if (own) map = toUnicode(charactersOf(own));
  else if (family) map = toIdentifiers(name.startsWith('UniCNS') ? 'cns1' : family[1], family[2]);
  if (map !== null) written.set(name, map);
  return map;
}

const tables = new Map<Collection, Uint16Array>();

/** The Unicode character of every character identifier; 0 where there is none. */
function charactersOf(collection: Collection): Uint16Array {
  let table = tables.get(collection);
  if (!table) {
    const bytes = readFileSync(new URL(`./character-collections/adobe-${collection}.bin`, import.meta.url));
    table = new Uint16Array(bytes.length / 2);
    for (let i = 0; i < table.length; i++) table[i] = bytes.readUInt16BE(i * 2);
    tables.set(collection, table);
  }
  return table;
}

const hex = (number: number): string => number.toString(16).padStart(4, '0');
const twoBytes = '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n';
const oneOrTwoBytes = '2 begincodespacerange\n<00> <80>\n<8140> <fefe>\nendcodespacerange\n';

function toUnicode(characters: Uint16Array): string {
  const lines: string[] = [];
  for (const [identifier, character] of characters.entries()) {
    if (character !== 0) lines.push(`<${hex(identifier)}> <${hex(character)}>`);
  }
  return `${twoBytes}${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\nendcmap\n`;
}

function toIdentifiers(collection: Collection, encoding: 'gb18030' | 'big5' | 'utf-16be'): string {
  const identifiers = new Map<number, number>();
  for (const [identifier, character] of charactersOf(collection).entries()) {
    if (character !== 0 && !identifiers.has(character)) identifiers.set(character, identifier);
  }
  const lines: string[] = [];
  const add = (code: string, character: number): void => {
    const identifier = identifiers.get(character);
    if (identifier !== undefined) lines.push(`<${code}> ${identifier}`);
  };
  if (encoding === 'utf-16be') {
    for (const character of identifiers.keys()) add(hex(character), character);
  } else {
    for (let code = 0x20; code < 0x7f; code++) add(code.toString(16), code);
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (text.length === 1 && text !== '\ufffd') add(hex(lead * 256 + trail), text.charCodeAt(0));
      }
    }
  }
  const space = encoding === 'utf-16be' ? twoBytes : oneOrTwoBytes;
  return `${space}${lines.length} begincidchar\n${lines.join('\n')}\nendcidchar\nendcmap\n`;
}
