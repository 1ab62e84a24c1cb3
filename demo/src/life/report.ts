import type { Call } from '@duban/contract/endpoint';
import type { reportCase } from '@duban/contract/cases';
import type { SourceChannel } from '@duban/cases/words';
import { instantOf } from '@duban/calendar/beijing-time';
import { isInside, type Point, type Polygon } from '@duban/kit/point';
import { isWorkingDay } from '@duban/calendar/working-calendar';
import type { DemoAreas } from '../areas.ts';
import { campaignsAt } from '../campaigns.ts';
import { landmarks, type StreetName } from '../place-names.ts';
import type { Random } from '../random.ts';
import { findings, remarks, spots } from '../sentences.ts';
import { type DemoStandard, standards } from '../standards.ts';
import { communityUnits, type DemoUnit } from '../units.ts';
import { calendar } from './moments.ts';

/** How often a class of problem is met, by its code. What is not here is met once. */
const frequency: Readonly<Record<string, number>> = {
  '1501': 9,
  '1502': 9,
  '1101': 8,
  '1102': 5,
  '1201': 6,
  '0303': 5,
  '0301': 4,
  '0203': 4,
  '0204': 4,
  '1104': 3,
  '1504': 3,
  '0102': 3,
  '0101': 3,
  '1103': 3,
  '1503': 2.5,
  '1301': 2,
  '0402': 2,
  '1401': 0.3,
};

const channelWeights: Readonly<Record<Exclude<SourceChannel, 'directive'>, number>> = {
  patrol: 46,
  public: 27,
  assessment: 9,
  society: 5,
  media: 3,
  named_by_superior: 3,
  cppcc: 3,
};

export type PlannedReport = {
  readonly at: number;
  readonly week: number;
  readonly standard: DemoStandard;
  readonly community: DemoUnit;
  readonly street: string;
  readonly point: Point | null;
  readonly body: Omit<Call<typeof reportCase>, 'territorialUnitId'>;
  /** the place is words only, so that the territory has to be named */
  readonly namesTerritory: boolean;
};

export type Polygons = ReadonlyMap<string, Polygon>;

export function polygonsOf(areas: DemoAreas): Polygons {
  return new Map(
    [...areas.rings].map(([key, ring]) => [key, ring.map(([longitude, latitude]) => ({ longitude, latitude }))]),
  );
}

/** How many reports a day brings: a weekly rhythm, busiest on Monday, and a slow rise with the campaigns. */
export function reportsOn(date: string, week: number, weeks: number, total: number, random: Random): number {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  const rhythm = isWorkingDay(calendar, date) ? [0, 1.3, 1.1, 1, 1, 0.95, 0.6, 0.5][weekday]! : 0.35;
  const rise = 0.85 + (0.3 * week) / weeks;
  const usual = total / (weeks * 5.9);
  return Math.max(0, Math.round(usual * rhythm * rise * (1 + 0.15 * random.normal())));
}

/** A moment of a day: two humps, at half past nine and at half past three. */
export function momentOn(date: string, random: Random): number {
  const middle = random.chance(0.55) ? 9.5 * 60 : 15.5 * 60;
  const minutes = Math.min(21 * 60, Math.max(6.5 * 60, middle + 80 * random.normal()));
  return instantOf(date, 0).epochMilliseconds + Math.round(minutes * 60_000);
}

export function planReport(at: number, week: number, weeks: number, polygons: Polygons, random: Random): PlannedReport {
  const standard = pickStandard(week, weeks, random);
  const community = random.pick(communityUnits);
  const street = community.parent!;
  const landmark = random.pick(landmarks[street as StreetName['key']]);
  const text = `${landmark}${random.pick(spots)}`;
  const running = campaignsAt(standard.code, weeks - week);
  const campaign = running.length > 0 && random.chance(0.6) ? random.pick(running) : null;
  const sourceChannel = random.weighted(channelWeights);
  const form = random.weighted({ point: 86, line: 6, words: 8 });
  const point = form === 'words' ? null : pointWithin(polygons.get(community.key)!, random);
  const remark = random.pick(remarks);
  return {
    at,
    week,
    standard,
    community,
    street,
    point,
    namesTerritory: point === null,
    body: {
      title: `${text}${random.pick(findings[standard.code]!)}`,
      description: `${community.shortName}辖区，${standard.className}：${standard.condition}。${remark}`,
      classCode: standard.code,
      place: { text, geometry: geometryOf(form, point, random) },
      sourceChannel,
      priority: standard.limit.clock.startsWith('urgent') && random.chance(0.5) ? 'urgent' : 'ordinary',
      tags: campaign ? [campaign.name] : [],
    },
  };
}

function geometryOf(form: 'point' | 'line' | 'words', point: Point | null, random: Random) {
  if (!point) return null;
  const { longitude, latitude } = point;
  if (form === 'point') {
    return { type: 'point' as const, crs: 'CGCS2000', longitude, latitude, accuracyMetres: 5 + random.below(20) };
  }
  // some 150 metres of road
  const along = 0.0004 + random.next() * 0.0008;
  const points: [number, number][] = [
    [longitude - along, latitude],
    [longitude, latitude + 0.0001],
    [longitude + along, latitude],
  ];
  return { type: 'line' as const, crs: 'CGCS2000', points, accuracyMetres: null };
}

function pickStandard(week: number, weeks: number, random: Random): DemoStandard {
  const codes = [...new Set(standards.map((s) => s.code))];
  const weights = Object.fromEntries(
    codes.map((code) => [code, (frequency[code] ?? 1) * (1 + 0.4 * campaignsAt(code, weeks - week).length)]),
  );
  const code = random.weighted(weights);
  return random.pick(standards.filter((s) => s.code === code));
}

/** A point well inside a ring, to the sixth decimal, as a phone gives it. */
export function pointWithin(ring: Polygon, random: Random): Point {
  const longitudes = ring.map((p) => p.longitude);
  const latitudes = ring.map((p) => p.latitude);
  const between = (values: readonly number[]): number => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return Math.round((low + random.next() * (high - low)) * 1e6) / 1e6;
  };
  for (;;) {
    const point = { longitude: between(longitudes), latitude: between(latitudes) };
    if (isInside(point, ring)) return point;
  }
}
