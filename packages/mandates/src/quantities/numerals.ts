const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  半: 0.5,
};
const factors: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const groups: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 1,234.5, ３, 三百二十一, 二万三千 or 半 as a number; null for what is none. */
export function valueOf(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,，\s]/g, '');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (plain === '') return null;
  let total = 0;
  let group = 0;
  let current: number | null = null;
  for (const character of plain) {
    const digit = digits[character];
    const factor = factors[character];
    const times = groups[character];
    if (digit !== undefined) current = digit;
    else if (factor !== undefined) {
      group += (current ?? 1) * factor;
      current = null;
    } else if (times !== undefined) {
      total += (group + (current ?? (group === 0 ? 1 : 0))) * times;
      group = 0;
      current = null;
    } else return null;
  }
  return total + group + (current ?? 0);
}

/**
 * The numerals of a text in characters, or in digits: 二十, 一百零五, 1.2. For patterns; at most as long as a figure in
 * running text.
 */
export const characterNumeral = '[一二两三四五六七八九十百千零〇]{1,6}';
export const digitNumeral = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|[\\d０-９]+(?:[.．][\\d０-９]+)?';
