import { type Refusal, refuse } from '@duban/kit/refusal';
import { openPdf } from './open-pdf.ts';
import { blocksOf } from './page-blocks.ts';
import { type LaidOutPage, withoutFurniture } from './page-furniture.ts';
import { paragraphsOf } from './paragraphs.ts';

/** What a PDF says. */
export type PdfText = {
  readonly text: string;
  readonly pages: number;
  /** how many of them only show a picture */
  readonly pictures: number;
};

/**
 * The text of a PDF that has one: lines joined to paragraphs by where they stand, tables kept as rows, page numbers,
 * headers and footers left out. A scan has pictures only; nothing is guessed from them.
 *
 * @returns `document.no_text_layer`, or why the file could not be opened
 */
export async function pdfText(bytes: Uint8Array): Promise<PdfText | Refusal> {
  const opened = await openPdf(bytes);
  if ('refused' in opened) return opened;
  const laidOut: (LaidOutPage & { readonly width: number })[] = [];
  let pictures = 0;
  let pages = 0;
  for await (const page of opened.pages) {
    pages++;
    if (page.words.length === 0 && page.hasPictures) pictures++;
    laidOut.push({ width: page.width, height: page.height, blocks: blocksOf(page) });
  }
  const shown = withoutFurniture(laidOut).map((page, i) => ({ ...page, width: laidOut[i]!.width }));
  const text = paragraphsOf(shown).join('\n');
  return isText(text) ? { text, pages, pictures } : refuse('document.no_text_layer');
}

/** Fonts without a way back to characters come out as private or unknown ones. */
function isText(text: string): boolean {
  const signs = text.replaceAll(/\s/g, '');
  const unknown = signs.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  return signs.length >= 1 && unknown <= signs.length * 0.3;
}
