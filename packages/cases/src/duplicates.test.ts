import { expect, test } from 'vitest';
import { isLikelyDuplicate } from './duplicates.ts';

const one = {
  classCode: '1301',
  point: { longitude: 116.404, latitude: 39.915 },
  placeText: '农贸市场北门',
  reportedAt: '2026-03-10T02:00:00Z',
};
// 0.0004° of latitude are 44.5 m, 0.0005° are 55.6 m.
const north = (degrees: number) => ({ ...one, point: { ...one.point, latitude: one.point.latitude + degrees } });

test.each([
  ['the same', one, true],
  ['44 m away', north(0.0004), true],
  ['56 m away', north(0.0005), false],
  ['another class', { ...one, classCode: '1302' }, false],
  ['24 hours later', { ...one, reportedAt: '2026-03-11T02:00:00Z' }, true],
  ['a second more', { ...one, reportedAt: '2026-03-11T02:00:01Z' }, false],
  ['the same words without a point', { ...one, point: null }, true],
  ['other words without a point', { ...one, point: null, placeText: '农贸市场南门' }, false],
  ['no place at all', { ...one, point: null, placeText: '' }, false],
])('%s: %s', (_, other, expected) => {
  expect(isLikelyDuplicate(one, other)).toBe(expected);
  expect(isLikelyDuplicate(other, one)).toBe(expected);
});
