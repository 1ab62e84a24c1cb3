import { expect, test } from 'vitest';
import fc from 'fast-check';
import { compareRates, percentText, rate } from './rate.ts';

test('published bulletin figures come out to the digit', () => {
  expect(percentText(rate(911, 972)!)).toBe('93.72');
  expect(percentText(rate(737, 972)!)).toBe('75.82');
  expect(percentText(rate(22, 92)!)).toBe('23.91');
  expect(percentText(rate(68, 92)!)).toBe('73.91');
  expect(percentText(rate(2, 92)!)).toBe('2.17');
  expect(percentText(rate(597, 601)!, 1)).toBe('99.3');
});

test('nothing due is no rate, not 0 %', () => {
  expect(rate(0, 0)).toBeNull();
  expect(percentText(rate(0, 5)!)).toBe('0.00');
});

test('counts must be whole and not negative', () => {
  expect(() => rate(0.5, 1)).toThrow(RangeError);
  expect(() => rate(-1, 1)).toThrow(RangeError);
});

test('comparison is exact and antisymmetric', () => {
  const rates = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 })).map(([n, d]) => rate(n, d)!);
  fc.assert(
    fc.property(rates, rates, (a, b) => {
      expect(compareRates(a, b)).toBe(-compareRates(b, a) + 0);
    }),
  );
  expect(compareRates(rate(1, 3)!, rate(333_333, 1_000_000)!)).toBe(1);
});
