import { type Refusal, refuse } from '@duban/kit/refusal';
import type { DocumentFormat } from '../mandate.ts';
import { identityMap } from '../offset-map.ts';
import { contentKind, type ContentKind } from './content-kind.ts';
import { decodeText } from './decode-text.ts';
import { CompoundFile } from './doc/compound-file.ts';
import { docText } from './doc/doc-text.ts';
import { docxText, isDocxPart, wordXmlText } from './docx/docx-text.ts';
import { looksLikePage, pageText } from './html-text.ts';
import { pageOfMhtml } from './mhtml.ts';
import { MAX_CHARACTERS, MAX_FILE_BYTES, type Reading } from './reading.ts';
import { rtfText } from './rtf-text.ts';
import { isXlsxPart, xlsxText } from './xlsx/xlsx-text.ts';
import { unzip } from './zip.ts';

/** Which contents may hide behind an extension. Office programs open a DOC whatever it really is, and so do we. */
const expected: Readonly<Record<string, readonly ContentKind[]>> = {
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  pdf: ['pdf'],
  doc: ['doc', 'docx', 'rtf', 'mhtml', 'word-xml', 'html'],
  wps: ['doc', 'docx', 'rtf', 'mhtml', 'word-xml', 'html'],
  dot: ['doc', 'docx', 'rtf'],
  xls: ['xls', 'xlsx', 'html', 'mhtml'],
  et: ['xls', 'xlsx'],
  rtf: ['rtf'],
  mht: ['mhtml'],
  mhtml: ['mhtml'],
  xml: ['word-xml', 'html', 'text'],
  pptx: ['pptx'],
  ppt: ['ppt'],
  odt: ['odt'],
  ofd: ['ofd'],
  txt: ['text', 'html'],
  text: ['text', 'html'],
  csv: ['text'],
  tsv: ['text'],
  md: ['text'],
  log: ['text'],
  html: ['html', 'text', 'mhtml'],
  htm: ['html', 'text', 'mhtml'],
  png: ['picture'],
  jpg: ['picture'],
  jpeg: ['picture'],
  gif: ['picture'],
  tif: ['picture'],
  tiff: ['picture'],
};

/** What a reader of the refusal calls the content. */
const contentNames: Readonly<Record<ContentKind, string>> = {
  docx: 'DOCX',
  xlsx: 'XLSX',
  pptx: 'PPTX',
  odt: 'ODT',
  ofd: 'OFD',
  zip: 'ZIP',
  doc: 'DOC',
  xls: 'XLS',
  ppt: 'PPT',
  encrypted: 'DOCX/XLSX',
  ole: 'OLE',
  pdf: 'PDF',
  rtf: 'RTF',
  mhtml: 'MHTML',
  'word-xml': 'Word XML',
  html: 'HTML',
  picture: 'PNG/JPEG/GIF/TIFF',
  archive: 'RAR/7Z/GZ',
  program: 'EXE',
  text: 'TXT',
};

