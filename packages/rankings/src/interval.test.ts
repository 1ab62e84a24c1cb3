import { rate } from '@duban/kit/rate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval, withinError } from './interval.ts';

test('the worked examples of Newcombe 1998 for one proportion (method 3, Wilson score)', () => {
  // printed there with four decimals, from the quantile 1.959964 instead of 1.96
  for (const [hits, size, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const interval = wilsonInterval(rate(hits, size)!);
    expect(Math.abs(interval.low - low * 10_000)).toBeLessThanOrEqual(1.01);
    expect(Math.abs(interval.high - high * 10_000)).toBeLessThanOrEqual(1.01);
  }
});

const rates = fc
  .integer({ min: 1, max: 100_000 })
  .chain((denominator) => fc.nat(denominator).map((numerator) => rate(numerator, denominator)!));

test('the closed form in floats agrees to one basis point', () => {
  fc.assert(
    fc.property(rates, (of) => {
      const { low, high } = wilsonInterval(of);
      const [p, n, z] = [of.numerator / of.denominator, of.denominator, 1.96];
      const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
      const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
      expect(Math.abs(low - 10_000 * (centre - half))).toBeLessThanOrEqual(1.000001);
      expect(Math.abs(high - 10_000 * (centre + half))).toBeLessThanOrEqual(1.000001);
    }),
  );
});

test('the rate lies inside its interval, and the interval of the opposite rate is its mirror', () => {
  fc.assert(
    fc.property(rates, (of) => {
      const { low, high } = wilsonInterval(of);
      expect(low * of.denominator).toBeLessThanOrEqual(of.numerator * 10_000);
      expect(high * of.denominator).toBeGreaterThanOrEqual(of.numerator * 10_000);
      const mirror = wilsonInterval(rate(of.denominator - of.numerator, of.denominator)!);
      expect(mirror).toEqual({ low: 10_000 - high, high: 10_000 - low });
    }),
  );
});

test('more cases at the same rate narrow the interval', () => {
  const few = wilsonInterval(rate(9, 10)!);
  const many = wilsonInterval(rate(900, 1000)!);
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
});

test('chance explains 9 of 10 against 8 of 10, not 900 of 1000 against 800 of 1000', () => {
  expect(withinError(rate(9, 10)!, rate(8, 10)!)).toBe(true);
  expect(withinError(rate(900, 1000)!, rate(800, 1000)!)).toBe(false);
});

test('the line of the 5 % test is drawn exactly: chi-square 3.8416', () => {
  // 50/100 against b/100: chi-square of 64 is 3.99, of 63 is 3.44
  expect(withinError(rate(50, 100)!, rate(63, 100)!)).toBe(true);
  expect(withinError(rate(50, 100)!, rate(64, 100)!)).toBe(false);
});

test('being within error is symmetric, and equal rates always are', () => {
  fc.assert(
    fc.property(rates, rates, fc.integer({ min: 1, max: 50 }), (a, b, times) => {
      expect(withinError(a, b)).toBe(withinError(b, a));
      expect(withinError(a, rate(a.numerator * times, a.denominator * times)!)).toBe(true);
    }),
  );
});
