import ExcelJS from 'exceljs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { whyNotUnpack } from '../adapters/zip-guard.ts';
import { csvCells } from './csv.ts';
import { readYearFile } from './year-file.ts';
import { readYearRows } from './year-rows.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function xlsx(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('年').addRows(rows.map((row) => [...row]));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A ZIP of one entry, with a declared length of the caller's choice. */
function zipOf(name: string, content: Buffer, declared = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declared, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

const wanted = [
  { row: 2, date: '2027-01-01', kind: '休', name: '元旦', source: '通知' },
  { row: 3, date: '2027/2/14', kind: '班', name: '春节', source: '' },
];

describe('a year from a file', () => {
  it('is read from XLSX, dates as dates and as text, columns in any order', async () => {
    const file = await xlsx([
      ['名称', '日期', '类型', '来源'],
      ['元旦', new Date('2027-01-01T00:00:00Z'), '休', '通知'],
      ['春节', '2027/2/14', '班'],
    ]);
    expect(await readYearFile(file)).toEqual({ rows: wanted });
  });

  it('is read from CSV in UTF-8, with or without a mark, and in GB18030', async () => {
    const text = '日期,类型,名称,来源\r\n2027-01-01,休,"元旦",通知\r\n2027/2/14,班,春节,\r\n';
    const gb = Buffer.from(
      'c8d5c6da2cc0e0d0cd2cc3fbb3c62cc0b4d4b40a323032372d30312d30312cd0dd2cd4aab5a92ccda8d6aa0a323032372f322f31342cb0e02cb4babdda2c0a',
      'hex',
    );
    for (const file of [bytes(text), bytes(`\ufeff${text}`), gb]) {
      expect(await readYearFile(file)).toEqual({ rows: wanted });
    }
  });

  it('is read from the JSON of public holiday data sets, and from a plain list', async () => {
    const dataSet = {
      year: 2027,
      papers: ['https://www.gov.cn/example'],
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '春节', date: '2027-02-14', isOffDay: false },
      ],
    };
    expect(await readYearFile(bytes(JSON.stringify(dataSet)))).toEqual({
      rows: [
        { row: 1, date: '2027-01-01', kind: 'holiday', name: '元旦', source: 'https://www.gov.cn/example' },
        { row: 2, date: '2027-02-14', kind: 'workday', name: '春节', source: 'https://www.gov.cn/example' },
      ],
    });
    const list = [{ date: '2027-01-01', kind: '休', name: '元旦', source: '通知' }, 'nonsense', null, { date: 5 }];
    expect(await readYearFile(bytes(JSON.stringify(list)))).toMatchObject({
      rows: [{ date: '2027-01-01' }, { date: '' }, { date: '' }, { date: '' }],
    });
  });

  it.each([
    ['nothing', new Uint8Array(), { kind: 'unreadable', reason: 'empty' }],
    ['half a ZIP', bytes('PK\u0003\u0004 and no more'), { kind: 'unreadable', reason: 'not_an_archive' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]), { kind: 'unreadable', reason: 'encoding' }],
    ['broken JSON', bytes('{"days": ['), { kind: 'unreadable', reason: 'json' }],
    ['other JSON', bytes('{"days": 5}'), { kind: 'unreadable', reason: 'json' }],
    ['an empty list', bytes('[]'), { kind: 'no_rows' }],
    ['an open quote', bytes('日期,类型,名称\n"2027-01-01,休,元旦'), { kind: 'unreadable', reason: 'csv' }],
    ['another table', bytes('a,b\n1,2'), { kind: 'missing_columns', missing: ['日期', '类型', '名称'] }],
    ['headings alone', bytes('日期,类型,名称\n'), { kind: 'no_rows' }],
    ['too many rows', bytes(`日期,类型,名称\n${'2027-01-01,休,元旦\n'.repeat(401)}`), { kind: 'too_many_rows' }],
    ['a text file in a ZIP', zipOf('a.txt', Buffer.from('hello')), { kind: 'unreadable', reason: expect.any(String) }],
  ])('%s is refused by its fault', async (_, file, fault) => {
    expect(await readYearFile(file as Uint8Array)).toEqual({ fault });
  });

  it('names the fault of every row', () => {
    const row = { date: '2027-01-01', kind: '休', name: '元旦', source: '' };
    const rows = [
      row,
      { ...row, date: '2027-02-29' },
      { ...row, date: '2028-01-01' },
      { ...row, date: '2027-01-02', kind: '半天' },
      { ...row, date: '2027-01-03', name: '' },
      { ...row, date: '2027年1月1日' },
      { ...row, date: '2027-01-04', name: '=HYPERLINK("x")' },
      { ...row, date: '2027-01-05', name: '长'.repeat(41) },
      { ...row, date: '2027-01-06', source: 'a\u0007b' },
      { ...row, date: '2026-12-31', kind: 'holiday' },
    ].map((each, index) => ({ ...each, row: index + 2 }));
    const { days, faults } = readYearRows(rows, 2027, '2027.csv');
    expect(days.map(({ date, source }) => [date, source])).toEqual([
      ['2027-01-01', '2027.csv'],
      ['2026-12-31', '2027.csv'],
    ]);
    expect(faults.map(({ row: number, column, code }) => [number, column, code])).toEqual([
      [3, '日期', 'calendar.date_invalid'],
      [4, '日期', 'calendar.day_of_other_year'],
      [5, '类型', 'calendar.day_kind_unknown'],
      [6, '名称', 'calendar.day_name_missing'],
      [7, '日期', 'import.duplicate_row'],
      [8, '名称', 'import.formula'],
      [9, '名称', 'import.invalid_value'],
      [10, '名称', 'import.invalid_value'],
    ]);
  });

  it('does not believe a formula', async () => {
    const file = await xlsx([
      ['日期', '类型', '名称'],
      [{ formula: 'TODAY()', result: '2027-01-01' } as ExcelJS.CellFormulaValue, '休', '元旦'],
    ]);
    const read = await readYearFile(file);
    if ('fault' in read) throw new Error(JSON.stringify(read.fault));
    expect(readYearRows(read.rows, 2027, 'x').faults).toMatchObject([
      { row: 2, column: '日期', code: 'import.formula' },
    ]);
  });
});

