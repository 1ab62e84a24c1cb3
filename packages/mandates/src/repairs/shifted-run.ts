import { frequentSimplified } from '../rules/frequent-characters.ts';
import { setPhrases } from '../rules/set-phrases.ts';
import type { LanguageTools } from './language-tools.ts';
import { isHan } from './step.ts';

/** The mark that editors of Chinese texts use for one lost character. */
export const LACUNA = '□';

/** A stretch that makes sense when its bytes are read one later. Offsets are those of the damaged text. */
export type ShiftedRun = {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  readonly certain: boolean;
  readonly worth: number;
};

const MAX_RUN = 40;

type Path = {
  readonly end: number;
  /** decoded characters between the two edges */
  readonly inner: string;
  /** how much better the decoded text reads than the damaged */
  readonly gain: number;
  /** the byte that has lost its second half, or null when the run came back in step */
  readonly open: number | null;
};

/** Looks for a repairable run that begins exactly at `at`. */
export function findRun(text: string, at: number, tools: LanguageTools): ShiftedRun | null {
  let best: ShiftedRun | null = null;
  for (const { first, next, sameAsBefore } of openings(text, at, tools)) {
    for (const path of walk(text, next, first[1], tools, -readingScore(text[at]!, tools))) {
      const run = judge(text, at, first[0], path, sameAsBefore, tools);
      if (run && (!best || run.worth > best.worth)) best = run;
    }
  }
  return best;
}

type Opening = { readonly first: readonly [number, number]; readonly next: number; readonly sameAsBefore: boolean };

/** The two bytes that a run may start with. A `?` stands for a character that only left its reading behind. */
function openings(text: string, at: number, tools: LanguageTools): Opening[] {
  const lost = isHan(text[at - 1]) ? /^[?？]([a-z\u00e0-\u01dc]{1,6})\)?/.exec(text.slice(at, at + 9)) : null;
  if (lost) {
    const before = tools.toGbk(text[at - 1]!);
    return charactersRead(plainSyllable(lost[1]!), tools).map((bytes) => ({
      first: bytes,
      next: at + lost[0].length,
      sameAsBefore: before.length === 2 && before[1] === bytes[0],
    }));
  }
  if (/[A-Za-z0-9]/.test(text[at]!)) return [];
  return bytesOf(text[at]!, tools).map((first) => ({ first, next: at + 1, sameAsBefore: false }));
}

const plainSyllable = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
const bySyllable = new Map<string, readonly (readonly [number, number])[]>();

function charactersRead(syllable: string, tools: LanguageTools): readonly (readonly [number, number])[] {
  let found = bySyllable.get(syllable);
  if (!found) {
    const all: (readonly [number, number])[] = [];
    for (let code = 0x4e00; code <= 0x9fa5; code++) {
      const character = String.fromCharCode(code);
      // Only characters in use: their simplified form is of the common set.
      if (!isLevelOne(tools.toSimplified(character), tools) || !tools.readingsOf(character).includes(syllable))
        continue;
      all.push(...pairOf(character, tools));
    }
    found = all;
    bySyllable.set(syllable, found);
  }
  return found;
}

const pairOf = (character: string, tools: LanguageTools): (readonly [number, number])[] => {
  const bytes = tools.toGbk(character);
  return bytes.length === 2 ? [[bytes[0]!, bytes[1]!]] : [];
};

/** The byte pairs that a displayed character may have been: itself, its simplified form, its full-width form. */
function bytesOf(character: string, tools: LanguageTools): (readonly [number, number])[] {
  if (/[!-~]/.test(character)) return [[0xa3, character.charCodeAt(0) | 0x80]];
  const simplified = tools.toSimplified(character);
  return [...new Set([simplified, character])].flatMap((form) => pairOf(form, tools));
}

