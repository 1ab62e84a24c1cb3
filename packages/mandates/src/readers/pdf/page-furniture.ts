import type { Block } from './page-blocks.ts';
import { textOf } from './lines.ts';

/** A page with its blocks, as far as the search for headers and footers needs it. */
export type LaidOutPage = { readonly height: number; readonly blocks: readonly Block[] };

/** Headers and footers stand in these shares of the height. */
const MARGIN = 0.13;
const SHARE_OF_PAGES = 0.4;

const pageNumber =
  /^[-—–_·•\s]*(?:第?\s*(?:\d{1,4}|[ivxIVX]{1,5})\s*页?|第?\s*\d{1,4}\s*页?\s*[,，/／]?\s*共?\s*\d{1,4}\s*页?|共\s*\d{1,4}\s*页\s*[,，/／]?\s*第\s*\d{1,4}\s*页|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)[-—–_·•\s]*$/i;

/** Leaves out page numbers, and lines of the margins that come back on many pages at the same height. */
export function withoutFurniture(pages: readonly LaidOutPage[]): LaidOutPage[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const sign of new Set(page.blocks.flatMap((block) => signOf(block, page.height) ?? []))) {
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, pages.length * SHARE_OF_PAGES);
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.filter((block) => {
      const sign = signOf(block, page.height);
      if (sign === null || block.kind !== 'line') return true;
      return !pageNumber.test(textOf(block.line)) && (counts.get(sign) ?? 0) < enough;
    }),
  }));
}

/** Where a line of a margin stands and what it says, whatever its numbers; null for what stands elsewhere. */
function signOf(block: Block, height: number): string | null {
  if (block.kind !== 'line') return null;
  const { baseline } = block.line;
  if (baseline > height * MARGIN && baseline < height * (1 - MARGIN)) return null;
  const text = textOf(block.line).replaceAll(/\d+/g, '#').replaceAll(/\s+/g, '');
  return `${Math.round(baseline / 6)} ${text}`;
}
