import mammoth from 'mammoth';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { fragmentText } from './html-text.ts';
import { whyNotUnpack } from './zip-guard.ts';

/**
 * The text of a Word document (OOXML): paragraphs on lines of their own, table cells parted by tabs, automatic numbers
 * of lists written out as `1. `. Pictures are left out.
 */
export async function docxText(bytes: Uint8Array): Promise<string | Refusal> {
  const unsafe = whyNotUnpack(bytes);
  if (unsafe) return unsafe;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage: noPictures });
    return fragmentText(value);
  } catch {
    // The library throws plain errors for every way in which a package can be broken; the reader only needs to know that.
    return refuse('document.damaged');
  }
}
