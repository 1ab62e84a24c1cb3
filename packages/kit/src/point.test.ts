import { expect, test } from 'vitest';
import { distanceMetres, isInside } from './point.ts';

const square = [
  { longitude: 0, latitude: 0 },
  { longitude: 1, latitude: 0 },
  { longitude: 1, latitude: 1 },
  { longitude: 0, latitude: 1 },
];

test('one degree of latitude is about 111.2 km', () => {
  expect(distanceMetres({ longitude: 116, latitude: 39 }, { longitude: 116, latitude: 40 })).toBeCloseTo(111_195, -1);
});

test('inside, outside, and on the edge shared with the next square', () => {
  expect(isInside({ longitude: 0.5, latitude: 0.5 }, square)).toBe(true);
  expect(isInside({ longitude: 1.5, latitude: 0.5 }, square)).toBe(false);
  const next = square.map((p) => ({ ...p, longitude: p.longitude + 1 }));
  const edge = { longitude: 1, latitude: 0.5 };
  expect([isInside(edge, square), isInside(edge, next)].filter(Boolean)).toHaveLength(1);
});
