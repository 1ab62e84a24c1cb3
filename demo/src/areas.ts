import { communityNames, northBank, streetNames } from './place-names.ts';
import { seededRandom } from './random.ts';
import { outline, type Place, relax, type Tessellation, tessellate } from './tessellation.ts';
import { communityKey } from './units.ts';

/**
 * The ground of the demo district, some 12 by 10 kilometres, laid where the map of China shows nothing but sand so that
 * nobody's home is taken for it. Communities fill their street, streets fill the district, and neighbours share their
 * border point by point. 砚水河 runs along the border between the streets of its two banks.
 */
export type Ring = readonly (readonly [longitude: number, latitude: number])[];

/** where each street's middle lies, in kilometres east and north of the district's middle */
const streetMiddles: Readonly<Record<string, Place>> = {
  luqiao: { x: 0.2, y: -0.7 },
  tangwan: { x: 3.6, y: -1.2 },
  maidu: { x: 1.6, y: -3.6 },
  wangxiu: { x: 4.2, y: 2.2 },
  yanbei: { x: 0.4, y: 2.6 },
  qingfang: { x: -3.6, y: 1.9 },
  zhutan: { x: -2.8, y: -2.7 },
};

const middle = { longitude: 104.12, latitude: 38.52 };
const kilometresPerDegree = 111.195;
const seed = 20_260_106;

type Ground = { readonly map: Tessellation; readonly keys: readonly string[]; readonly streets: readonly string[] };

function lay(): Ground {
  const random = seededRandom(seed);
  const keys: string[] = [];
  const streets: string[] = [];
  let seeds: Place[] = [];
  for (const street of streetNames) {
    const names = communityNames[street.key];
    const { x, y } = streetMiddles[street.key]!;
    names.forEach((_, j) => {
      // a sunflower of communities around the middle of the street, a little shaken
      const angle = j * 2.399_963 + random.next() * 0.5;
      const radius = 1.75 * Math.sqrt((j + 0.4) / names.length);
      keys.push(communityKey(street.key, j));
      streets.push(street.key);
      seeds.push({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
    });
  }
  const count = seeds.length;
  const ghosts = 44;
  for (let k = 0; k < ghosts; k++) {
    const angle = (2 * Math.PI * k) / ghosts;
    const shake = 1 + 0.09 * (random.next() - 0.5) + 0.05 * Math.sin(3 * angle + 1);
    seeds.push({ x: 0.4 + 7.1 * shake * Math.cos(angle), y: -0.4 + 6.1 * shake * Math.sin(angle) });
  }
  for (let round = 0; round < 3; round++) seeds = relax(seeds, count);
  return { map: tessellate(seeds, count, seed), keys, streets };
}

const round = (n: number): number => Math.round(n * 1e6) / 1e6;

function onEarth(place: Place): readonly [number, number] {
  const perDegreeEast = kilometresPerDegree * Math.cos((middle.latitude * Math.PI) / 180);
  return [round(middle.longitude + place.x / perDegreeEast), round(middle.latitude + place.y / kilometresPerDegree)];
}

export type DemoAreas = {
  /** ring of the district, of each street and of each community, by unit key */
  readonly rings: ReadonlyMap<string, Ring>;
  /** the river, from one edge of the district to the other */
  readonly river: Ring;
};

/** Lays out the district: the same every time, some milliseconds of work. */
export function layOutAreas(): DemoAreas {
  const { map, keys, streets } = lay();
  const ring = (belongs: (cell: number) => boolean): Ring => outline(map, belongs).map(onEarth);
  const rings = new Map<string, Ring>();
  rings.set(
    'district',
    ring(() => true),
  );
  for (const street of streetNames)
    rings.set(
      street.key,
      ring((cell) => streets[cell] === street.key),
    );
  keys.forEach((key, i) =>
    rings.set(
      key,
      ring((cell) => cell === i),
    ),
  );

  const north = (cell: number): boolean => (northBank as readonly string[]).includes(streets[cell]!);
  const outside = new Set(rings.get('district')!.map(String));
  const bank = ring(north);
  // the bank is the part of the northern outline that is not also the district's outline
  const start = bank.findIndex((p, i) => outside.has(String(p)) && !outside.has(String(bank[(i + 1) % bank.length])));
  const river: (readonly [number, number])[] = [bank[start]!];
  for (let i = 1; !outside.has(String(river.at(-1))) || i === 1; i++) river.push(bank[(start + i) % bank.length]!);
  return { rings, river };
}
