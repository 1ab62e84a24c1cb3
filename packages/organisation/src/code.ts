import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * Codes of units. A code identifies a unit for a period and may then be given to another; it is never a key.
 *
 * - `gbt2260`: six digits, county level and above (GB/T 2260)
 * - `statistical`: twelve digits, 2 province + 2 prefecture + 2 county + 3 street or township + 3 village or community
 *   (统计用区划代码; the township part follows GB/T 10114)
 * - `grid`: sixteen digits (GB/T 30428.1)
 * - `credit`: eighteen characters with a check character (GB 32100-2015, 统一社会信用代码)
 */
export const codeSchemes = ['gbt2260', 'statistical', 'grid', 'credit'] as const;
export type CodeScheme = (typeof codeSchemes)[number];

const patterns: Readonly<Record<CodeScheme, RegExp>> = {
  gbt2260: /^[1-9]\d{5}$/,
  statistical: /^[1-9]\d{11}$/,
  grid: /^[1-9]\d{15}$/,
  credit: /^[0-9A-HJ-NP-RTUWXY]{18}$/,
};

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** @returns `unit.wrong_code` when the code does not have the form of its scheme. */
export function whyNotCode(scheme: CodeScheme, code: string): Refusal | null {
  const fits = patterns[scheme].test(code) && (scheme !== 'credit' || creditCheck(code.slice(0, 17)) === code[17]);
  return fits ? null : refuse('unit.wrong_code', { code, scheme });
}

/** Check character of a unified social credit code: weights 3^i mod 31, complement to 31 (GB 32100-2015, 4.6). */
function creditCheck(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += creditCharacters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCharacters[(31 - (sum % 31)) % 31]!;
}
