import chardet from 'chardet';
import iconv from 'iconv-lite';
import { frequentCharacters as frequent } from '../rules/frequent-characters.ts';
import { type Refusal, refuse } from '@duban/kit/refusal';

export type DecodedText = { readonly text: string; readonly encoding: string };

const byteOrderMarks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes of a text file to characters. A byte order mark decides; then valid UTF-8; then UTF-16 by its zero bytes or by
 * how Chinese it reads; then what the bytes look like (GB18030 and Big5 are told apart by which gives common
 * characters).
 *
 * @returns `document.not_text` when no encoding makes text of the bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Refusal {
  for (const [encoding, mark] of byteOrderMarks) {
    if (mark.every((byte, i) => bytes[i] === byte))
      return checked(decodeAs(bytes.subarray(mark.length), encoding), encoding);
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return checked(utf8, 'utf-8');
  const best = candidates(bytes)
    .map((encoding) => ({ encoding, score: readability(decodeAs(sample(bytes), encoding)) }))
    .toSorted((a, b) => b.score - a.score)[0]!;
  return checked(decodeAs(bytes, best.encoding), best.encoding);
}

function candidates(bytes: Uint8Array): string[] {
  const found = ['gb18030', 'big5'];
  const zeros = sample(bytes).reduce((n, byte) => n + (byte === 0 ? 1 : 0), 0);
  if (zeros > 0) found.push('utf-16le', 'utf-16be');
  const guess = chardet.detect(sample(bytes))?.toLowerCase();
  if (guess && iconv.encodingExists(guess) && !found.includes(guess)) found.push(guess);
  // Han text in UTF-16 without a mark has no zero bytes; the score below tells it from GB18030.
  if (bytes.length % 2 === 0 && !found.includes('utf-16le')) found.push('utf-16le', 'utf-16be');
  return found;
}

const sample = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, 65_536);

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true });
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return repairedUtf8(bytes);
  }
}

/** UTF-8 with a few broken bytes (a cut file, a bad copy) is still UTF-8; the broken bytes become U+FFFD. */
function repairedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let multibyte = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) multibyte++;
  }
  return broken <= Math.max(1, multibyte / 100) && multibyte >= 4 ? text : null;
}

/** Share of frequent Han characters minus what does not belong in text. Higher reads better. */
function readability(text: string): number {
  if (text.length === 0) return -1;
  let score = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (frequent.has(character)) score += 2;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) score -= 4;
    else if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) score -= 4;
    else if (code >= 0x3000 && code <= 0x3011) score += 1;
    else if (code >= 0x3400 && code < 0x4e00) score -= 2;
  }
  return score / text.length;
}

function checked(text: string, encoding: string): DecodedText | Refusal {
  let bad = 0;
  const end = Math.min(text.length, 100_000);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) bad++;
    else if (code >= 0xe000 && code <= 0xf8ff) bad++;
  }
  if (bad > Math.max(5, end * 0.02)) return refuse('document.not_text');
  const isLegacy = !encoding.startsWith('utf-8');
  if (isLegacy && end >= 20 && readability(text.slice(0, 20_000)) < 0.25 && /[\u0080-\uffff]/.test(text)) {
    return refuse('document.not_text');
  }
  return { text, encoding };
}
