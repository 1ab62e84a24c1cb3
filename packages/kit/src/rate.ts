/**
 * A rate as the two counts it comes from. It is kept as integers until it is printed, so that it can be recomputed by
 * anyone and never suffers from floating point. "No cases" is not 0 %: a rate over nothing is `null`.
 */
export type Rate = { readonly numerator: number; readonly denominator: number };

/** @returns null when nothing was due, because then there is no rate. */
export function rate(numerator: number, denominator: number): Rate | null {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    throw new RangeError('a rate is made of two whole counts');
  }
  if (numerator < 0 || denominator < 0) throw new RangeError('counts cannot be negative');
  return denominator === 0 ? null : { numerator, denominator };
}

/** Compares exactly, by cross-multiplication. Negative when `a` is the lower rate. */
export function compareRates(a: Rate, b: Rate): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The rate in per cent with `digits` decimals, rounded half up in exact arithmetic: 911/972 → "93.72".
 */
export function percentText(of: Rate, digits = 2): string {
  const scale = 10n ** BigInt(digits);
  const numerator = BigInt(of.numerator) * 100n * scale * 2n + BigInt(of.denominator);
  const scaled = numerator / (BigInt(of.denominator) * 2n);
  const whole = scaled / scale;
  if (digits === 0) return whole.toString();
  return `${whole}.${(scaled % scale).toString().padStart(digits, '0')}`;
}
