import { compareRates } from '@duban/kit/rate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measures } from './measure.ts';
import { rankUnits, type RankingEntry } from './rank.ts';
import { emptyTally, type Tally } from './tally.ts';

const tally = (closedOnTime: number, closedLate: number, open: number, more: Partial<Tally> = {}): Tally => ({
  ...emptyTally,
  closedOnTime,
  closedLate,
  open,
  ...more,
});
const places = (entries: RankingEntry[], minimum = 1) =>
  rankUnits(entries, 'rectification', minimum).map(({ unitId, standing }) =>
    standing.ranked ? `${unitId}${standing.place}` : `${unitId}-`,
  );

test('equal rates share a rank and the next rank is skipped', () => {
  const entries = [
    { unitId: 'a', tally: tally(1, 0, 1) },
    { unitId: 'b', tally: tally(30, 20, 50) },
    { unitId: 'c', tally: tally(9, 0, 1) },
    { unitId: 'd', tally: tally(1, 0, 9) },
  ];
  expect(places(entries)).toEqual(['c1', 'a2', 'b2', 'd4']);
});

test('the order is exact where percentages with two decimals are equal', () => {
  const entries = [
    { unitId: 'a', tally: tally(333_333, 0, 666_667) },
    { unitId: 'b', tally: tally(1, 0, 2) },
  ];
  expect(places(entries)).toEqual(['b1', 'a2']);
});

test('below the minimum a unit is listed without a rank, and nothing due is not 0 %', () => {
  const rows = rankUnits(
    [
      { unitId: 'a', tally: tally(10, 0, 0) },
      { unitId: 'b', tally: tally(9, 0, 0) },
      { unitId: 'c', tally: emptyTally },
      { unitId: 'd', tally: tally(0, 0, 0, { unknown: 20 }) },
    ],
    'rectification',
    10,
  );
  expect(rows.map(({ unitId, standing }) => [unitId, standing.ranked || standing.reason])).toEqual([
    ['a', true],
    ['b', 'below_minimum'],
    ['c', 'nothing_due'],
    ['d', 'all_unknown'],
  ]);
  expect(rows[2]!.measured).toBeNull();
});

test('a relapse lowers the rate and raises the relapse rate, and there the lower rate is the better one', () => {
  const entries = [
    { unitId: 'a', tally: tally(18, 0, 2) },
    { unitId: 'b', tally: tally(18, 0, 0, { relapsed: 2 }) },
  ];
  expect(places(entries)).toEqual(['a1', 'b1']);
  const byRelapse = rankUnits(entries, 'relapse', 1);
  expect(byRelapse.map((row) => [row.unitId, row.measured!.rate])).toEqual([
    ['a', { numerator: 0, denominator: 18 }],
    ['b', { numerator: 2, denominator: 20 }],
  ]);
});

test('unknown outcomes widen the possible places and never count as not done', () => {
  const [a, b, c] = rankUnits(
    [
      { unitId: 'a', tally: tally(9, 0, 1) },
      { unitId: 'b', tally: tally(8, 0, 2, { unknown: 10 }) },
      { unitId: 'c', tally: tally(7, 0, 3) },
    ],
    'rectification',
    1,
  );
  expect(b!.measured!.rate).toEqual({ numerator: 8, denominator: 10 });
  expect(a!.standing).toMatchObject({ place: 1, bestPlace: 1, worstPlace: 1 });
  expect(b!.standing).toMatchObject({ place: 2, bestPlace: 1, worstPlace: 3 });
  expect(c!.standing).toMatchObject({ place: 3, bestPlace: 2, worstPlace: 3 });
});

test('units within chance share a band, and small steps do not chain the first to the last', () => {
  const rows = rankUnits(
    [95, 92, 89, 86, 83, 80].map((closed, index) => ({ unitId: `u${index}`, tally: tally(closed, 0, 100 - closed) })),
    'rectification',
    10,
  );
  expect(rows.map(({ standing }) => standing.ranked && standing.band)).toEqual([1, 1, 1, 2, 2, 2]);
});

const tallies = fc.record({
  closedOnTime: fc.nat(40),
  closedLate: fc.nat(10),
  open: fc.nat(20),
  relapsed: fc.nat(5),
  unknown: fc.oneof(fc.constant(0), fc.nat(5)),
});
const groups = fc
  .array(tallies, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((each, index): RankingEntry => ({ unitId: `u${index}`, tally: { ...emptyTally, ...each } })));
const measure = fc.constantFrom(...measures);

test('ranks are a weak order of the rates, whatever the order in which the units come', () => {
  fc.assert(
    fc.property(
      groups.chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
      ),
      measure,
      fc.nat(15),
      ([entries, shuffled], by, minimum) => {
        const rows = rankUnits(entries, by, minimum);
        expect(rankUnits(shuffled, by, minimum)).toEqual(rows);
        expect(rows).toHaveLength(entries.length);
        const sign = by === 'relapse' ? -1 : 1;
        for (const one of rows) {
          for (const other of rows) {
            if (!one.standing.ranked || !other.standing.ranked) continue;
            const order = sign * compareRates(one.measured!.rate, other.measured!.rate);
            expect(Math.sign(other.standing.place - one.standing.place) === Math.sign(order)).toBe(true);
            if (order === 0) expect(one.standing.band).toBe(other.standing.band);
            if (order > 0) expect(one.standing.band).toBeLessThanOrEqual(other.standing.band);
          }
        }
      },
    ),
  );
});

test('ties are counted from both sides, and a place lies between the best and the worst possible one', () => {
  fc.assert(
    fc.property(groups, measure, (entries, by) => {
      const ranked = rankUnits(entries, by, 1).flatMap(({ standing }) => (standing.ranked ? [standing] : []));
      for (const { place, sharedBy, bestPlace, worstPlace } of ranked) {
        expect(ranked.filter((other) => other.place === place)).toHaveLength(sharedBy);
        expect(place).toBe(1 + ranked.filter((other) => other.place < place).length);
        expect(bestPlace).toBeLessThanOrEqual(place);
        expect(worstPlace).toBeGreaterThanOrEqual(place);
      }
    }),
  );
});

test('without unknown outcomes no place is in doubt', () => {
  fc.assert(
    fc.property(groups, measure, (entries, by) => {
      const known = entries.map((entry) => ({ ...entry, tally: { ...entry.tally, unknown: 0 } }));
      for (const { standing } of rankUnits(known, by, 1)) {
        if (standing.ranked)
          expect([standing.bestPlace, standing.worstPlace]).toEqual([standing.place, standing.place]);
      }
    }),
  );
});
