import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../ingest.ts';
import { compoundFile } from './compound-file.example.ts';
import { decodeText } from './decode-text.ts';
import { MAX_FILE_BYTES } from './reading.ts';
import { docx, paragraph, textRows, xlsx, zip } from './zip.example.ts';

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

describe('archives', () => {
  test('what unpacks to more than the budget is not unpacked, whatever size it declares', async () => {
    const zeros = { name: 'word/media/zeros.xml', content: Buffer.alloc(80 * 1024 * 1024), declared: 10 };
    const bomb = docx(paragraph('a'), {}, [zeros]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await ingest(bomb, 'a.docx')).toMatchObject({ refused: true, code: 'document.archive_bomb' });
  });

  test('what shrank two hundred times holds nothing that anybody wrote', async () => {
    const page = paragraph('区城管局要加强检查。').repeat(60_000);
    expect(page.length).toBeLessThan(10 * 1024 * 1024);
    expect(await ingest(docx(page), 'a.docx')).toMatchObject({ refused: true, code: 'document.archive_bomb' });
  });

  test('many parts that are large together', async () => {
    const noise = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * 7919) % 251));
    const parts = Array.from({ length: 24 }, (_, i) => ({ name: `word/media/${i}.bin`, content: noise }));
    expect(await ingest(docx(paragraph('a'), {}, parts), 'a.docx')).toMatchObject({ code: 'document.archive_bomb' });
  });

  test.each([
    ['entities', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>`],
    ['an outside document type', `<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document/>`],
  ])('XML with %s is refused, in any encoding', async (_, xml) => {
    for (const content of [Buffer.from(xml), Buffer.from(`\ufeff${xml}`, 'utf16le')]) {
      const hostile = zip([{ name: 'word/document.xml', content }]);
      expect(await ingest(hostile, 'a.docx')).toMatchObject({ refused: true, code: 'document.unsafe_xml' });
    }
  });

  test('XML nested deeper than any document', async () => {
    const deep = `${'<w:sdt>'.repeat(5_000)}${'</w:sdt>'.repeat(5_000)}`;
    expect(await ingest(docx(deep), 'a.docx')).toMatchObject({ code: 'document.damaged' });
  });

  test('paths in the archive lead nowhere', async () => {
    const outside = { name: '../../outside.xml', content: '<a/>' };
    expect(await ingest(docx(paragraph(speech), {}, [outside]), 'a.docx')).toHaveProperty('text');
  });

  test.each([
    ['a.docx', 'document.format_unsupported', zip([{ name: 'ppt/presentation.xml', content: '<a/>' }]), 'a.pptx'],
    ['a workbook', 'document.wrong_extension', xlsx(textRows([['一']])), 'a.docx'],
    ['a plain archive', 'document.wrong_extension', zip([{ name: 'a.txt', content: speech }]), 'a.docx'],
    ['a plain archive', 'document.format_unsupported', zip([{ name: 'a.txt', content: speech }]), 'a.zip'],
  ])('%s: %s', async (_, code, bytes, name) => {
    expect(await ingest(bytes, name)).toMatchObject({ refused: true, code });
  });
});

describe('behind a password', () => {
  const box = compoundFile({ EncryptedPackage: Buffer.alloc(5_000, 7), EncryptionInfo: Buffer.alloc(300, 1) });
  test.each(['a.docx', 'a.xlsx', 'a.doc'])('%s', async (name) => {
    expect(await ingest(box, name)).toMatchObject({ refused: true, code: 'document.encrypted' });
  });
  test('an old Word file', async () => {
    const stream = Buffer.alloc(4_096);
    stream.writeUInt16LE(0xa5ec, 0);
    stream.writeUInt16LE(0xc1, 2);
    stream.writeUInt16LE(0x0100, 0x0a);
    expect(await ingest(compoundFile({ WordDocument: stream }), 'a.doc')).toMatchObject({ code: 'document.encrypted' });
  });
  test('old workbooks and slides are named', async () => {
    const refused = await ingest(compoundFile({ Workbook: Buffer.alloc(5_000) }), 'a.xls');
    expect(refused).toMatchObject({ code: 'document.format_unsupported', params: { format: 'XLS' } });
  });
});

describe('what calls itself DOC', () => {
  const page = `<html><body><p>关于整治的通知</p><p>${speech}</p></body></html>`;
  test.each([
    ['a page', bytesOf(page), 'html'],
    ['a new Word file', docx(paragraph('关于整治的通知') + paragraph(speech)), 'docx'],
    [
      'RTF',
      new Uint8Array(
        Buffer.from(
          `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 ${[
            ...iconv.encode(`关于整治的通知\n${speech}`, 'gbk'),
          ]
            .map((byte) => (byte === 10 ? '\\par ' : `\\'${byte.toString(16).padStart(2, '0')}`))
            .join('')}\\par}`,
          'latin1',
        ),
      ),
      'rtf',
    ],
    [
      'a page in one file',
      bytesOf(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="xx"\r\n\r\n--xx\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n--xx--\r\n`,
      ),
      'html',
    ],
    [
      'Word 2003 XML',
      bytesOf(
        `<?xml version="1.0"?><w:wordDocument xmlns:w="x"><w:body>${paragraph('关于整治的通知')}${paragraph(speech)}</w:body></w:wordDocument>`,
      ),
      'doc',
    ],
  ])('%s is read as what it is', async (_, bytes, format) => {
    expect(await ingest(bytes, '通知.doc')).toMatchObject({ source: { format }, text: `关于整治的通知\n${speech}` });
  });
  test('plain text is not', async () => {
    expect(await ingest(bytesOf(speech), '通知.doc')).toMatchObject({ code: 'document.wrong_extension' });
  });
});

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

/** What each format begins with, so that its reader meets the noise behind it. */
const beginnings: readonly (readonly number[])[] = [
  [],
  [0x50, 0x4b, 3, 4],
  [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [...bytesOf('{\\rtf1')],
  [...bytesOf('<html>')],
  [...bytesOf('MIME-Version: 1.0\n')],
];

test('random bytes never crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 600 }))
        .map(([beginning, rest]) => new Uint8Array([...beginning, ...rest])),
      fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.doc', 'a.xlsx', 'a.pdf', 'a.rtf', 'a'),
      async (bytes, name) => {
        const found = await ingest(bytes, name);
        expect('refused' in found ? typeof found.code : typeof found.text).toBe('string');
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

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
    { numRuns: 200 },
  );
}, 60_000);

test('deep nesting does not exhaust the stack', async () => {
  const page = `<html><body>${'<div>'.repeat(20_000)}${speech}${'</div>'.repeat(20_000)}</body></html>`;
  expect(await ingest(bytesOf(page), 'a.html')).toMatchObject({ text: speech });
});
