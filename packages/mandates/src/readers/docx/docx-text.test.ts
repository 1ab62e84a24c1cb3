import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { docx, paragraph } from '../zip.example.ts';

async function linesOf(body: string, parts: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const reading = await readDocument(docx(body, parts), 'a.docx');
  if ('refused' in reading) throw new Error(reading.code);
  return reading.text.split('\n');
}

const level = (at: number, format: string, pattern: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const list = (...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const item = (text: string, at = 0, numId = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);

describe('numbers that Word draws', () => {
  test.each([
    ['chineseCounting', '%1、', ['一、甲', '二、甲']],
    ['chineseCountingThousand', '（%1）', ['（一）甲', '（二）甲']],
    ['decimal', '%1.', ['1. 甲', '2. 甲']],
    ['decimal', '第%1条', ['第1条 甲', '第2条 甲']],
    ['japaneseCounting', '第%1章', ['第一章 甲', '第二章 甲']],
    ['decimalEnclosedCircleChinese', '%1', ['① 甲', '② 甲']],
    ['decimalFullWidth', '%1．', ['１． 甲', '２． 甲']],
    ['ideographTraditional', '%1、', ['甲、甲', '乙、甲']],
    ['upperRoman', '%1.', ['I. 甲', 'II. 甲']],
    ['chineseLegalSimplified', '%1、', ['壹、甲', '贰、甲']],
    ['bullet', '', ['甲', '甲']],
  ])('%s %s', async (format, pattern, expected) => {
    expect(await linesOf(item('甲') + item('甲'), { numbering: list(level(0, format, pattern)) })).toEqual(expected);
  });

  test('eleven and more', async () => {
    const numbering = list(level(0, 'chineseCounting', '%1、'));
    const lines = await linesOf(Array.from({ length: 21 }, () => item('甲')).join(''), { numbering });
    expect([lines[9], lines[10], lines[19], lines[20]]).toEqual(['十、甲', '十一、甲', '二十、甲', '二十一、甲']);
  });

  test('lower levels begin again under each upper one, and show its number where they say so', async () => {
    const numbering = list(level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
    const body = item('甲') + item('乙', 1) + item('丙', 1) + item('丁') + item('戊', 1);
    expect(await linesOf(body, { numbering })).toEqual(['一、甲', '1.1 乙', '1.2 丙', '二、丁', '2.1 戊']);
  });

  test('an instance that starts anew, and one that goes on', async () => {
    const numbering = `${list(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = item('甲') + item('乙', 0, 2) + item('丙', 0, 2) + item('丁');
    expect(await linesOf(body, { numbering })).toEqual(['1. 甲', '5. 乙', '6. 丙', '7. 丁']);
  });

  test('a style puts its paragraphs in a list, a paragraph takes itself out', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H"/></w:style>`;
    const styled = (text: string, style: string, more = ''): string =>
      paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body = styled('甲', 'H') + styled('乙', 'Own') + styled('丙', 'H', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    const numbering = list(level(0, 'chineseCounting', '%1、'));
    expect(await linesOf(body, { styles, numbering })).toEqual(['一、甲', '二、乙', '丙']);
  });

  test('empty paragraphs are not counted', async () => {
    const numbering = list(level(0, 'decimal', '%1.'));
    expect(await linesOf(item('甲') + item('') + item('乙'), { numbering })).toEqual(['1. 甲', '2. 乙']);
  });
});

describe('what is shown and what is not', () => {
  const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

  test('deleted and moved text is left out, inserted text stays', async () => {
    const body = `<w:p>${run('整治')}<w:del>${run('旧')}<w:r><w:delText>旧词</w:delText></w:r></w:del><w:ins>${run('占道')}</w:ins><w:moveFrom>${run('搬走')}</w:moveFrom>${run('经营')}</w:p>`;
    expect(await linesOf(body)).toEqual(['整治占道经营']);
  });

  test('a deleted end of a paragraph joins it with the next, a deleted row goes', async () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('各街道要')}</w:p>${paragraph('立即整改。')}`;
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('一')}${cell('二')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('三')}${cell('四')}</w:tr><w:tr>${cell('五')}${cell('六')}</w:tr></w:tbl>`;
    expect(await linesOf(joined + table)).toEqual(['各街道要立即整改。', '一\t二', '五\t六']);
  });

  test('old formatting of a tracked change does not count', async () => {
    const numbering = list(level(0, 'decimal', '%1.'));
    const change =
      '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    expect(await linesOf(paragraph('甲', change), { numbering })).toEqual(['甲']);
  });

  test('hidden text, field codes and readings are left out; results of fields, symbols and text boxes stay', async () => {
    const body = `<w:p>${run('隐', '<w:vanish/>')}${run('见')}<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:ruby><w:rt>${run('qīng')}</w:rt><w:rubyBase>${run('青')}</w:rubyBase></w:ruby></w:r>${run('砚')}</w:p>
      <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbxContent>${paragraph('框内')}</wps:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('框外')}</w:p>`;
    expect(await linesOf(body)).toEqual(['见青砚', '框内', '框外']);
  });

  test('entries of a table of contents lose their page numbers', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    const entry = `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${run('一、总体要求')}<w:r><w:tab/></w:r>${run('12')}</w:p>`;
    expect(await linesOf(entry + paragraph('正文12'), { styles })).toEqual(['一、总体要求', '正文12']);
  });
});

test('a table of one cell or one row lays out the page: its paragraphs are paragraphs', async () => {
  const box = `<w:tbl><w:tr><w:tc>${paragraph('青砚区人民政府文件')}${paragraph('青政发〔2026〕1号')}</w:tc></w:tr></w:tbl>`;
  expect(await linesOf(box)).toEqual(['青砚区人民政府文件', '青政发〔2026〕1号']);
});
