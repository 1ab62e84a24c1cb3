/**
 * Text to GB18030 bytes (its two-byte part, which is GBK), and what becomes of text whose bytes lose their place. The
 * platform only decodes GBK, so the table is turned round once.
 */
let table: ReadonlyMap<string, readonly [number, number]> | null = null;

function encodingTable(): ReadonlyMap<string, readonly [number, number]> {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !found.has(character))
        found.set(character, [lead, trail]);
    }
  }
  table = found;
  return found;
}

/** @throws RangeError for a character that GBK does not have */
export function toGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const pair = code < 0x80 ? [code] : encodingTable().get(character);
    if (!pair) throw new RangeError(`GBK has no ${character} (U+${code.toString(16)})`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

/**
 * The lost-byte mojibake of scraped pages: the first byte of the span is dropped, every pair after it starts one byte
 * late, until an ASCII character sets the reader right again. What the reader cannot decode it shows as `?`.
 *
 * @param span the text from the character that lost its first byte to the last damaged one
 */
export function withLostByte(span: string): string {
  return new TextDecoder('gbk').decode(toGbk(span).subarray(1)).replaceAll('\ufffd', '?');
}
