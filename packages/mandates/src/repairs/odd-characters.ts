import { frequentSimplified } from '../rules/frequent-characters.ts';
import type { LanguageTools } from './language-tools.ts';
import { isHan } from './step.ts';

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
  if (!isHan(character))
    return /[\u2474-\u24ff≡≌∽㎏\u3041-\u30f6\u3105-\u3129\u0391-\u03c9\u0400-\u045f\u2550-\u2573\uff21-\uff3a\uff41-\uff5a\ue000-\uf8ff\ufffd]/.test(
      character,
    );
  const simplified = tools.toSimplified(character);
  return !isLevelOne(simplified, tools) && !frequentSimplified.has(simplified);
}
