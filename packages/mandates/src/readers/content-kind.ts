import { CompoundFile } from './doc/compound-file.ts';

/** What a file is by its bytes, whatever it is called. */
export type ContentKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ofd'
  | 'zip'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'encrypted'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'mhtml'
  | 'word-xml'
  | 'html'
  | 'picture'
  | 'archive'
  | 'program'
  | 'text';

const magics: readonly (readonly [ContentKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['program', [0x4d, 0x5a, 0x90]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

export function contentKind(bytes: Uint8Array): ContentKind {
  const kind = magics.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
  if (kind === 'zip') return zipKind(bytes);
  if (kind === 'ole') return oleKind(bytes);
  if (kind) return kind;
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  // The signature may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
  if (/^[^]{0,1019}%PDF-\d/.test(head)) return 'pdf';
  const plain = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (plain.startsWith('{\\rtf')) return 'rtf';
  if (/^mime-version:/i.test(plain) || /^(?:[\w-]+:[^\n]*\n){1,8}content-type:\s*multipart\/related/i.test(plain)) {
    return 'mhtml';
  }
  if (/^<\?xml/i.test(plain) && /<\w*:?wordDocument[\s>]/.test(head)) return 'word-xml';
  return 'text';
}

/** The names of the parts tell office files apart; they stand unpacked in the archive's directory. */
function zipKind(bytes: Uint8Array): ContentKind {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => archive.includes(name, 0, 'latin1');
  if (has('word/document.xml') || has('word/document2.xml')) return 'docx';
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('ppt/presentation.xml')) return 'pptx';
  if (has('OFD.xml')) return 'ofd';
  if (has('opendocument')) return 'odt';
  return has('word\\document.xml') ? 'docx' : 'zip';
}

function oleKind(bytes: Uint8Array): ContentKind {
  const names = new CompoundFile(bytes).names;
  if (names.includes('EncryptedPackage')) return 'encrypted';
  if (names.includes('WordDocument')) return 'doc';
  if (names.includes('Workbook') || names.includes('Book')) return 'xls';
  if (names.includes('PowerPoint Document')) return 'ppt';
  return 'ole';
}
