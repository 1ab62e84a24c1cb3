import { periodOf } from '@duban/calendar/period';
import { rate } from '@duban/kit/rate';
import { expect, test } from 'vitest';
import { pointsBetween } from './change.ts';
import { cohortAtSameAge, cohortOf, cohortWindow, comparedPeriod } from './cohort.ts';
import { whyCountedDifferently, countDifferences } from './recompute.ts';
import { type PeerGroup, memberFor, whyNotPeerGroup } from './peer-group.ts';
import { canonicalText, rankingOf, whyNotPublish } from './snapshot.ts';
import { traceOf } from './trace.ts';
import { emptyTally, type Tally } from './tally.ts';

const member = (unitId: string, ...above: string[]) => ({
  unitId,
  name: `Unit ${unitId}`,
  unitLine: [unitId, ...above],
});
const streets: PeerGroup = {
  id: 'g',
  name: 'streets',
  countedBy: 'territorial',
  members: [member('east', 'district'), member('west', 'district'), member('north', 'district')],
  minimumDue: 10,
};
const week = periodOf('week', '2026-03-04');
const over = Temporal.Instant.from('2026-03-08T16:00:00Z'); // 24:00 on Sunday in Beijing
const tally = (more: Partial<Tally>): Tally => ({ ...emptyTally, ...more });
const ranking = (asOf = over) =>
  rankingOf({
    measure: 'rectification',
    cohort: cohortOf(week, asOf),
    peerGroup: streets,
    tallies: new Map([
      ['east', tally({ closedOnTime: 8, closedLate: 1, open: 2, relapsed: 1, suspended: 3, exempt: 1, arrived: 20 })],
      ['west', tally({ closedOnTime: 19, open: 1 })],
    ]),
    earlier: new Map([['east', tally({ closedOnTime: 10, open: 0 })]]),
    empty: emptyTally,
  });

test('a limit kept at 24:00 on Sunday belongs to the week that ends, at 00:00 on Monday a week before not', () => {
  const window = cohortWindow(cohortOf(week, over));
  expect(window.after.toString()).toBe('2026-03-01T16:00:00Z');
  expect(window.until.toString()).toBe('2026-03-08T16:00:00Z');
});

test('while the week runs only what has fallen due counts, before it begins nothing does', () => {
  const running = cohortOf(week, Temporal.Instant.from('2026-03-04T02:00:00Z'));
  expect(running.complete).toBe(false);
  expect(cohortWindow(running).until.toString()).toBe('2026-03-04T02:00:00Z');
  const ahead = cohortWindow(cohortOf(week, Temporal.Instant.from('2026-02-04T02:00:00Z')));
  expect(ahead.until).toEqual(ahead.after);
});

test('a period is held against the one before it, or the same one a year earlier where there is one', () => {
  expect(comparedPeriod(week, 'previous')?.first).toBe('2026-02-23');
  expect(comparedPeriod(week, 'year')).toBeNull();
  expect(comparedPeriod(periodOf('ten-days', '2024-02-29'), 'year')).toEqual(periodOf('ten-days', '2023-02-21'));
});

test('an earlier period is read at the age of this one', () => {
  const running = cohortOf(week, Temporal.Instant.from('2026-03-04T02:00:00Z'));
  const before = cohortAtSameAge(running, comparedPeriod(week, 'previous')!);
  expect(before).toMatchObject({ asOf: '2026-02-25T02:00:00Z', complete: false });
  expect(cohortWindow(before).until.toString()).toBe('2026-02-25T02:00:00Z');
  const march = cohortOf(periodOf('month', '2026-03-01'), Temporal.Instant.from('2026-04-02T16:00:00Z'));
  expect(cohortAtSameAge(march, periodOf('month', '2026-02-01')).asOf).toBe('2026-03-02T16:00:00Z');
});

test('every member has a row, those without a case too, and the total is the sum of the rows', () => {
  const { rows, total, rankedCount } = ranking();
  expect(rows.map((row) => [row.name, row.standing.ranked && row.standing.place])).toEqual([
    ['Unit west', 1],
    ['Unit east', 2],
    ['Unit north', false],
  ]);
  expect(rankedCount).toBe(2);
  expect(total).toEqual(
    tally({ closedOnTime: 27, closedLate: 1, open: 3, relapsed: 1, suspended: 3, exempt: 1, arrived: 20 }),
  );
});

test('the change is in percentage points and places against the period before', () => {
  const [west, east] = ranking().rows;
  expect(east!.change).toEqual({ points: '-25.00', trend: 'down', places: -1 });
  expect(west!.change).toEqual({ points: null, trend: 'none', places: null });
  expect(pointsBetween(rate(90, 100)!, rate(911, 972)!)).toBe('+3.72');
  expect(pointsBetween(rate(1, 3)!, rate(333, 999)!)).toBe('0.00');
});

