import { rate } from '@duban/kit/rate';
import { expect, test } from 'vitest';
import { gradeOf } from './grade.ts';

test('a grade is decided on the counts, not on the printed per cent', () => {
  expect(gradeOf(rate(90, 100), 10)).toBe('good');
  expect(gradeOf(rate(89_999, 100_000), 10)).toBe('fair');
  expect(gradeOf(rate(749, 1000), 10)).toBe('poor');
  expect(gradeOf(rate(0, 10), 10)).toBe('poor');
});

test('nothing due and too little due have words of their own', () => {
  expect(gradeOf(null, 10)).toBe('no_rate');
  expect(gradeOf(rate(9, 9), 10)).toBe('below_minimum');
});
