import { type Refusal, refuse } from '@duban/kit/refusal';
import { identityMap } from '../offset-map.ts';
import { decodeText } from './decode-text.ts';
import { docxText } from './docx-text.ts';
import { looksLikePage, pageText } from './html-text.ts';
import { MAX_CHARACTERS, MAX_FILE_BYTES, type Reading } from './reading.ts';

type Container = 'zip' | 'pdf' | 'ole' | 'picture' | 'text';

const magics: readonly (readonly [Container, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
];

function containerOf(bytes: Uint8Array): Container {
  return magics.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? 'text';
}

/**
 * Reads a document of any supported kind. The content decides, and the extension must not contradict it.
 *
 * @param fileName only its extension is used
 * @returns `document.empty`, `document.too_large`, `document.wrong_extension`, `document.format_unsupported`,
 *   `document.not_text`, `document.no_text`, or what the ZIP guard refuses
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<Reading | Refusal> {
  if (bytes.length === 0) return refuse('document.empty');
  if (bytes.length > MAX_FILE_BYTES) return refuse('document.too_large', { limit: '20 MB' });
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const container = containerOf(bytes);
  const expected: Container = ['docx', 'docm', 'xlsx', 'pptx'].includes(extension)
    ? 'zip'
    : extension === 'pdf'
      ? 'pdf'
      : ['doc', 'xls', 'wps'].includes(extension)
        ? 'ole'
        : 'text';
  if (extension === 'docx' && container === 'ole') return refuse('document.encrypted');
  if (extension !== '' && container !== expected) {
    return refuse('document.wrong_extension', { extension, found: containerNames[container] });
  }
  if (
    extension === 'xlsx' ||
    extension === 'pptx' ||
    container === 'pdf' ||
    container === 'ole' ||
    container === 'picture'
  ) {
    return refuse('document.format_unsupported', { format: extension || containerNames[container] });
  }
  const reading = container === 'zip' ? await readDocx(bytes) : readText(bytes, extension);
  if ('refused' in reading) return reading;
  if (reading.text.length > MAX_CHARACTERS)
    return refuse('document.too_large', { limit: `${MAX_CHARACTERS / 10_000} 万字` });
  return reading.text.trim() === '' ? refuse('document.no_text') : reading;
}

const containerNames: Readonly<Record<Container, string>> = {
  zip: 'ZIP',
  pdf: 'PDF',
  ole: 'DOC',
  picture: 'PNG/JPEG/GIF',
  text: 'TXT',
};

async function readDocx(bytes: Uint8Array): Promise<Reading | Refusal> {
  const text = await docxText(bytes);
  if (typeof text !== 'string') return text;
  return {
    format: 'docx',
    encoding: 'utf-8',
    raw: text,
    text,
    map: identityMap(text.length),
    lines: 'paragraphs',
    title: null,
    frame: '',
  };
}

function readText(bytes: Uint8Array, extension: string): Reading | Refusal {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return decoded;
  const { text: raw, encoding } = decoded;
  if (extension === 'html' || extension === 'htm' || looksLikePage(raw)) {
    const page = pageText(raw);
    return { format: 'html', encoding, raw, lines: 'paragraphs', ...page };
  }
  return {
    format: 'txt',
    encoding,
    raw,
    text: raw,
    map: identityMap(raw.length),
    lines: 'hard',
    title: null,
    frame: '',
  };
}
