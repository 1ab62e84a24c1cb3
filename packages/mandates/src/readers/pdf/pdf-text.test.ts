import { describe, expect, test } from 'vitest';
import iconv from 'iconv-lite';
import { inUcs2, pdf, type PdfParts, shown, songti } from '../pdf.example.ts';
import { MAX_PAGES } from './open-pdf.ts';
import { pdfText } from './pdf-text.ts';

async function linesOf(parts: PdfParts): Promise<string[]> {
  const found = await pdfText(pdf(parts));
  if ('refused' in found) throw new Error(found.code);
  return found.text.split('\n');
}

const chinese = songti('UniGB-UCS2-H');
const at = (text: string, x: number, y: number, size = 12): string => shown(inUcs2(text), x, y, size);

describe('fonts that are named and not embedded', () => {
  const text = '区城管局要牵头开展整治，每周检查1次。';
  const codes: Readonly<Record<string, string>> = {
    'UniGB-UCS2-H': inUcs2(text),
    'UniGB-UTF16-H': inUcs2(text),
    'GBK-EUC-H': `<${iconv.encode(text, 'gbk').toString('hex')}>`,
    'GBKp-EUC-H': `<${iconv.encode(text, 'gbk').toString('hex')}>`,
    'GBK2K-H': `<${iconv.encode(text, 'gbk').toString('hex')}>`,
  };
  test.each(Object.entries(codes))('%s', async (encoding, code) => {
    expect(await linesOf({ font: songti(encoding), pages: [shown(code, 72, 700)] })).toEqual([text]);
  });
});

test('lines that fill the width go on; an indent begins a paragraph', async () => {
  const page = [
    at('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五', 96, 700),
    at('六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', 72, 680),
    at('到此为止。', 72, 660),
    at('新的一段从这里开始一二三四五六七八九十一二三四五六七八九十一二三四五六', 96, 640),
    at('也到此为止。', 72, 620),
  ];
  const lines = await linesOf({ font: chinese, pages: [page.join('\n')] });
  expect(lines.map((line) => line.slice(-6))).toEqual(['九十到此为止。'.slice(-6), '也到此为止。']);
  expect(lines).toHaveLength(2);
});

test('a signature and its date at the right are two lines', async () => {
  const page = [
    at('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五', 96, 700),
    at('六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', 72, 680),
    at('到此为止。', 72, 660),
    at('青砚区人民政府办公室', 396, 620),
    at('二〇二六年三月十二日', 396, 600),
  ];
  const lines = await linesOf({ font: chinese, pages: [page.join('\n')] });
  expect(lines.slice(1)).toEqual(['青砚区人民政府办公室', '二〇二六年三月十二日']);
});

test('a row that a page break parted from its table', async () => {
  const grid = (top: number, bottom: number): string =>
    [72, 150, 300, 400]
      .map((x) => `${x} ${top} m ${x} ${bottom} l S`)
      .concat([top, bottom].map((y) => `72 ${y} m 400 ${y} l S`))
      .join('\n');
  const row = (y: number, ...cells: string[]): string =>
    cells.map((text, i) => at(text, [80, 160, 310][i]!, y)).join('\n');
  const pages = [
    [
      grid(700, 640),
      '72 670 m 400 670 l S',
      row(680, '任务', '责任单位', '时限'),
      row(650, '清淤', '区水务局', '六月底'),
    ],
    [grid(780, 740), row(755, '护坡', '区住建局', '七月底')],
  ].map((parts) => parts.join('\n'));
  expect(await linesOf({ font: chinese, pages })).toEqual([
    '任务\t责任单位\t时限',
    '清淤\t区水务局\t六月底',
    '护坡\t区住建局\t七月底',
  ]);
});

test('two columns are read one after the other, below what reaches over both', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => [
    at(`左栏第${i + 1}行的文字把这一栏的宽度都占满了`, 72, 700 - i * 20),
    at(`右栏第${i + 1}行的文字把这一栏的宽度都占满了`, 320, 700 - i * 20),
  ]);
  const text = (
    await linesOf({
      font: chinese,
      pages: [[at('横贯两栏的一行大标题文字横贯两栏的一行大标题文字', 130, 740, 16), ...rows.flat()].join('\n')],
    })
  ).join('');
  expect(text.startsWith('横贯两栏')).toBe(true);
  expect(text.indexOf('左栏第8行')).toBeLessThan(text.indexOf('右栏第1行'));
});

