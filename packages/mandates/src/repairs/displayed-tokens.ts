import type { LanguageTools } from './language-tools.ts';
import type { ReadingModel } from './reading-model.ts';
import { isHan } from './step.ts';

/** A displayed character, with the reading in parentheses that a site put behind it. */
export type Token = { readonly character: string; readonly start: number; readonly end: number; readonly code: number };

const parenthesised = /^\(([a-z\u00e0-\u01dc]{1,7})\)/;

export function tokensOf(text: string, from: number, to: number, model: ReadingModel, tools: LanguageTools): Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to;) {
    const character = text[at]!;
    const reading = isHan(character) ? parenthesised.exec(text.slice(at + 1, at + 10)) : null;
    const belongs = reading && tools.readingsOf(character).includes(plainSyllable(reading[1]!));
    const end = at + 1 + (belongs ? reading[0].length : 0);
    tokens.push({ character, start: at, end, code: model.codeOf(character) });
    at = end;
  }
  return tokens;
}

export function readingBehind(text: string, at: number, character: string, tools: LanguageTools): boolean {
  const reading = parenthesised.exec(text.slice(at, at + 9));
  return reading !== null && tools.readingsOf(character).includes(plainSyllable(reading[1]!));
}

/** `?nèi)`: a character of which only the reading is left. */
export function syllableAt(text: string, at: number): { plain: string; end: number } | null {
  const match = /^([a-z\u00e0-\u01dc]{1,6})\)?(?=[\u4e00-\u9fff])/.exec(text.slice(at, at + 9));
  return match ? { plain: plainSyllable(match[1]!), end: at + match[0].length } : null;
}

const plainSyllable = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');

/** A letter or sign that may be the second byte of a character of traditional script. */
export const isHalf = (character: string): boolean => /[@-~]/.test(character);

/** What decoders show for a byte that they could not place. */
export const mark = /[?？\ufffd]/;