/** Follows the shifted pairs as far as they make common characters, both ways where a character may have been two things. */
function walk(text: string, from: number, pending: number, tools: LanguageTools, gain: number): Path[] {
  const ended: Path[] = [];
  const stack: { at: number; pending: number; inner: string; gain: number }[] = [
    { at: from, pending, inner: '', gain },
  ];
  for (let state = stack.pop(); state && ended.length < 64; state = stack.pop()) {
    const { at, inner } = state;
    ended.push({ end: at, inner, gain: state.gain, open: state.pending });
    const character = text[at];
    if (character === undefined || character === '\n' || inner.length >= MAX_RUN) continue;
    const before = readingScore(character, tools);
    if (/[@-~]/.test(character)) {
      const closed = decoded(state.pending, character.charCodeAt(0), tools);
      if (closed)
        ended.push({
          end: at + 1,
          inner: inner + closed,
          gain: state.gain + decodedScore(closed, tools) - before,
          open: null,
        });
    }
    for (const [lead, trail] of bytesOf(character, tools)) {
      const next = decoded(state.pending, lead, tools);
      if (next)
        stack.push({
          at: at + 1,
          pending: trail,
          inner: inner + next,
          gain: state.gain + decodedScore(next, tools) - before,
        });
    }
  }
  return ended;
}

/** The character of two bytes when it is one of the common ones, otherwise null. */
function decoded(lead: number, trail: number, tools: LanguageTools): string | null {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0x7f) return null;
  const character = tools.fromGbk(new Uint8Array([lead, trail]));
  if (character.length !== 1) return null;
  return punctuation.has(character) || isLevelOne(tools.toSimplified(character), tools) ? character : null;
}

const punctuation = new Set('，。、；：“”《》（）！？');

/** First-level characters of GB 2312 (the 3,755 in common use) lie in rows B0 to D7. */
function isLevelOne(character: string, tools: LanguageTools): boolean {
  const bytes = tools.toGbk(character);
  return (
    bytes.length === 2 &&
    bytes[0]! >= 0xb0 &&
    bytes[0]! <= 0xd7 &&
    bytes[1]! >= 0xa1 &&
    !(bytes[0] === 0xd7 && bytes[1]! > 0xf9)
  );
}

/** 0 not asked yet, 1 odd, 2 not odd; by UTF-16 code unit, because every character of every text is asked about. */
const oddness = new Uint8Array(0x10000);

/** A Han character outside common use, or a symbol that official text does not have. */
export function isOdd(character: string, tools: LanguageTools): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return false;
  if (oddness[code] === 0) oddness[code] = looksOdd(character, tools) ? 1 : 2;
  return oddness[code] === 1;
}

function looksOdd(character: string, tools: LanguageTools): boolean {
  if (punctuation.has(character)) return false;
  if (!isHan(character)) return /[\u2488-\u24ff≡≌∽㎏\ue000-\uf8ff]/.test(character);
  const simplified = tools.toSimplified(character);
  return !isLevelOne(simplified, tools) && !frequentSimplified.has(simplified);
}

function readingScore(character: string, tools: LanguageTools): number {
  if (frequentSimplified.has(character) || frequentSimplified.has(tools.toSimplified(character))) return 2;
  if (punctuation.has(character)) return 1.5;
  if (/[,;?:.!0-9]/.test(character)) return 1;
  return isHan(character) && !isOdd(character, tools) ? 0 : -2;
}

/** A decoded character must be better than merely possible: any pair of bytes has a fair chance to be that. */
function decodedScore(character: string, tools: LanguageTools): number {
  return readingScore(character, tools) || -1;
}

/** What stands most often before any word; a less frequent first character needs a set phrase. */
const functionWords = '。、的了';
const LEAST_GAIN = 6;
const LEAST_GAIN_SETTLED = 3.5;

