import type { Bytes } from './bytes.ts';
import { changesIn } from './properties.ts';

export type StyleList = { readonly list: number; readonly level: number };

const MOST = 4_000;

/** The lists that paragraph styles put their paragraphs in, by the number of the style ([MS-DOC] 2.9.271, STSH). */
export function stylesOf(sheet: Bytes): ReadonlyMap<number, StyleList> {
  const headLength = sheet.u16(0);
  const count = Math.min(sheet.u16(2), MOST);
  const baseLength = sheet.u16(4);
  const own = new Map<number, { base: number; list: number | null; level: number | null }>();
  let at = 2 + headLength;
  for (let style = 0; style < count && at < sheet.length; style++) {
    const length = sheet.u16(at);
    const held = sheet.part(at + 2, length);
    at += 2 + length + (length % 2);
    const isParagraphStyle = (held.u16(2) & 0xf) === 1;
    if (length === 0 || !isParagraphStyle) continue;
    const nameLength = held.u16(baseLength);
    const properties = baseLength + 2 + nameLength * 2 + 2;
    let list: number | null = null;
    let level: number | null = null;
    for (const { code, operand } of changesIn(held.part(properties + 4, held.u16(properties) - 2))) {
      if (code === 0x460b) list = operand.u16(0);
      if (code === 0x260a) level = operand.u8(0);
    }
    own.set(style, { base: held.u16(2) >> 4, list, level });
  }
  return new Map([...own.keys()].map((style) => [style, inherited(own, style)]));
}

function inherited(
  styles: ReadonlyMap<number, { base: number; list: number | null; level: number | null }>,
  style: number,
): StyleList {
  let list: number | null = null;
  let level: number | null = null;
  const seen = new Set<number>();
  for (let at = style; !seen.has(at);) {
    seen.add(at);
    const found = styles.get(at);
    if (!found) break;
    list ??= found.list;
    level ??= found.level;
    at = found.base;
  }
  return { list: list ?? 0, level: level ?? 0 };
}
