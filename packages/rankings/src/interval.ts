import type { Rate } from '@duban/kit/rate';

/**
 * How far chance alone can move a rate that comes from few cases. All of it is decided in integers: the square of the
 * normal quantile 1.96 is taken as 38416/10000, so that no float can push a unit over a line and anyone can recompute
 * the answer by hand.
 */
const QUANTILE_SQUARED = 38_416n;
const QUANTILE_SCALE = 10_000n;
const BASIS_POINTS = 10_000n;

/** Bounds in basis points (1/100 of a per cent), rounded outwards. */
export type Interval = { readonly low: number; readonly high: number };

/**
 * The 95 % score interval of a rate: all rates x with n(p − x)² ≤ z²·x(1 − x).
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (158), 1927, 209–212. Found by bisection on that inequality instead of by its
 * closed form, because the inequality is exact in integers.
 */
export function wilsonInterval(of: Rate): Interval {
  const hits = BigInt(of.numerator);
  const size = BigInt(of.denominator);
  if (hits > size) throw new RangeError('a rate above 100 % has no score interval');
  const inside = (x: bigint): boolean => {
    const gap = hits * BASIS_POINTS - x * size;
    return gap * gap * QUANTILE_SCALE <= QUANTILE_SQUARED * x * (BASIS_POINTS - x) * size;
  };
  const atLeast = (hits * BASIS_POINTS) / size;
  const atMost = (hits * BASIS_POINTS + size - 1n) / size;
  const low = hits === 0n ? 0n : bisect(0n, atLeast, inside);
  const high =
    hits === size ? BASIS_POINTS : BASIS_POINTS - bisect(0n, BASIS_POINTS - atMost, (x) => inside(BASIS_POINTS - x));
  return { low: Number(low), high: Number(high) };
}

/** The largest x in [from, to] that is not yet inside; `inside` is false below one root and true above it. */
function bisect(from: bigint, to: bigint, inside: (x: bigint) => boolean): bigint {
  let outside = from;
  let upper = to + 1n;
  while (upper - outside > 1n) {
    const middle = (outside + upper) / 2n;
    if (inside(middle)) upper = middle;
    else outside = middle;
  }
  return outside;
}

/**
 * Is the difference of two rates within chance (5 %, two-sided)? The score test of two proportions with the pooled
 * rate, the same reasoning as Wilson's interval applied to a pair:
 * (a/n − b/m)² ≤ z²·p(1 − p)(1/n + 1/m) with p = (a + b)/(n + m), multiplied out.
 *
 * Source: K. Pearson's test of the fourfold table without continuity correction, as described in R. G. Newcombe,
 * "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, 873–890.
 */
export function withinError(one: Rate, other: Rate): boolean {
  const a = BigInt(one.numerator);
  const n = BigInt(one.denominator);
  const b = BigInt(other.numerator);
  const m = BigInt(other.denominator);
  const gap = a * m - b * n;
  return gap * gap * (n + m) * QUANTILE_SCALE <= QUANTILE_SQUARED * (a + b) * (n + m - a - b) * n * m;
}