function judge(
  text: string,
  at: number,
  trail: number,
  path: Path,
  sameAsBefore: boolean,
  tools: LanguageTools,
): ShiftedRun | null {
  const damaged = text.slice(at, path.end);
  if (path.inner.length === 0 || path.gain <= 0 || !damagedEnough(damaged, tools)) return null;
  const phrase = phraseAround(trail, path, tools);
  const function_ = [...functionWords].find((word) => tools.toGbk(word)[1] === trail) ?? null;
  const first = sameAsBefore ? '' : (phrase?.first ?? function_);
  const last = path.open === null ? '' : (phrase?.last ?? lastWord(text, path, tools));
  const settled = first !== null;
  const byPhrase = phrase !== null && (phrase.last !== null || path.open === null || phrase.length >= 3);
  const enough =
    path.gain >= LEAST_GAIN
      ? path.inner.length >= 2
      : byPhrase || (settled && path.open === null && path.gain >= LEAST_GAIN_SETTLED);
  if (!enough || (!settled && path.inner.length < 3)) return null;
  const worth =
    path.gain +
    (phrase ? 2 * phrase.length : 0) +
    (settled ? 1 : -3) +
    (path.open === null ? 2 : 0) +
    (last === null ? -3 : 0) +
    path.inner.length / 4;
  const after = `${first ?? LACUNA}${path.inner}${last ?? LACUNA}`;
  // The byte that followed could not be shown and became a question mark of its own.
  const end =
    last && path.open !== null && brokenByte.test(text.slice(path.end, path.end + 2)) ? path.end + 1 : path.end;
  return { start: at, end, after, certain: settled && path.open === null, worth };
}

/** A byte that could not be shown, seen as a question mark or as U+FFFD, right before what is whole again. */
const brokenByte = /^(?:\?[\d\u4e00-\u9fff]|\ufffd)/;
const lastWords = '在到的了和是对为要不有';

/** The last character without a phrase: a comma by its row, or, where its second byte left a trace, a frequent word. */
function lastWord(text: string, { open, end }: Path, tools: LanguageTools): string | null {
  if (open === 0xa3) return '，';
  if (!brokenByte.test(text.slice(end, end + 2))) return null;
  return [...lastWords].find((word) => tools.toGbk(word)[0] === open) ?? null;
}

/** Damage shows: an odd character, or a half character, within the stretch. */
function damagedEnough(damaged: string, tools: LanguageTools): boolean {
  for (const character of damaged) if (isOdd(character, tools) || /[A-Za-z?[\]^_`{|}~\\]/.test(character)) return true;
  return false;
}

type Settled = { readonly first: string | null; readonly last: string | null; readonly length: number };

/** The set phrase that overlaps the run longest, with the edge characters it settles. */
function phraseAround(trail: number, { inner, open }: Path, tools: LanguageTools): Settled | null {
  let best: Settled | null = null;
  for (const phrase of setPhrases) {
    for (let k = 0; k < phrase.length - 1; k++) {
      // the phrase from k on begins with the lost first character
      if (phrase[k + 1] !== inner[0] || tools.toGbk(phrase[k]!)[1] !== trail) continue;
      const rest = phrase.slice(k + 1);
      const ends =
        open !== null &&
        rest.length === inner.length + 1 &&
        rest.startsWith(inner) &&
        tools.toGbk(rest.at(-1)!)[0] === open;
      const overlap = ends ? rest.length : inner.startsWith(rest) ? rest.length : 0;
      if (overlap > 0 && (overlap >= 2 || ends) && overlap > (best?.length ?? 0)) {
        best = { first: phrase[k]!, last: ends ? rest.at(-1)! : null, length: overlap };
      }
    }
  }
  return open === null ? best : withLast(best, inner, open, tools);
}

/** Also settles the last character: the phrase up to it ends the run, and its first byte is the one left over. */
function withLast(settled: Settled | null, inner: string, open: number, tools: LanguageTools): Settled | null {
  let best = settled;
  const known = (settled?.first ?? '') + inner;
  for (const phrase of setPhrases) {
    for (let k = 2; k < phrase.length; k++) {
      if (phrase[k - 1] !== known.at(-1) || tools.toGbk(phrase[k]!)[0] !== open) continue;
      let length = k;
      while (length >= 2 && !known.endsWith(phrase.slice(k - length, k))) length--;
      if (length < 2 || (best?.last && length <= best.length)) continue;
      best = { first: best?.first ?? null, last: phrase[k]!, length: Math.max(length, best?.length ?? 0) };
    }
  }
  return best;
}
