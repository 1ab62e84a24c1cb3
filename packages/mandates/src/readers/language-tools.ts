import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { LanguageTools } from '../repairs/language-tools.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
const readings = new Map<string, readonly string[]>();

function readingsOf(character: string): readonly string[] {
  let known = readings.get(character);
  if (!known) {
    const simplified = toSimplified(character);
    const all = [character, simplified].flatMap((form) => pinyin(form, { multiple: true, type: 'array' }));
    known = [...new Set(all.map(withoutTone))];
    readings.set(character, known);
  }
  return known;
}

const withoutTone = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');

/** The libraries that know about script, sound and bytes, behind the interface that the repairs ask for. */
export const languageTools: LanguageTools = {
  toGbk: (text) => new Uint8Array(iconv.encode(text, 'gbk')),
  fromGbk: (bytes) => iconv.decode(Buffer.from(bytes), 'gbk'),
  toSimplified,
  readingsOf,
};
