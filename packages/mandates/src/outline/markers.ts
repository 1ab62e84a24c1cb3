/**
 * The numbering that official documents use (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）) and the spoken ones (第一,
 * 一是, 首先). A family keeps one sequence of numbers.
 */
export type MarkerFamily =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'attachment'
  | 'dun'
  | 'parenthesised'
  | 'arabic'
  | 'decimal'
  | 'decimal_third'
  | 'arabic_parenthesised'
  | 'circled'
  | 'ordinal'
  | 'point'
  | 'demand'
  | 'parallel';

export type Marker = {
  readonly family: MarkerFamily;
  readonly number: number;
  /** as the outline shows it, without punctuation */
  readonly label: string;
  /** characters that the marker takes, punctuation and blanks included */
  readonly length: number;
};

const numeral = '[一二三四五六七八九十]{1,3}';

type Pattern = { readonly family: MarkerFamily; readonly at: RegExp };

/** Markers that open a line. */
const linePatterns: readonly Pattern[] = [
  { family: 'part', at: new RegExp(`^第(${numeral}|\\d{1,2})(?:编|篇|部分)[ \\u3000、，：:]*`) },
  { family: 'chapter', at: new RegExp(`^第(${numeral}|\\d{1,2})章[ \\u3000、，：:]*`) },
  { family: 'section', at: new RegExp(`^第(${numeral}|\\d{1,2})节[ \\u3000、，：:]*`) },
  { family: 'article', at: new RegExp(`^第(${numeral}|\\d{1,3})条[ \\u3000、，：:]*`) },
  {
    family: 'attachment',
    at: /^附件[ \u3000]?(\d{1,2}|[一二三四五六七八九十]{1,2})[ \u3000]*(?:[：:.．、][ \u3000]*|$|(?=[\u4e00-\u9fff《]))/,
  },
  {
    family: 'dun',
    at: new RegExp(
      `^(${numeral})(?:[、．.][ \\u3000]*|[,，](?=[^\\n]{2,40}$)|[ \\u3000]+(?=[\\u4e00-\\u9fff，]{2,30}$))`,
    ),
  },
  { family: 'parenthesised', at: new RegExp(`^[（(](${numeral})[）)][、 \\u3000]*`) },
  { family: 'arabic_parenthesised', at: /^[（(](\d{1,2}|[０-９]{1,2})[）)][、 \u3000]*/ },
  {
    family: 'decimal_third',
    at: /^(\d{1,2}\.\d{1,2}\.\d{1,2})(?:[.．、]|[ \u3000]+|(?=[\u4e00-\u9fff]))(?=[\u4e00-\u9fff])[ \u3000]*/,
  },
  {
    family: 'decimal',
    at: /^(\d{1,2}\.\d{1,2})(?:[.．、][ \u3000]*|[ \u3000]+|(?=[\u4e00-\u9fff]))(?=[\u4e00-\u9fff](?<![万亿千百个元吨米亩公平立倍人户家年月日分]))/,
  },
  { family: 'arabic', at: /^(\d{1,2}|[０-９]{1,2})(?:、|[.．](?!\d)|[，,](?=[^\d\s]))[ \u3000]*/ },
  { family: 'circled', at: /^([①-⑳])[ \u3000]*/ },
];

/** Markers that may also stand in running text, after a full stop. */
const spokenPatterns: readonly Pattern[] = [
  { family: 'ordinal', at: new RegExp(`^第(${numeral})(?:点|个方面)?[,，、:：]\\s*`) },
  { family: 'ordinal', at: /^(首先|其次|再次|最后)[,，]\s*/ },
  { family: 'ordinal', at: /^(其[一二三四五])[,，、]\s*/ },
  {
    family: 'ordinal',
    at: /^(头一|第[一二三四五六七八九十])(?=(?:个|件)(?:事|事情|问题|任务)[,，、：:])(?:个|件)(?:事情|事|问题|任务)[,，、：:]\s*/,
  },
  { family: 'point', at: new RegExp(`^(${numeral})是[,，:：]?(?=[^的])`) },
  { family: 'demand', at: new RegExp(`^(${numeral})要(?=[^求点害素领件])`) },
];

const ordinals: Readonly<Record<string, number>> = {
  首先: 1,
  其次: 2,
  再次: 3,
  最后: 99,
  其一: 1,
  其二: 2,
  其三: 3,
  其四: 4,
  其五: 5,
  头一: 1,
};

export function lineMarker(line: string): Marker | null {
  return matchOne(line, linePatterns) ?? spokenMarker(line);
}

export function spokenMarker(text: string): Marker | null {
  return matchOne(text, spokenPatterns);
}

function matchOne(text: string, patterns: readonly Pattern[]): Marker | null {
  for (const { family, at } of patterns) {
    const match = at.exec(text);
    if (!match) continue;
    // 1.2.3 is counted by its last number.
    const number = ordinals[match[1]!] ?? numberOf(match[1]!.replace(/^第/, '').split('.').at(-1)!);
    if (number === null) continue;
    return { family, number, label: labelOf(match[0], match[1]!, family), length: match[0].length };
  }
  return null;
}

function labelOf(whole: string, inner: string, family: MarkerFamily): string {
  if (family === 'point') return `${inner}是`;
  if (family === 'demand') return `${inner}要`;
  if (family === 'ordinal') {
    if (/^(?:头一|第)/.test(inner)) return whole.replace(/[,，、：:\s]+$/, '');
    return inner in ordinals ? inner : `第${inner}`;
  }
  if (family === 'attachment') return `附件${inner}`;
  if (family === 'part' || family === 'chapter' || family === 'section' || family === 'article')
    return whole.replaceAll(/[ \u3000、，：:]+$/g, '');
  return inner.normalize('NFKC');
}

const digits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 一 … 九十九, 1 … 99, ① … ⑳, also in full-width digits; null for anything else, such as 一二. */
export function numberOf(text: string): number | null {
  if (/^[①-⑳]$/.test(text)) return text.charCodeAt(0) - 0x2460 + 1;
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  const match =
    /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain) ??
    /^(一)?(十)([一二三四五六七八九])?$/.exec(plain);
  if (!match) return plain === '一' ? 1 : null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && ones ? null : (digits[tens ?? ones ?? ''] ?? null);
  return (tens ? digits[tens]! : 1) * 10 + (ones ? digits[ones]! : 0);
}