test('the trace adds up to the number', () => {
  const east = ranking().rows[1]!;
  expect(traceOf(east, 'rectification', 10, 2)).toEqual([
    { step: 'cohort', due: 12, exempt: 1 },
    {
      step: 'sum',
      of: 'numerator',
      terms: [
        { field: 'closedOnTime', count: 8 },
        { field: 'closedLate', count: 1 },
      ],
      total: 9,
    },
    {
      step: 'sum',
      of: 'denominator',
      terms: [
        { field: 'closedOnTime', count: 8 },
        { field: 'closedLate', count: 1 },
        { field: 'open', count: 2 },
        { field: 'relapsed', count: 1 },
      ],
      total: 12,
    },
    { step: 'divide', numerator: 9, denominator: 12, percent: '75.00' },
    { step: 'rank', place: 2, ahead: 1, sharedBy: 1, of: 2 },
    { step: 'band', band: 1, low: '46.76', high: '91.11' },
  ]);
  const north = traceOf(ranking().rows[2]!, 'rectification', 10, 2);
  expect(north.at(-1)).toEqual({ step: 'not_ranked', reason: 'nothing_due', known: 0, minimum: 10 });
});

test('a running period, an empty one and one where nobody reaches the minimum are not published', () => {
  expect(whyNotPublish(ranking(), null)).toBeNull();
  expect(whyNotPublish(ranking(Temporal.Instant.from('2026-03-08T15:59:59Z')), null)?.code).toBe(
    'ranking.period_not_over',
  );
  expect(whyNotPublish({ ...ranking(), total: emptyTally }, null)?.code).toBe('ranking.nothing_due');
  expect(whyNotPublish({ ...ranking(), rankedCount: 0 }, null)?.code).toBe('ranking.nobody_ranked');
  expect(whyNotPublish(ranking(), 2)).toMatchObject({ code: 'ranking.nothing_new', params: { edition: 2 } });
});

test('the text under the hash does not depend on the order of keys, and drops what is not there', () => {
  expect(canonicalText({ b: [1, null, undefined], a: { d: 'ü', c: undefined } })).toBe(
    '{"a":{"d":"ü"},"b":[1,null,null]}',
  );
  expect(canonicalText(JSON.parse(JSON.stringify(ranking())))).toBe(canonicalText(ranking()));
});

test('a peer group has two members or more, none inside another, and a sensible minimum', () => {
  expect(whyNotPeerGroup(streets)).toBeNull();
  expect(whyNotPeerGroup({ ...streets, members: streets.members.slice(0, 1) })?.code).toBe('peer_group.too_small');
  expect(whyNotPeerGroup({ ...streets, minimumDue: 0 })?.code).toBe('peer_group.minimum_out_of_range');
  const twice = { ...streets, members: [...streets.members, member('east', 'district')] };
  expect(whyNotPeerGroup(twice)?.code).toBe('peer_group.member_twice');
  const inner = { ...streets, members: [...streets.members, member('community', 'east', 'district')] };
  expect(whyNotPeerGroup(inner)).toMatchObject({ code: 'peer_group.members_overlap' });
});

test('a community counts for its street, a unit outside the group for nobody', () => {
  const members = new Set(['east', 'west']);
  expect(memberFor(['grid', 'community', 'east', 'district'], members)).toBe('east');
  expect(memberFor(['housing', 'district'], members)).toBeNull();
});

test('a recomputed ranking is the same, or says in which count it differs', () => {
  const published = new Map([['east', tally({ closedOnTime: 8, open: 2 })]]);
  expect(countDifferences(published, new Map(published))).toEqual([]);
  expect(countDifferences(published, new Map([['east', tally({ closedOnTime: 8, closedLate: 1, open: 1 })]]))).toEqual([
    { unitId: 'east', field: 'closedLate', published: 0, now: 1 },
    { unitId: 'east', field: 'open', published: 2, now: 1 },
  ]);
});

test.each([
  ['open', 'closed_late', 'closed_since'],
  ['closed_on_time', 'relapsed', 'relapsed_since'],
  ['closed_late', 'open', 'reopened_since'],
  ['open', 'exempt', 'exempted_since'],
  ['exempt', 'open', 'exemption_lifted'],
  ['unknown', 'closed_late', 'became_known'],
  ['closed_on_time', 'unknown', 'became_unknown'],
  ['closed_on_time', 'closed_late', 'corrected'],
] as const)('a case that was %s and is %s: %s', (before, after, reason) => {
  expect(whyCountedDifferently({ unitId: 'east', outcome: before }, { unitId: 'east', outcome: after })).toBe(reason);
});

test('a case that changed its unit or its period', () => {
  const open = { unitId: 'east', outcome: 'open' } as const;
  expect(whyCountedDifferently(open, open)).toBeNull();
  expect(whyCountedDifferently(open, { ...open, unitId: 'west' })).toBe('counted_for_another_unit');
  expect(whyCountedDifferently(null, open)).toBe('moved_into_period');
  expect(whyCountedDifferently(open, null)).toBe('moved_out_of_period');
});
