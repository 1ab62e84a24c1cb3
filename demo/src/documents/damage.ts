/**
 * The damage that scraped Chinese documents arrive with, as functions from clean text to what a document-sharing site
 * makes of it. Each is one kind of the catalogue that the mandates package repairs; here they are made on purpose, so
 * that the demo's documents have known originals. Sites, numbers and addresses are invented and cannot be called.
 */

/** Hard wraps at a column, as `<br />` and newline; a page break falls in the middle of a word every `page` lines. */
export function wrappedByTags(paragraphs: readonly string[], column: number, page: number): string {
  let lines = 0;
  const wrapped = paragraphs.map((paragraph) => {
    const pieces: string[] = [];
    let rest = `  ${paragraph}`;
    while (rest.length > 0) {
      pieces.push(rest.slice(0, column));
      rest = rest.slice(column);
    }
    return pieces
      .map((piece) => {
        lines++;
        return lines % page === 0 ? `${piece}<br />\n <br />` : `${piece}<br />`;
      })
      .join('\n');
  });
  return wrapped.join('\n');
}

export const quotesAsEntities = (text: string): string => text.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;');

/** 〞 for ”, four straight quotes for ’ */
export const wrongClosingQuotes = (text: string): string => text.replaceAll('”', '〞').replaceAll('’', "''''");

/** A space between digits and the characters around them, now and then. */
export function strayDigitSpaces(text: string): string {
  let n = 0;
  return text.replace(/(?<=\p{Script=Han})\d+(?=\p{Script=Han})/gu, (digits) =>
    n++ % 3 === 0 ? ` ${digits} ` : digits,
  );
}

/** Words that sharing sites swap mechanically so that a copy is not recognised. */
const swaps: readonly (readonly [string, string])[] = [
  ['属地管理的原则', '属地管理的原那么'],
  ['以办成事为原则', '以办成事为原那么'],
  ['良好基础', '良好根底'],
  ['与计划工期相比', '与方案工期相比'],
  ['拆除违章建筑', '撤除违章建筑'],
  ['我区承担的', '我区承当的'],
  ['还比较普遍', '还比拟普遍'],
  ['投入不足', '投入缺乏'],
  ['最佳突破口', '最正确突破口'],
  ['已基本具备', '已根本具备'],
];

/** @throws Error when a phrase is not in the text: the source was changed and the swap with it lost */
export function swappedWords(text: string): string {
  return swaps.reduce((swapped, [from, to]) => {
    if (!swapped.includes(from)) throw new Error(`nothing to swap: ${from}`);
    return swapped.replaceAll(from, to);
  }, text);
}

/** Every year becomes the year of the upload, whatever the sentence says. */
export const redated = (text: string, year: number): string => text.replace(/20\d\d年/g, `${year}年`);

/** Digits that somebody cut out: in the source they are `[]`. */
export const digitsCutOut = (text: string): string => text.replaceAll('[]', '');

export function gapAdvert(site: string, characters: number): string {
  return `……(${site}http://www.wenku.invalid省略${characters}字,正式会员可完整阅读)……`;
}

export function truncationNote(title: string, total: number, shown: number): string {
  return `……(未完,全文共${total}字,当前仅显示${shown}字,请阅读下面提示信息。收藏《${title}》)`;
}

/** What stands around a shared document on the site. */
export function siteHead(of: { title: string; id: number; format: string; pages: number; date: string }): string {
  return [
    '分享',
    `${of.title}.${of.format.toLowerCase()}`,
    '下载文档',
    '',
    `ID:${of.id}`,
    '',
    '大小:18.20KB',
    '',
    `页数:${of.pages}页`,
    '',
    `格式:${of.format}`,
    '',
    `时间:${of.date}`,
    '',
    '收藏 分享赚钱',
    '温馨提示:',
    '1. 本文档由用户上传,版权归属用户,示例文库负责整理代发布。如有争议请及时联系客服。',
    '2. 下载文档时可能由于网络波动等原因无法下载或下载错误,付费完成后未能成功下载的用户请联系客服处理。',
    '网站客服:1000000000',
  ].join('\n');
}

export const siteTail = ['', '此文档下载收益归作者所有', '', '下载文档', '你可能关注的文档', '收起', '展开'].join('\n');
