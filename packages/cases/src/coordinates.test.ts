import { distanceMetres, type Point } from '@duban/kit/point';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCgcs2000, toGcj02 } from './coordinates.ts';
import { representativePoint } from './place.ts';

const place = { longitude: 116.404, latitude: 39.915 };

function converted(point: Point, crs: string): Point {
  const answer = toCgcs2000(point, crs);
  if ('refused' in answer) throw new Error(answer.code);
  return answer.point;
}

test('the published vector of GCJ-02, and back', () => {
  const shifted = toGcj02(place);
  expect(shifted.longitude).toBeCloseTo(116.41024449916938, 9);
  expect(shifted.latitude).toBeCloseTo(39.91640428150164, 9);
  expect(distanceMetres(converted(shifted, 'GCJ-02'), place)).toBeLessThan(0.01);
});

test('everywhere in China the way back is exact to a centimetre, and the shift is what a mix-up would cost', () => {
  const points = fc.record({
    longitude: fc.double({ min: 75, max: 134, noNaN: true }),
    latitude: fc.double({ min: 5, max: 53, noNaN: true }),
  });
  fc.assert(
    fc.property(points, (point) => {
      const shifted = toGcj02(point);
      expect(distanceMetres(converted(shifted, 'gcj02'), point)).toBeLessThan(0.01);
      expect(distanceMetres(shifted, point)).toBeLessThan(1500);
    }),
  );
});

test('BD-09 comes out within a metre or two of the GCJ-02 it was made from', () => {
  const bd09 = { longitude: 116.41662724378733, latitude: 39.922699552216216 };
  expect(distanceMetres(converted(bd09, 'BD09'), place)).toBeLessThan(2);
});

test('without a label, or with one that nobody knows, coordinates are refused', () => {
  for (const crs of [undefined, '', '  ']) {
    expect(toCgcs2000(place, crs)).toMatchObject({ refused: true, code: 'place.coordinates_unlabelled' });
  }
  expect(toCgcs2000(place, 'Gauss')).toMatchObject({ refused: true, code: 'place.coordinates_unknown' });
  expect(toCgcs2000(place, 'EPSG:4490')).toEqual({ point: place, givenAs: 'CGCS2000' });
});

test('a line is stood for by its middle, words by nothing', () => {
  const line = {
    type: 'line',
    crs: 'CGCS2000',
    givenAs: 'CGCS2000',
    accuracyMetres: null,
    points: [
      { longitude: 116, latitude: 39 },
      { longitude: 116, latitude: 39.01 },
      { longitude: 116, latitude: 39.04 },
    ],
  } as const;
  expect(representativePoint({ text: '', geometry: line })?.latitude).toBeCloseTo(39.02, 6);
  expect(representativePoint({ text: '中电投对面', geometry: null })).toBeNull();
});
