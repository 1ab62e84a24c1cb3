import { setPhrases } from '../rules/set-phrases.ts';
import type { LanguageTools } from './language-tools.ts';

/**
 * How surprising one character is after another, in nats: what Chinese words, the document itself and set phrases of
 * official texts make likely costs little. It compares readings of damaged bytes; it never changes a text by itself.
 */
export type ReadingModel = {
  /** the cost of `after` behind `before`, both as UTF-16 codes of simplified script; 0 is the edge of a line */
  readonly cost: (before: number, after: number) => number;
  /** the share that the cost is the logarithm of */
  readonly share: (before: number, after: number) => number;
  /** whether two characters are neighbours in a word, in the document or in a set phrase */
  readonly knows: (before: number, after: number) => boolean;
  /** the cost of a few simplified characters as a row of words */
  readonly costOfWords: (characters: string) => number;
  /** the code that stands for a character in `cost` */
  readonly codeOf: (character: string) => number;
  /** whether the text has characters that only traditional script has */
  readonly traditional: boolean;
};

/** How far the pairs within words are trusted beside single characters, and those of the document beside all. */
const WORDS = 0.7;
const DOCUMENT = 0.6;
const UNSEEN = 1e-8;
const PHRASE_WEIGHT = 3;
const HAN_SHARE = 0.85;
/** What a character of traditional script costs more in a text that is simplified everywhere else. */
export const FOREIGN_SCRIPT = 7;

/** Shares of what is no Chinese character in official texts, in the widths that sites leave them. */
const marks: readonly (readonly [characters: string, share: number])[] = [
  ['，', 0.05],
  ['、。', 0.025],
  [',', 0.02],
  ['\n', 0.01],
  ['0', 0.04],
  ['；：“”', 0.004],
  ['（）《》()', 0.0015],
  [';:！？%％.．', 0.0008],
  ['— …·‘’*_%-/', 0.0003],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ&!', 1e-5],
  ['①②③④⑤⑥⑦⑧⑨⑩〔〕【】㎡℃×ⅠⅡⅢⅣⅤ\t', 1e-5],
  ['?abcdefghijklmnopqrstuvwxyz⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', 2e-6],
];

/** Marks of which two do not follow each other. */
const stops = new Set([...'，。、；：！？,;:'].map((mark) => mark.charCodeAt(0)));
const TWO_STOPS = 5e-5;
const LATIN = 0.05;
const LINE_END = 10;
const LINE_ENDS = 0.13;
const LINE_BREAKS = 0.001;
const ends = new Set([...'。！？；：”）》'].map((mark) => mark.charCodeAt(0)));

export function readingModel(text: string, isDamaged: (at: number) => boolean, tools: LanguageTools): ReadingModel {
  const { single, pairs, words, total } = tools.frequencies();
  const alone = sharesAlone(tools);
  const own = ownPairs(text, isDamaged, tools);
  const share = (before: number, after: number): number => {
    if (isLatin(before) && isLatin(after)) return LATIN;
    if (stops.has(before) && stops.has(after)) return TWO_STOPS;
    if (after === LINE_END) return ends.has(before) ? LINE_ENDS : LINE_BREAKS;
    const key = before * 0x10000 + after;
    const ofWords = single[before]!;
    const inWords = ofWords > 0 ? (pairs.get(key) ?? 0) / ofWords : alone[after]!;
    const general = WORDS * inWords + (1 - WORDS) * alone[after]!;
    const seen = own.single.get(before) ?? 0;
    const trust = (DOCUMENT * seen) / (seen + 2);
    const inDocument = seen > 0 ? (own.pairs.get(key) ?? 0) / seen : 0;
    return trust * inDocument + (1 - trust) * general;
  };
  const cost = (before: number, after: number): number => -Math.log(share(before, after));
  const costOfWords = (characters: string): number => {
    const cheapest = [0];
    for (let end = 1; end <= characters.length; end++) {
      let least = cheapest[end - 1]! - Math.log(alone[codeOf(characters.charCodeAt(end - 1))]!);
      for (let length = 2; length <= Math.min(4, end); length++) {
        const count = words.get(characters.slice(end - length, end));
        if (count !== undefined) least = Math.min(least, cheapest[end - length]! - Math.log(count / total));
      }
      cheapest.push(least);
    }
    return cheapest.at(-1)!;
  };
  return {
    cost,
    share,
    knows: (before, after) => pairs.has(before * 0x10000 + after) || own.pairs.has(before * 0x10000 + after),
    costOfWords,
    codeOf: (character) => codeOf(tools.toSimplified(character).charCodeAt(0)),
    traditional: own.traditional,
  };
}

let shares: Float64Array | null = null;

/** How often each character occurs, whatever stands before it. */
function sharesAlone(tools: LanguageTools): Float64Array {
  if (shares) return shares;
  const { single, total } = tools.frequencies();
  shares = new Float64Array(0x10000);
  for (let code = 0; code < shares.length; code++) shares[code] = UNSEEN + (HAN_SHARE * single[code]!) / total;
  for (const [characters, share] of marks) for (const mark of characters) shares[mark.charCodeAt(0)] = share;
  return shares;
}

/** All digits count as one. */
const codeOf = (code: number): number =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) ? 0x30 : code;

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** The pairs of the document's own undamaged part and of the set phrases. */
function ownPairs(
  text: string,
  isDamaged: (at: number) => boolean,
  tools: LanguageTools,
): { single: Map<number, number>; pairs: Map<number, number>; traditional: boolean } {
  const single = new Map<number, number>();
  const pairs = new Map<number, number>();
  const simplified = tools.toSimplified(text);
  let foreign = 0;
  let before = 0;
  const count = (code: number): void => {
    single.set(code, (single.get(code) ?? 0) + 1);
    if (before !== 0) pairs.set(before * 0x10000 + code, (pairs.get(before * 0x10000 + code) ?? 0) + 1);
    before = code;
  };
  for (let i = 0; i < simplified.length; i++) {
    if (simplified.length === text.length) {
      if (isDamaged(i)) {
        before = 0;
        continue;
      }
      if (simplified[i] !== text[i]) foreign++;
    }
    count(codeOf(simplified.charCodeAt(i)));
  }
  for (const phrase of setPhrases) {
    for (let times = 0; times < PHRASE_WEIGHT; times++) {
      before = 0;
      for (let i = 0; i < phrase.length; i++) count(codeOf(phrase.charCodeAt(i)));
    }
  }
  return { single, pairs, traditional: foreign >= Math.max(1, 0.005 * simplified.length) };
}