describe('a ZIP', () => {
  it.each([
    ['a small text', zipOf('a.xml', Buffer.from('<a/>')), null],
    ['a bomb', zipOf('a.xml', Buffer.alloc(2_000_000)), 'too_large'],
    ['a bomb that lies about its size', zipOf('a.xml', Buffer.alloc(2_000_000), 10), 'too_large'],
    [
      'an entity',
      zipOf('a.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>')),
      'unsafe_xml',
    ],
    ['no ZIP', new Uint8Array(40), 'not_an_archive'],
  ])('%s: %s', (_, file, fault) => {
    expect(whyNotUnpack(file as Uint8Array, 1_000_000)).toBe(fault);
  });

  it('is looked at whole: cut anywhere or changed anywhere, it never throws', () => {
    const whole = Buffer.from(zipOf('a.xml', Buffer.from('<a>some words to pack</a>')));
    for (let at = 0; at < whole.length; at++) {
      expect(() => whyNotUnpack(whole.subarray(0, at), 1000)).not.toThrow();
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0xff;
      expect(() => whyNotUnpack(changed, 1000)).not.toThrow();
    }
  });
});

describe('CSV', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,1","b ""q"""\r\n"line\nbreak",', [['a,1', 'b "q"'], ['line\nbreak']]],
    ['', []],
    ['a\n\nb\n', [['a'], [''], ['b']]],
    ['a"b,c', null],
    ['"a"b,c', null],
  ])('%j', (text, cells) => expect(csvCells(text)).toEqual(cells));
});