test('page numbers and repeated margins go, whatever their number', async () => {
  const pages = [1, 2, 3, 4].map((number) =>
    [
      at('青砚区督查专报', 72, 810, 9),
      at(`第${number}件事已经办结，请予销号。`, 96, 700),
      at(`— ${number} —`, 280, 30, 9),
    ].join('\n'),
  );
  expect(await linesOf({ font: chinese, pages })).toEqual([1, 2, 3, 4].map((n) => `第${n}件事已经办结，请予销号。`));
});

test('a table between drawn lines: wrapped cells, cells merged downwards', async () => {
  const lines = [700, 660, 620, 580].map((y) => `72 ${y} m 400 ${y} l S`);
  const short = '72 540 m 200 540 l S 200 560 m 400 560 l S 200 540 m 400 540 l S';
  const uprights = [72, 200, 400].map((x) => `${x} 700 m ${x} 540 l S`);
  const page = [
    ...lines,
    short,
    ...uprights,
    at('任务', 80, 675),
    at('责任单位', 210, 675),
    at('清理沿街占道经营摊', 80, 645),
    at('点二十处', 80, 630),
    at('区城管局', 210, 637),
    at('拆除违建', 80, 595),
    at('区综合执法大队', 210, 595),
    at('复绿', 80, 550),
    at('区园林中心', 210, 566),
    at('区水务局', 210, 546),
  ];
  expect(await linesOf({ font: chinese, pages: [page.join('\n')] })).toEqual([
    '任务\t责任单位',
    '清理沿街占道经营摊点二十处\t区城管局',
    '拆除违建\t区综合执法大队',
    '复绿\t区园林中心',
    '〃\t区水务局',
  ]);
});

test('forms of radicals are characters, and a raised number beside one is the mark of a note', async () => {
  const page = [at('⻘砚区⼈⺠政府⽉报', 72, 700), shown(inUcs2('1'), 180, 705, 6), at('见附件。', 72, 680)];
  expect(await linesOf({ font: chinese, pages: [page.join('\n')] })).toEqual(['青砚区人民政府月报', '见附件。']);
});

describe('what has no text to give', () => {
  const picture = {
    objects: [
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    ],
    resources: '/XObject << /I 10 0 R >>',
  };
  test('a scan', async () => {
    expect(await pdfText(pdf({ ...picture, pages: ['500 0 0 700 40 60 cm /I Do'] }))).toMatchObject({
      code: 'document.no_text_layer',
    });
  });
  test('a scan on which a program left its name at the foot of every page', async () => {
    const pages = [1, 2, 3].map(() => `q 500 0 0 700 40 60 cm /I Do Q ${at('由扫描软件生成', 72, 20, 8)}`);
    expect(await pdfText(pdf({ ...picture, font: chinese, pages }))).toMatchObject({ code: 'document.no_text_layer' });
  });
  test('a text with a scanned page says so', async () => {
    const pages = [at('正文在第一页。', 72, 700), 'q 500 0 0 700 40 60 cm /I Do Q'];
    expect(await pdfText(pdf({ ...picture, font: chinese, pages }))).toEqual({
      text: '正文在第一页。',
      pages: 2,
      pictures: 1,
    });
  });
  test('nothing at all', async () => {
    expect(await pdfText(pdf({ pages: [''] }))).toMatchObject({ code: 'document.no_text_layer' });
  });
});

describe('hostile', () => {
  test('ten thousand pages are refused before one is read', async () => {
    const found = await pdfText(pdf({ pages: [shown('(a)', 72, 700)], repeat: 10_000 }));
    expect(found).toMatchObject({ code: 'document.too_many_pages', params: { pages: 10_000, limit: MAX_PAGES } });
  });
  test('a program inside is not run', async () => {
    const catalogue = '/OpenAction << /S /JavaScript /JS (throw new Error\\("run"\\)) >>';
    expect(await linesOf({ pages: [shown('(plain text)', 72, 700)], catalogue })).toEqual(['plain text']);
  });
  test('pages that contain themselves, and a count that lies', async () => {
    const text = Buffer.from(pdf({ pages: [shown('(a)', 72, 700)] })).toString('latin1');
    const circle = text.replace(/\/Kids \[[^\]]*\]/, '/Kids [2 0 R]  ');
    const lie = text.replace('/Count 1', '/Count 9');
    for (const broken of [circle, lie]) {
      const found = await pdfText(new Uint8Array(Buffer.from(broken, 'latin1')));
      expect('refused' in found ? found.code : found.text).toMatch(/^(document\.\w+|a)$/);
    }
  });
});
