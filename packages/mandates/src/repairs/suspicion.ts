import type { LanguageTools } from './language-tools.ts';
import { isOdd } from './odd-characters.ts';
import { isHan } from './step.ts';

/** Which characters of a text look like halves of others. Suspicion alone changes nothing. */
export type Suspicion = {
  readonly at: (i: number) => boolean;
  readonly between: (from: number, to: number) => boolean;
  /** stretches between two places that hold at least `least` suspicious characters, close together */
  readonly leftover: (least: number) => (from: number, to: number) => [number, number][];
};

const halfCharacter = /[A-Za-z@[\\\]^_`{|}~]/;
const fullWidthForm = /[\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
const loneHalf = /[\u4e00-\u9fff][A-Za-z@[\\\]^`{|}~][\u4e00-\u9fff]/;
/** Of what is called unreadable at least so much is odd. */
const DENSE = 0.3;

export function suspicion(text: string, tools: LanguageTools): Suspicion {
  // Only traditional characters have a letter as their second byte.
  const halvesCount = loneHalf.test(text) && isTraditional(text, tools);
  const at = (i: number): boolean => {
    const character = text[i]!;
    if (character === '?' || character === '？')
      return (
        isHan(text[i - 1]) &&
        /^\?[\u4e00-\u9fff]|^[a-z\u00e0-\u01dc]{1,6}\)?[\u4e00-\u9fff]/.test(text.slice(i + 1, i + 10))
      );
    if (halfCharacter.test(character)) {
      if (!isHan(text[i - 1])) return false;
      return isOdd(text[i - 1]!, tools) || (halvesCount && character !== '_' && isHan(text[i + 1]));
    }
    // ＰＭ２．５ was written in full width; a lone letter of that width may be a wreck.
    if (
      fullWidthForm.test(character) &&
      (fullWidthForm.test(text[i - 1] ?? '') || fullWidthForm.test(text[i + 1] ?? ''))
    )
      return false;
    return isOdd(character, tools);
  };
  const between = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (at(i)) return true;
    return false;
  };
  const leftover =
    (least: number) =>
    (from: number, to: number): [number, number][] => {
      const odd: number[] = [];
      for (let i = from; i < to; i++) if (at(i)) odd.push(i);
      const end = (odd.at(-1) ?? 0) + 1;
      return odd.length >= least && odd.length / (end - odd[0]!) >= DENSE ? [[odd[0]!, end]] : [];
    };
  return { at, between, leftover };
}

const SAMPLE = 4000;

function isTraditional(text: string, tools: LanguageTools): boolean {
  const sample = text.slice(0, SAMPLE);
  const simplified = tools.toSimplified(sample);
  let changed = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] !== simplified[i]) changed++;
  return changed >= Math.max(2, 0.02 * sample.length);
}
