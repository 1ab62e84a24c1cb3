import type { LanguageTools } from './language-tools.ts';
import { isHan } from './step.ts';

/** The two bytes of a character in GBK. */
export type Pair = readonly [lead: number, trail: number];

/** A character that may have stood where one byte is left. */
export type Rival = {
  readonly character: string;
  readonly simplified: string;
  /** UTF-16 code of the simplified form */
  readonly code: number;
  readonly isForeign: boolean;
};

/** Characters that a torn byte may have belonged to, by their first and by their second byte. */
export type TornCharacters = {
  readonly byLead: ReadonlyMap<number, readonly Rival[]>;
  readonly byTrail: ReadonlyMap<number, readonly Rival[]>;
  readonly readAs: (syllable: string) => readonly string[];
};

const punctuation = '，。、；：“”《》（）！？—…％·';

export const pairOf = (character: string, tools: LanguageTools): Pair | null => {
  const bytes = tools.toGbk(character);
  return bytes.length === 2 ? [bytes[0]!, bytes[1]!] : null;
};

/**
 * The byte pairs that a displayed character may have been: itself, its simplified form (a site converted the wreck to
 * traditional script), its full-width form.
 */
export function pairsOf(character: string, tools: LanguageTools): readonly Pair[] {
  let pairs = displayed.get(character);
  if (!pairs) {
    pairs = allPairsOf(character, tools);
    displayed.set(character, pairs);
  }
  return pairs;
}

const displayed = new Map<string, readonly Pair[]>();

function allPairsOf(character: string, tools: LanguageTools): readonly Pair[] {
  if (/[!-~]/.test(character)) return [[0xa3, character.charCodeAt(0) | 0x80]];
  const forms = [character, tools.toSimplified(character), character === '著' ? '着' : character];
  return [...new Set(forms)].map((form) => pairOf(form, tools)).filter((pair) => pair !== null);
}

const decodable = new Map<number, string | null>();

/** The character of two bytes, when it is punctuation or one that words are made of. */
export function characterOf(lead: number, trail: number, tools: LanguageTools): string | null {
  const key = lead * 256 + trail;
  let found = decodable.get(key);
  if (found === undefined) {
    found = decode(lead, trail, tools);
    decodable.set(key, found);
  }
  return found;
}

function decode(lead: number, trail: number, tools: LanguageTools): string | null {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0x7f || trail > 0xfe) return null;
  const character = tools.fromGbk(new Uint8Array([lead, trail]));
  if (character.length !== 1) return null;
  if (punctuation.includes(character)) return character;
  return isHan(character) && seen(character, tools) > 0 ? character : null;
}

const seen = (character: string, tools: LanguageTools): number =>
  tools.frequencies().single[tools.toSimplified(character).charCodeAt(0)]!;

/** How often a character must occur to be thought of when only half of it is left. */
const LEAST_SEEN = 1000;

let torn: TornCharacters | null = null;

export function tornCharacters(tools: LanguageTools): TornCharacters {
  if (torn) return torn;
  const byLead = new Map<number, Rival[]>();
  const byTrail = new Map<number, Rival[]>();
  const bySyllable = new Map<string, string[]>();
  const add = (character: string): void => {
    const pair = pairOf(character, tools);
    if (!pair) return;
    const simplified = tools.toSimplified(character);
    const rival = { character, simplified, code: simplified.charCodeAt(0), isForeign: simplified !== character };
    push(byLead, pair[0], rival);
    push(byTrail, pair[1], rival);
  };
  for (const mark of punctuation) add(mark);
  for (let code = 0x4e00; code <= 0x9fa5; code++) {
    const character = String.fromCharCode(code);
    if (seen(character, tools) >= LEAST_SEEN) add(character);
  }
  const readAs = (syllable: string): readonly string[] => {
    if (bySyllable.size === 0) {
      for (const rivals of byLead.values()) {
        for (const character of rivals.map((rival) => rival.character).filter(isHan)) {
          for (const reading of tools.readingsOf(character)) push(bySyllable, reading, character);
        }
      }
    }
    return bySyllable.get(syllable) ?? [];
  };
  torn = { byLead, byTrail, readAs };
  return torn;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
