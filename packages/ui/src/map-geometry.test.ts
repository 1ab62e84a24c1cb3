import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centroid, type LonLat, moved, projectionOf, ringPath, zoomed } from './map-geometry.tsx';

const square: LonLat[] = [
  [116.0, 39.9],
  [116.2, 39.9],
  [116.2, 40.0],
  [116.0, 40.0],
];

describe('the schematic projection', () => {
  it('puts north up and east right', () => {
    const { flat } = projectionOf(square);
    expect(flat([116.0, 40.0])[1]).toBeLessThan(flat([116.0, 39.9])[1]);
    expect(flat([116.2, 39.9])[0]).toBeGreaterThan(flat([116.0, 39.9])[0]);
  });

  it('is undone by its inverse', () => {
    const { flat, place } = projectionOf(square);
    fc.assert(
      fc.property(
        fc.double({ min: 115, max: 117, noNaN: true }),
        fc.double({ min: 39, max: 41, noNaN: true }),
        (lon, lat) => {
          const [longitude, latitude] = place(...flat([lon, lat]));
          expect(longitude).toBeCloseTo(lon, 9);
          expect(latitude).toBeCloseTo(lat, 9);
        },
      ),
    );
  });

  it('keeps a single place and no place at all finite', () => {
    expect(
      projectionOf([[116, 40]])
        .flat([116, 40])
        .every(Number.isFinite),
    ).toBe(true);
    expect(Number.isFinite(projectionOf([]).box.height)).toBe(true);
  });

  it('keeps every given place inside the box', () => {
    const place = fc.tuple(
      fc.double({ min: 100, max: 120, noNaN: true }),
      fc.double({ min: 20, max: 45, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
        const { flat, box } = projectionOf(places);
        for (const [x, y] of places.map(flat)) {
          expect(x).toBeGreaterThanOrEqual(box.x);
          expect(x).toBeLessThanOrEqual(box.width);
          expect(y).toBeGreaterThanOrEqual(box.y);
          expect(y).toBeLessThanOrEqual(box.height);
        }
      }),
    );
  });

  it('labels a square in its middle and closes its path', () => {
    const projection = projectionOf(square);
    const [x, y] = centroid(square, projection);
    const [longitude, latitude] = projection.place(x, y);
    expect(longitude).toBeCloseTo(116.1, 6);
    expect(latitude).toBeCloseTo(39.95, 6);
    expect(ringPath(square, projection)).toMatch(/^M.*Z$/);
  });
});

describe('pan and zoom', () => {
  const whole = { x: 0, y: 0, width: 1000, height: 500 };

  it('zooms around the pointer, which keeps its place', () => {
    const view = zoomed(whole, whole, 2, [600, 200]);
    expect(view.width).toBe(500);
    expect((600 - view.x) / view.width).toBeCloseTo(0.6, 9);
  });

  it('never leaves the drawing and never passes its limits', () => {
    const near = zoomed(whole, whole, 1000, [500, 250]);
    expect(near.width).toBe(25);
    expect(zoomed(near, whole, 1e-6, [500, 250])).toEqual(whole);
    expect(moved(near, whole, -9999, 9999)).toMatchObject({ x: 0, y: 500 - near.height });
  });
});
