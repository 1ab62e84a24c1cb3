import { getRanking } from '@duban/contract/rankings';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, refusalOf, streets, testLedger } from './test-ledger.ts';

// Which cases belong to a period, and which period it is compared with.
const world = testWorld({ actors });
const { open, put, putMany } = testLedger(world);

beforeEach(open);

test('a case at 24:00 on Sunday belongs to the week, one a moment later to the next', async () => {
  await put({ finishBy: '2026-03-08T16:00:00Z', finishedLate: false });
  await put({ finishBy: '2026-03-08T16:00:00.001Z', finishedLate: false });
  await put({ finishBy: '2026-03-01T16:00:00Z', finishedLate: false });
  const { total } = await world.as('dispatcher').call(getRanking, streets);
  expect(total.due).toBe(1);
});

test('in a week that runs, only what has fallen due counts', async () => {
  await put({ state: 'in_progress', finishBy: '2026-03-09T09:00:00Z' });
  await put({ finishBy: '2026-03-11T09:00:00Z', finishedLate: false });
  const running = { period: 'week:2026-03-09', group: 'streets' } as const;
  expect((await world.as('dispatcher').call(getRanking, running)).total.due).toBe(1);
  world.setNow('2026-03-16T01:00:00Z');
  expect((await world.as('dispatcher').call(getRanking, running)).total.due).toBe(2);
});

test('weeks may begin on another day, and 旬, months and quarters are counted the same way', async () => {
  await putMany(2, { finishBy: '2026-03-10T01:00:00Z', finishedLate: false });
  await put({ finishBy: '2026-03-11T01:00:00Z', finishedLate: false });
  const dueIn = async (period: string) =>
    (await world.as('dispatcher').call(getRanking, { period, group: 'streets' })).total.due;
  world.setNow('2026-07-01T00:00:00Z');
  expect(await dueIn('week:2026-03-06')).toBe(3);
  expect(await dueIn('ten-days:2026-03-01')).toBe(2);
  expect(await dueIn('ten-days:2026-03-11')).toBe(1);
  expect(await dueIn('month:2026-03-01')).toBe(3);
  expect(await dueIn('quarter:2026-01-01')).toBe(3);
  expect(await refusalOf(dueIn('month:2026-03-02'))).toBe('request.invalid');
});

test('the change is against the week before', async () => {
  await putMany(10, { finishedLate: false, finishBy: '2026-02-25T01:00:00Z' });
  await putMany(9, { finishedLate: false });
  await put({ state: 'in_progress' });
  const { rows, compared } = await world.as('mayor').call(getRanking, streets);
  expect(rows[0]!.change).toEqual({ points: '-10.00', trend: 'down', places: 0 });
  expect(compared?.period.key).toBe('week:2026-02-23');
  const year = await world.as('mayor').call(getRanking, { ...streets, comparison: 'year' });
  expect(year.compared).toBeNull();
});

test('the week before is read at the age that this one has, so that late closures do not make the newest week the worst', async () => {
  // 8 of 10 were closed in their week; the other two a fortnight later, which the newer week has not had
  const before = '2026-02-25T01:00:00Z';
  await putMany(8, { finishedLate: false, finishBy: before });
  await putMany(2, { finishedLate: true, finishBy: before, closedAt: '2026-03-09T01:00:00Z' });
  await putMany(8, { finishedLate: false });
  await putMany(2, { state: 'in_progress' });
  await put({
    finishBy: before,
    finishedLate: false,
    relapseCount: 1,
    relapsedAt: '2026-03-08T01:00:00Z',
    state: 'relapsed',
  });
  await putMany(1, { finishedLate: false });
  const { rows, compared } = await world.as('mayor').call(getRanking, streets);
  expect(compared?.asOf).toBe('2026-03-03T02:00:00Z');
  expect(rows[0]!.change).toEqual({ points: '0.00', trend: 'same', places: 0 });
  const then = await world.as('mayor').call(getRanking, { ...streets, period: 'week:2026-02-23' });
  expect(then.rows[0]!.counts).toMatchObject({ closedOnTime: 8, closedLate: 2, relapsed: 1, open: 0 });
});
