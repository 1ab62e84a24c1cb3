import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { LanguageTools } from '../repairs/language-tools.ts';
import { frequencies } from './word-frequencies.ts';

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

/** Answers about single characters are asked for again and again; a text has a few thousand different ones. */
function remembered<Answer>(ask: (character: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > 1) return ask(text);
    let answer = known.get(text);
    if (answer === undefined) {
      answer = ask(text);
      known.set(text, answer);
    }
    return answer;
  };
}

const pairs = new Map<number, string>();

function fromGbk(bytes: Uint8Array): string {
  if (bytes.length !== 2) return iconv.decode(Buffer.from(bytes), 'gbk');
  const key = bytes[0]! * 256 + bytes[1]!;
  let character = pairs.get(key);
  if (character === undefined) {
    character = iconv.decode(Buffer.from(bytes), 'gbk');
    pairs.set(key, character);
  }
  return character;
}

/** The libraries that know about script, sound and bytes, behind the interface that the repairs ask for. */
export const languageTools: LanguageTools = {
  toGbk: remembered((text) => new Uint8Array(iconv.encode(text, 'gbk'))),
  fromGbk,
  toSimplified: remembered(toSimplified),
  readingsOf,
  frequencies,
};
