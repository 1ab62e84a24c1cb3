import type { Point } from '@duban/kit/point';
import { refuse, type Refusal } from '@duban/kit/refusal';
import { coordinateSystems, type CoordinateSystem } from './place.ts';

/**
 * Into CGCS2000 from the systems that maps in use here hand out. WGS 84 equals it above metre level; GCJ-02 (Amap,
 * Tencent) and BD-09 (Baidu) are shifted by a published disturbance that is undone by iteration, to well below a
 * metre. Coordinates without a label are refused: guessing wrong moves a point by 300 to 700 m.
 */
export function toCgcs2000(
  point: Point,
  given: string | undefined,
): { point: Point; givenAs: CoordinateSystem } | Refusal {
  if (given === undefined || given.trim() === '') return refuse('place.coordinates_unlabelled');
  const givenAs = systemNamed(given);
  if (givenAs === null) return refuse('place.coordinates_unknown', { crs: given });
  switch (givenAs) {
    case 'CGCS2000':
    case 'WGS84':
      return { point, givenAs };
    case 'GCJ02':
      return { point: fromGcj02(point), givenAs };
    case 'BD09':
      return { point: fromGcj02(bd09ToGcj02(point)), givenAs };
  }
}

/** Spellings in use: `GCJ-02`, `gcj02`, `EPSG:4490`, `EPSG:4326`. */
function systemNamed(text: string): CoordinateSystem | null {
  const plain = text.toUpperCase().replace(/[\s_-]/g, '');
  if (plain === 'EPSG:4490') return 'CGCS2000';
  if (plain === 'EPSG:4326') return 'WGS84';
  return coordinateSystems.find((system) => system === plain) ?? null;
}

const SEMI_MAJOR_AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const BD_PI = (Math.PI * 3000) / 180;

/** WGS 84 → GCJ-02 by the public algorithm; outside of China the point stays. */
export function toGcj02(point: Point): Point {
  if (isOutsideChina(point)) return point;
  const { longitude, latitude } = point;
  const x = longitude - 105;
  const y = latitude - 35;
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  const north =
    (latitudeShift(x, y) * 180) / (((SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (magic * root)) * Math.PI);
  const east = (longitudeShift(x, y) * 180) / ((SEMI_MAJOR_AXIS / root) * Math.cos(radians) * Math.PI);
  return { longitude: longitude + east, latitude: latitude + north };
}

/** The inverse, by fixed-point iteration. */
function fromGcj02(point: Point): Point {
  let guess = point;
  for (let round = 0; round < 12; round++) {
    const shifted = toGcj02(guess);
    guess = {
      longitude: guess.longitude + point.longitude - shifted.longitude,
      latitude: guess.latitude + point.latitude - shifted.latitude,
    };
  }
  return guess;
}

function bd09ToGcj02({ longitude, latitude }: Point): Point {
  const x = longitude - 0.0065;
  const y = latitude - 0.006;
  const radius = Math.sqrt(x * x + y * y) - 0.000_02 * Math.sin(y * BD_PI);
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * BD_PI);
  return { longitude: radius * Math.cos(angle), latitude: radius * Math.sin(angle) };
}

function isOutsideChina({ longitude, latitude }: Point): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
}

const wave = (value: number, ...terms: readonly (readonly [height: number, period: number])[]) =>
  terms.reduce((sum, [height, period]) => sum + height * Math.sin((value / period) * Math.PI), 0) * (2 / 3);

function latitudeShift(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return base + wave(x, [20, 1 / 6], [20, 1 / 2]) + wave(y, [20, 1], [40, 3]) + wave(y, [160, 12], [320, 30]);
}

function longitudeShift(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return base + wave(x, [20, 1 / 6], [20, 1 / 2]) + wave(x, [20, 1], [40, 3]) + wave(x, [150, 12], [300, 30]);
}
