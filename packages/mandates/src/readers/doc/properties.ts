import type { Bytes } from './bytes.ts';

/**
 * What a paragraph or a run of characters of a DOC says about itself: lists of single changes ([MS-DOC] 2.2.5, Prl), kept
 * in pages of 512 bytes ([MS-DOC] 2.9, PapxFkp and ChpxFkp) by their place in the file.
 */
export type Change = { readonly code: number; readonly operand: Bytes };

const definesTable = 0xd608;
const changesTabs = 0xc615;

/** @param from where the list begins in the bytes */
export function changesIn(bytes: Bytes, from = 0): Change[] {
  const changes: Change[] = [];
  for (let at = from; at + 2 < bytes.length;) {
    const code = bytes.u16(at);
    at += 2;
    const [skip, length] = operandOf(code, bytes, at);
    changes.push({ code, operand: bytes.part(at + skip, length) });
    at += skip + length;
  }
  return changes;
}

/** @returns how many bytes tell the length, and the length */
function operandOf(code: number, bytes: Bytes, at: number): [number, number] {
  const kind = code >> 13;
  if (kind === 0 || kind === 1) return [0, 1];
  if (kind === 2 || kind === 4 || kind === 5) return [0, 2];
  if (kind === 3) return [0, 4];
  if (kind === 7) return [0, 3];
  if (code === definesTable) return [2, Math.max(0, bytes.u16(at) - 1)];
  if (code === changesTabs && bytes.u8(at) === 255) return [1, bytes.length];
  return [1, bytes.u8(at)];
}

/** A stretch of the file with the same properties; `end` is not part of it. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly changes: Change[];
};

const PAGE = 512;

/** @param plc the plain list of file places and page numbers */
export function paragraphStretches(document: Bytes, plc: Bytes): Stretch[] {
  return pagesOf(document, plc).flatMap(({ page, count }) => {
    const stretches: Stretch[] = [];
    for (let i = 0; i < count; i++) {
      const at = page.u8((count + 1) * 4 + i * 13) * 2;
      const words = page.u8(at);
      const held = words === 0 ? page.part(at + 2, page.u8(at + 1) * 2) : page.part(at + 1, words * 2 - 1);
      const isPlain = at === 0;
      stretches.push({
        start: page.u32(i * 4),
        end: page.u32((i + 1) * 4),
        style: isPlain ? 0 : held.u16(0),
        changes: isPlain ? [] : changesIn(held, 2),
      });
    }
    return stretches;
  });
}

export function characterStretches(document: Bytes, plc: Bytes): Stretch[] {
  return pagesOf(document, plc).flatMap(({ page, count }) => {
    const stretches: Stretch[] = [];
    for (let i = 0; i < count; i++) {
      const at = page.u8((count + 1) * 4 + i) * 2;
      if (at === 0) continue;
      const changes = changesIn(page.part(at + 1, page.u8(at)));
      stretches.push({ start: page.u32(i * 4), end: page.u32((i + 1) * 4), style: 0, changes });
    }
    return stretches;
  });
}

function pagesOf(document: Bytes, plc: Bytes): { page: Bytes; count: number }[] {
  const entries = Math.max(0, Math.floor((plc.length - 4) / 8));
  const seen = new Set<number>();
  const pages: { page: Bytes; count: number }[] = [];
  for (let i = 0; i < entries; i++) {
    const number = plc.u32((entries + 1) * 4 + i * 4) & 0x3fffff;
    if (seen.has(number)) continue;
    seen.add(number);
    const page = document.part(number * PAGE, PAGE);
    if (page.length === PAGE) pages.push({ page, count: page.u8(PAGE - 1) });
  }
  return pages;
}
