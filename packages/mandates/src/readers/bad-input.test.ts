import { crc32, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../ingest.ts';
import { decodeText } from './decode-text.ts';
import { MAX_FILE_BYTES } from './reading.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const speech =
  '区城市管理局要加强检查，每周通报一次。各街道要按照属地管理的原则，对辖区内的违法建设进行全面排查，建立问题台账，于6月30日前完成整改。';

describe('a file that cannot be read is refused with a reason', () => {
  test.each([
    ['nothing in it', new Uint8Array(), 'a.txt', 'document.empty'],
    ['only blanks', bytesOf(' \n \u3000 '), 'a.txt', 'document.no_text'],
    ['too large', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), 'a.txt', 'document.too_large'],
    ['a PDF cut short', bytesOf('%PDF-1.7 …'), 'a.pdf', 'document.damaged'],
    ['a PDF called TXT', bytesOf('%PDF-1.7 …'), 'a.txt', 'document.wrong_extension'],
    ['text called DOCX', bytesOf(speech), 'a.docx', 'document.wrong_extension'],
    [
      'an old Word file cut short',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'a.doc',
      'document.damaged',
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'a.png', 'document.no_text_layer'],
    ['a picture called TXT', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'a.txt', 'document.wrong_extension'],
    ['a ZIP cut short', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'a.docx', 'document.damaged'],
    ['noise', noise(4000), 'a.txt', 'document.not_text'],
    [
      'a page without text',
      bytesOf('<!doctype html><html><body><script>alert(1)</script></body></html>'),
      'a.html',
      'document.no_text',
    ],
  ])('%s', async (_, bytes, name, code) => {
    expect(await ingest(bytes, name)).toMatchObject({ refused: true, code });
  });
});

/** The same bytes every time: a linear congruential generator. */
function noise(length: number): Uint8Array {
  let state = 42;
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16);
}

describe('DOCX', () => {
  const paragraphs = (...texts: string[]): string =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`;

  test('paragraphs come out as lines', async () => {
    const found = await ingest(docx(paragraphs('关于整治违法建设的通知', '一、总体要求', speech)), 'a.docx');
    expect(found).toMatchObject({
      source: { format: 'docx', title: '关于整治违法建设的通知' },
      outline: [{ level: 1, number: '一', title: '总体要求' }],
    });
  });

  test('what unpacks to more than the budget is not unpacked, whatever size it declares', async () => {
    const bomb = docx(paragraphs('a'), [
      { name: 'word/media/zeros.xml', content: Buffer.alloc(80 * 1024 * 1024), declared: 10 },
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await ingest(bomb, 'a.docx')).toMatchObject({ refused: true, code: 'document.archive_bomb' });
  });

  test('XML entities are refused', async () => {
    const hostile = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${paragraphs('&b;')}`;
    expect(await ingest(docx(hostile), 'a.docx')).toMatchObject({ refused: true, code: 'document.unsafe_xml' });
  });

  test('paths in the archive lead nowhere', async () => {
    const found = await ingest(
      docx(paragraphs(speech), [{ name: '../../outside.xml', content: Buffer.from('<a/>') }]),
      'a.docx',
    );
    expect(found).toHaveProperty('text');
  });
});

/** A ZIP as a word processor would write it, or as an attacker would. */
function docx(document: string, more: { name: string; content: Buffer; declared?: number }[] = []): Uint8Array {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
  const files = [
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: '_rels/.rels', content: Buffer.from(rels) },
    { name: 'word/document.xml', content: Buffer.from(document) },
    ...more,
  ] as { name: string; content: Buffer; declared?: number }[];
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, declared } of files) {
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? content.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, path]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]));
}

describe('encodings', () => {
  test.each(['utf-8', 'gb18030', 'gbk', 'utf-16le', 'utf-16be'])('%s', (encoding) => {
    expect(decodeText(new Uint8Array(iconv.encode(speech, encoding)))).toMatchObject({ text: speech });
  });
  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with a byte order mark', (encoding) => {
    expect(decodeText(new Uint8Array(iconv.encode(speech, encoding, { addBOM: true })))).toMatchObject({
      text: speech,
      encoding,
    });
  });
  test('Big5', () => {
    const traditional =
      '區政府要加強檢查，每週通報一次。各街道要按照屬地管理的原則，對轄區內的違法建設進行全面排查，建立問題臺賬，於六月三十日前完成整改。';
    expect(decodeText(new Uint8Array(iconv.encode(traditional, 'big5')))).toMatchObject({
      text: traditional,
      encoding: 'big5',
    });
  });
  test('a UTF-8 file that was cut within a character is still UTF-8', () => {
    const cut = bytesOf(speech.repeat(3)).slice(0, -2);
    expect(decodeText(cut)).toMatchObject({ encoding: 'utf-8' });
  });
});

test('random bytes never crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a'),
      async (bytes, name) => {
        const found = await ingest(bytes, name);
        expect('refused' in found ? typeof found.code : typeof found.text).toBe('string');
      },
    ),
    { numRuns: 300 },
  );
});

test('random text never crashes, and every span lies in its text', async () => {
  const piece = fc.constantFrom(
    '一、',
    '一是',
    '各街道要',
    '<br />',
    '&ldquo;',
    '(qū)',
    '區',
    '*',
    '_',
    '12',
    '万平方米',
    '%',
    '，',
    '。',
    '\n',
    '  ',
    '〔2020〕',
    '〞',
    '?',
    'nèi)',
    '蒉r',
    '……',
    '省略12字',
    '（未完，全文共',
    '6月30日前',
    '目录',
    '\t',
    'XX',
    '𠀀',
    '\u0000',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 }), async (pieces) => {
      const raw = pieces.join('');
      const found = await ingest(bytesOf(raw), 'a.txt');
      if ('refused' in found) return;
      const spans = [
        ...found.repairs,
        ...found.gaps,
        ...found.unknowns,
        ...found.outline,
        ...found.directives,
        ...found.quantities,
        ...found.contradictions,
      ];
      for (const { start, end, rawStart, rawEnd } of spans) {
        expect(0 <= start && start <= end && end <= found.text.length).toBe(true);
        expect(0 <= rawStart && rawStart <= rawEnd && rawEnd <= raw.length).toBe(true);
      }
      for (const { text, start, end } of [...found.directives, ...found.quantities])
        expect(found.text.slice(start, end)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('deep nesting does not exhaust the stack', async () => {
  const page = `<html><body>${'<div>'.repeat(20_000)}${speech}${'</div>'.repeat(20_000)}</body></html>`;
  expect(await ingest(bytesOf(page), 'a.html')).toMatchObject({ text: speech });
});
