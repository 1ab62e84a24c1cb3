import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBrokenRing, type OutlinePoint } from './outline.ts';

const square: OutlinePoint[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

test('a square is sound, in both directions', () => {
  expect(firstBrokenRing([square, square.toReversed()])).toBeNull();
});

test.each<[string, OutlinePoint[]]>([
  [
    'crosses itself',
    [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'has no area',
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'repeats a point',
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
  [
    'touches itself',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
    ],
  ],
])('an outline that %s is not', (_name, ring) => {
  expect(firstBrokenRing([square, ring])).toBe(1);
});

test('any outline whose points go once around its centre is sound', () => {
  const radii = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(radii, (of) => {
      const ring = of.map((radius, i): OutlinePoint => {
        const angle = (2 * Math.PI * i) / of.length;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      });
      expect(firstBrokenRing([ring])).toBeNull();
    }),
  );
});
