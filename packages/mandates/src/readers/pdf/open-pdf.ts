import { type Refusal, refuse } from '@duban/kit/refusal';
import { getDocument, OPS } from 'unpdf/pdfjs';
import { plainForm, radicalForm } from '../../rules/radical-forms.ts';
import { CharacterMaps } from './character-maps.ts';
import type { Page, Ruling, Word } from './page.ts';
import { type Matrix, matrixOf, multiply, rulingsOf } from './rulings.ts';

/** A document of more pages is a book, and takes longer than anybody waits. */
export const MAX_PAGES = 1_000;

/**
 * Opens a PDF and tells page by page what it shows. Nothing in it is run, no font is loaded, no picture is decoded.
 *
 * @returns `document.encrypted`, `document.damaged` or `document.too_many_pages`
 */
export async function openPdf(bytes: Uint8Array): Promise<{ readonly pages: AsyncIterable<Page> } | Refusal> {
  // The library takes the bytes over, so it gets its own.
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
    cMapUrl: 'built-in/',
    cMapPacked: false,
    BinaryDataFactory: CharacterMaps,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) {
      const refusal = refuse('document.too_many_pages', { pages: document.numPages, limit: MAX_PAGES });
      await task.destroy();
      return refusal;
    }
    return { pages: pagesOf(task, document) };
  } catch (error) {
    await task.destroy();
    return whyNotOpened(error);
  }
}

type Task = ReturnType<typeof getDocument>;
type Document = Awaited<Task['promise']>;
type PdfPage = Awaited<ReturnType<Document['getPage']>>;

/** The library names its errors, and throws them for every way in which a file can be broken. */
function whyNotOpened(error: unknown): Refusal {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return refuse(isLocked ? 'document.encrypted' : 'document.damaged');
}

async function* pagesOf(task: Task, document: Document): AsyncGenerator<Page> {
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await pageOf(document, number);
      if (page) yield page;
    }
  } finally {
    await task.destroy();
  }
}

/** A page that cannot be read is as good as one that shows nothing. */
async function pageOf(document: Document, number: number): Promise<Page | null> {
  try {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const words = await wordsOf(page, matrixOf(transform));
    const drawn = words.length === 0 || mayHoldTable(words) ? await drawnOn(page, matrixOf(transform)) : null;
    page.cleanup();
    return { number, width, height, words, rulings: drawn?.rulings ?? [], hasPictures: drawn?.hasPictures ?? false };
  } catch {
    return { number, width: 0, height: 0, words: [], rulings: [], hasPictures: true };
  }
}

/** Text that stands askew is a watermark or a stamp. */
const SKEW = 0.1;

async function wordsOf(page: PdfPage, viewport: Matrix): Promise<Word[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const words: Word[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, , , left, baseline] = multiply(viewport, matrixOf(item.transform));
    if (Math.abs(b) > SKEW * Math.abs(a) || a <= 0) continue;
    const size = item.height > 0 ? item.height : Math.abs(a);
    // A broken font or matrix gives widths that no text has.
    const width = Number.isFinite(item.width) ? Math.max(0, item.width) : 0;
    if (!Number.isFinite(left + baseline + size)) continue;
    const word = { text: cleaned(item.str), left, right: left + width, baseline, size };
    words.push(trimmed(word));
  }
  return words;
}

const han = '\\p{Script=Han}，。、；：！？（）《》“”〔〕';
const betweenScripts = new RegExp(`(?<=[${han}]) (?=[\\w%])|(?<=[\\w%]) (?=[${han}])`, 'gu');

/** Forms of radicals become characters; the sliver of space that programs put beside digits is no blank. */
const cleaned = (text: string): string => text.replaceAll(radicalForm, plainForm).replaceAll(betweenScripts, '');

/** Blanks at the ends are indents; a wide blank is as wide as a character. */
function trimmed({ text, left, right, baseline, size }: Word): Word {
  const widths = [...text].map((character) => (/[\u3000-\uffef]/.test(character) ? 2 : 1));
  const unit =
    (right - left) /
    Math.max(
      1,
      widths.reduce((sum, width) => sum + width, 0),
    );
  const before = /^\s*/.exec(text)![0].length;
  const after = /\s*$/.exec(text)![0].length;
  const sum = (of: readonly number[]): number => of.reduce((total, width) => total + width, 0) * unit;
  return {
    text: text.trim(),
    left: left + sum(widths.slice(0, before)),
    right: right - (after === 0 ? 0 : sum(widths.slice(-after))),
    baseline,
    size,
  };
}

/** Words side by side with a gap: drawn lines may say which belong together. */
function mayHoldTable(words: readonly Word[]): boolean {
  const lines = Map.groupBy(words, (word) => Math.round(word.baseline / 3));
  return [...lines.values()].some((line) => {
    const inOrder = line.toSorted((a, b) => a.left - b.left);
    return inOrder.some((word, i) => i > 0 && word.left - inOrder[i - 1]!.right > word.size * 0.4);
  });
}

const picturesBy = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

async function drawnOn(page: PdfPage, viewport: Matrix): Promise<{ rulings: Ruling[]; hasPictures: boolean }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return {
    rulings: rulingsOf(fnArray, argsArray as unknown[][], viewport),
    hasPictures: fnArray.some((operation) => picturesBy.has(operation)),
  };
}
