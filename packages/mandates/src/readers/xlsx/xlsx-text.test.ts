import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { textRows, xlsx } from '../zip.example.ts';

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const reading = await readDocument(bytes, 'a.xlsx');
  if ('refused' in reading) throw new Error(reading.code);
  return reading.text.split('\n');
}

const merged = (...ranges: string[]): string =>
  `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

test('a head of two rows, titles across, notes below, cells merged both ways', async () => {
  const rows = textRows([
    ['任务分解表', '', '', ''],
    ['任务', '责任分工', '', '时限'],
    ['', '牵头', '配合', ''],
    ['清淤', '区水务局', '望岫街道', '6月底'],
    ['护坡', '', '棠湾街道', ''],
    ['注：以清单为准。', '', '', ''],
  ]);
  expect(await linesOf(xlsx(rows, merged('A1:D1', 'A2:A3', 'B2:C2', 'D2:D3', 'B4:B5', 'D4:D5', 'A6:D6')))).toEqual([
    '任务分解表',
    '任务\t责任分工\t\t时限',
    '〃\t牵头\t配合\t〃',
    '清淤\t区水务局\t望岫街道\t6月底',
    '护坡\t〃\t棠湾街道\t〃',
    '注：以清单为准。',
  ]);
});

describe('numbers as the sheet shows them', () => {
  const styles = (code: string, id: number): string =>
    `<styleSheet xmlns="x"><numFmts><numFmt numFmtId="${id}" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
  const shown = async (value: string, code: string, id = 200): Promise<string> =>
    (
      await linesOf(
        xlsx(`<row><c t="inlineStr"><is><t>甲</t></is></c><c s="1"><v>${value}</v></c></row>`, '', {
          styles: styles(code, id),
        }),
      )
    )[1]!;
  test.each([
    ['46142', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2026年4月30日'],
    ['46142.75', 'yyyy/m/d h:mm', '2026年4月30日'],
    ['46142', 'm&quot;月&quot;d&quot;日&quot;', '4月30日'],
    ['46142', 'yyyy&quot;年&quot;m&quot;月&quot;;@', '2026年4月'],
    ['0.125', '0.0%', '12.5%'],
    ['0.30000000000000004', 'General', '0.3'],
    ['1200', '#,##0', '1200'],
    ['0.5', 'h:mm', '0.5'],
  ])('%s as %s', async (value, code, expected) => {
    expect(await shown(value, code)).toBe(`甲\t${expected}`);
  });
  test.each([
    [14, '2026年4月30日'],
    [31, '2026年4月30日'],
    [57, '2026年4月'],
    [58, '4月30日'],
  ])('format %i, which every workbook knows', async (id, expected) => {
    const own = `<styleSheet xmlns="x"><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
    const row = '<row><c t="inlineStr"><is><t>甲</t></is></c><c s="1"><v>46142</v></c></row>';
    expect((await linesOf(xlsx(row, '', { styles: own })))[1]).toBe(`甲\t${expected}`);
  });
});

test('shared texts without the readings above them, formulas as their results, errors as nothing', async () => {
  const sharedStrings =
    '<sst xmlns="x"><si><r><t>区水</t></r><r><t>务局</t></r><rPh><t>qushuiwuju</t></rPh></si><si><t>二</t></si></sst>';
  const rows =
    '<row><c t="s"><v>0</v></c><c t="str"><f>A1&amp;"x"</f><v>结果</v></c><c><f>1+1</f><v>2</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row>';
  expect(await linesOf(xlsx(rows, '', { sharedStrings }))).toEqual(['任务', '区水务局\t结果\t2\t\t是']);
});

describe('hostile', () => {
  test('cells merged over the whole sheet, and a cell at its far end', async () => {
    const rows = `${textRows([['甲', '乙']])}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>`;
    const lines = await linesOf(xlsx(rows, merged('A1:XFD1048576', 'B2:A1', 'ZZZZ1:A2', 'A5:XFD1048576')));
    expect(lines.join('')).toContain('甲');
  });
  test('more cells than anybody fills', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(500)}</row>`;
    const noise = Array.from({ length: 900 }, (_, i) => row.replace('<v>1', `<v>${(i * 7919) % 99_991}`)).join('');
    const reading = await readDocument(xlsx(noise), 'a.xlsx');
    expect(reading).toMatchObject({ refused: true });
  });
  test('a formula is text, whatever it would do', async () => {
    const rows = textRows([
      ['=cmd|calc!A1', '@SUM(1)'],
      ['a', 'b'],
    ]);
    expect((await linesOf(xlsx(rows)))[1]).toBe('=cmd|calc!A1\t@SUM(1)');
  });
});
