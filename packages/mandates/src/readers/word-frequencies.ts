import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frequencies } from '../repairs/language-tools.ts';

/** Words seen less often in the dictionary's corpus say nothing about how official text is written. */
const LEAST_COUNT = 5;
/** Rarer words decide nothing beside the pairs they are made of. */
const LEAST_WORD_COUNT = 20;
const LONGEST_WORD = 4;

let known: Frequencies | null = null;

/**
 * How often Chinese words, characters and pairs of characters within words occur, by the jieba dictionary. It is
 * read when it is first asked for: only a document with torn bytes needs it.
 */
export function frequencies(): Frequencies {
  known ??= count(readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')), 'utf8'));
  return known;
}

function count(dictionary: string): Frequencies {
  const single = new Float64Array(0x10000);
  const pairs = new Map<number, number>();
  const words = new Map<string, number>();
  let total = 0;
  let at = 0;
  while (at < dictionary.length) {
    const newline = dictionary.indexOf('\n', at);
    const end = newline < 0 ? dictionary.length : newline;
    const gap = dictionary.indexOf(' ', at);
    const occurrences = Number.parseInt(dictionary.slice(gap + 1, end), 10);
    if (gap > at && gap < end && occurrences >= LEAST_COUNT) {
      if (occurrences >= LEAST_WORD_COUNT && gap - at > 1 && gap - at <= LONGEST_WORD)
        words.set(dictionary.slice(at, gap), occurrences);
      for (let i = at; i < gap; i++) {
        const code = dictionary.charCodeAt(i);
        single[code]! += occurrences;
        total += occurrences;
        if (i + 1 < gap) {
          const pair = code * 0x10000 + dictionary.charCodeAt(i + 1);
          pairs.set(pair, (pairs.get(pair) ?? 0) + occurrences);
        }
      }
    }
    at = end + 1;
  }
  return { single, pairs, words, total };
}