/**
 * Reads a document of any supported kind. The content decides what it is read as, and the extension must not contradict
 * it, except where office programs do not care either.
 *
 * @param fileName only its extension is used
 * @returns `document.empty`, `document.too_large`, `document.wrong_extension`, `document.format_unsupported`,
 *   `document.encrypted`, `document.damaged`, `document.archive_bomb`, `document.unsafe_xml`, `document.not_text`,
 *   `document.no_text`, and of a PDF `document.no_text_layer` or `document.too_many_pages`
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<Reading | Refusal> {
  if (bytes.length === 0) return refuse('document.empty');
  if (bytes.length > MAX_FILE_BYTES) return refuse('document.too_large', { limit: '20 MB' });
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const kind = contentKind(bytes);
  if (kind === 'encrypted') return refuse('document.encrypted');
  // What stands behind the last dot of a name need not be an extension: 讲话稿v1.2.
  const mayBe = expected[extension] ?? null;
  const broken = kind === 'zip' || kind === 'ole' ? whyBroken(kind, bytes) : null;
  if (broken) return broken;
  const isText = kind === 'text' && (mayBe === null || mayBe.includes('text') || mayBe.includes('html'));
  if (mayBe !== null && !mayBe.includes(kind) && !isText) {
    return refuse('document.wrong_extension', { extension, found: contentNames[kind] });
  }
  const reading = await readAs(kind, bytes, extension);
  if ('refused' in reading) return reading;
  if (reading.text.length > MAX_CHARACTERS)
    return refuse('document.too_large', { limit: `${MAX_CHARACTERS / 10_000} 万字` });
  return reading.text.trim() === '' ? refuse('document.no_text') : reading;
}

async function readAs(kind: ContentKind, bytes: Uint8Array, extension: string): Promise<Reading | Refusal> {
  switch (kind) {
    case 'docx':
      return readParts('docx', bytes, isDocxPart, docxText);
    case 'xlsx':
      return readParts('xlsx', bytes, isXlsxPart, xlsxText);
    case 'doc':
      return extracted('doc', 'utf-16le', docText(new CompoundFile(bytes)));
    case 'rtf':
      return extracted('rtf', 'rtf', rtfText(bytes));
    case 'word-xml':
      return extracted('doc', 'xml', wordXmlText(bytes));
    case 'pdf': {
      // Loaded when it is needed: two megabytes that most documents can do without.
      const { pdfText } = await import('./pdf/pdf-text.ts');
      const found = await pdfText(bytes);
      if ('refused' in found) return found;
      const { text, pages, pictures } = found;
      return extracted('pdf', 'pdf', text, pictures === 0 ? undefined : { missing: pictures, of: pages });
    }
    case 'mhtml': {
      const page = pageOfMhtml(bytes);
      return page ? readText(page, 'html') : refuse('document.damaged');
    }
    case 'text':
      return readText(bytes, extension);
    case 'picture':
      return refuse('document.no_text_layer');
    default:
      return refuse('document.format_unsupported', { format: contentNames[kind] });
  }
}

async function readParts(
  format: DocumentFormat,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  textOf: (parts: ReadonlyMap<string, Buffer>) => string | Refusal,
): Promise<Reading | Refusal> {
  const parts = unzip(bytes, isWanted);
  return 'refused' in parts ? parts : extracted(format, 'utf-8', textOf(parts));
}

/** A box in which nothing is recognised may be one that broke. */
function whyBroken(kind: 'zip' | 'ole', bytes: Uint8Array): Refusal | null {
  if (kind === 'ole') return new CompoundFile(bytes).names.length === 0 ? refuse('document.damaged') : null;
  const parts = unzip(bytes, () => false);
  return 'refused' in parts ? parts : null;
}

/** Text that a reader took out of a format that knows its own paragraphs. */
function extracted(
  format: DocumentFormat,
  encoding: string,
  text: string | Refusal,
  pictures?: Reading['pictures'],
): Reading | Refusal {
  if (typeof text !== 'string') return text;
  const map = identityMap(text.length);
  const whole = { raw: text, text, map, title: null, frame: '' };
  return { format, encoding, ...whole, lines: 'paragraphs', ...(pictures ? { pictures } : {}) };
}

function readText(bytes: Uint8Array, extension: string): Reading | Refusal {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return decoded;
  const { text: raw, encoding } = decoded;
  const isPage = extension === 'html' || extension === 'htm' || looksLikePage(raw);
  if (!isPage && (extension === 'doc' || extension === 'wps' || extension === 'xls')) {
    return refuse('document.wrong_extension', { extension, found: contentNames.text });
  }
  if (isPage) return { format: 'html', encoding, raw, lines: 'paragraphs', ...pageText(raw) };
  const map = identityMap(raw.length);
  return { format: 'txt', encoding, raw, text: raw, map, lines: 'hard', title: null, frame: '' };
}
