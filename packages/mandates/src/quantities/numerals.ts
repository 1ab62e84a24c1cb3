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
};

/** 1,234.5 or 三百二十一 as a number; null for what is neither. */
export function valueOf(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  let total = 0;
  let current = 0;
  for (const character of plain) {
    const digit = digits[character];
    if (digit !== undefined) current = digit;
    else {
      const factor = { 十: 10, 百: 100, 千: 1000 }[character];
      if (factor === undefined) return null;
      total += (current || 1) * factor;
      current = 0;
    }
  }
  return plain.length > 0 ? total + current : null;
}
