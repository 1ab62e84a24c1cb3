import { getDashboard, getTerritoryRates, getTrend, listDashboardCases } from '@duban/contract/dashboard';
import { dashboardCounts } from '@duban/rankings/red';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, refusalOf, type TestCase, testLedger, units } from './test-ledger.ts';

// Tuesday 10 March 2026, 10:00 in Beijing.
const world = testWorld({ actors });
const overdue = '2026-03-06T09:00:00Z';
const ahead = '2026-03-13T09:00:00Z';

const ledger = testLedger(world);
beforeEach(() => ledger.open());
const put = (count: number, of: Partial<TestCase>) =>
  ledger.putMany(count, { state: 'in_progress', finishBy: overdue, ...of });

async function listed(account: string, of: Record<string, unknown>): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.as(account).call(listDashboardCases, { ...of, cursor, limit: 2 } as never);
    numbers.push(...page.cases.map((each) => each.number));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(new Set(numbers).size).toBe(numbers.length);
  return numbers;
}

test('what is red, why, since when and which unit holds it', async () => {
  await put(3, {});
  await put(1, { finishBy: '2026-03-01T09:00:00Z' });
  await put(2, { handling: 'water', state: 'awaiting_acceptance' });
  await put(1, { handling: 'west', state: 'disputed', deciding: 'command' });
  await put(1, { state: 'relapsed', relapseCount: 1, relapsedAt: '2026-03-05T00:00:00Z' });
  await put(1, { handling: null, state: 'awaiting_dispatch', finishBy: null, dispatchedAt: '2026-03-03T00:00:00Z' });
  await put(2, { state: 'awaiting_check' });
  await put(1, { state: 'suspended' });
  await put(2, { finishBy: ahead });
  await put(5, { state: 'closed', finishedLate: false });
  const page = await world.as('mayor').call(getDashboard, {});
  expect(page.scope.name).toBe('竹溪区人民政府');
  expect(page.totals).toEqual({ open: 14, red: 9, due_this_week: 2, awaiting_check: 2, suspended: 1, disputed: 1 });
  expect(page.reasons).toEqual([
    { reason: 'finish_overdue', cases: 4, since: '2026-03-01T09:00:00.000Z' },
    { reason: 'accept_overdue', cases: 2, since: '2026-03-06T09:00:00.000Z' },
    { reason: 'dispatch_waiting', cases: 1, since: '2026-03-05T00:00:00.000Z' },
    { reason: 'dispute_overdue', cases: 1, since: '2026-03-06T09:00:00.000Z' },
    { reason: 'relapsed_waiting', cases: 1, since: '2026-03-07T00:00:00.000Z' },
  ]);
  expect(page.holders.map(({ unit, red, open, since }) => [unit.name, red, open, since])).toEqual([
    ['东浦街道', 4, 9, '2026-03-01T09:00:00.000Z'],
    ['水务局', 2, 2, '2026-03-06T09:00:00.000Z'],
    ['督查室', 1, 1, '2026-03-06T09:00:00.000Z'],
  ]);
  for (const count of dashboardCounts) {
    expect([count, (await listed('mayor', { count })).length]).toEqual([count, page.totals[count]]);
  }
  for (const { reason, cases } of page.reasons) {
    expect([reason, (await listed('mayor', { count: 'red', reason })).length]).toEqual([reason, cases]);
  }
  for (const { unit, red } of page.holders) {
    expect([unit.name, (await listed('mayor', { count: 'red', holderId: unit.id })).length]).toEqual([unit.name, red]);
  }
  const longest = await world.as('mayor').call(listDashboardCases, { count: 'red', limit: 1 });
  expect(longest.cases).toMatchObject([{ number: '0004', reason: 'finish_overdue', holder: { name: '东浦街道' } }]);
});

test('a unit begins with its own and the units below it; a handler ends there', async () => {
  await put(2, { handling: 'eastern_community' });
  await put(3, { handling: 'west' });
  expect((await world.as('east_leader').call(getDashboard, {})).totals.red).toBe(2);
  expect((await world.as('east_handler').call(getDashboard, {})).totals.red).toBe(2);
  expect((await world.as('community_handler').call(getDashboard, {})).totals.red).toBe(2);
  expect((await world.as('west_leader').call(getDashboard, {})).totals.red).toBe(3);
  expect((await world.as('dispatcher').call(getDashboard, { unitId: units.west.id })).totals.red).toBe(3);
  expect(await refusalOf(world.as('east_handler').call(getDashboard, { unitId: units.west.id }))).toBe(
    'dashboard.outside',
  );
  expect(await refusalOf(world.as('east_handler').call(getDashboard, { unitId: units.district.id }))).toBe(
    'dashboard.outside',
  );
  expect(await listed('east_leader', { count: 'red' })).toHaveLength(2);
  expect((await world.as('member').call(getDashboard, {})).totals.red).toBe(5);
  expect(await refusalOf(world.as('member').call(listDashboardCases, { count: 'red' }))).toBe('ranking.lists_closed');
});

test('the map counts by the ground a case lies on, with a word beside the rate', async () => {
  const closed = { handling: 'water', state: 'closed', finishedLate: false } as const;
  await put(19, { ...closed, territorial: 'eastern_community' });
  await put(1, { territorial: 'east', handling: 'water' });
  await put(3, { ...closed, territorial: 'west' });
  const map = await world.as('east_leader').call(getTerritoryRates, { period: 'week:2026-03-02' });
  expect(map.units.map(({ unit, due, rectified, grade, red }) => [unit.name, due, rectified, grade, red])).toEqual([
    ['东浦街道', 20, 19, 'good', 1],
    ['北渡街道', 0, 0, 'no_rate', 0],
    ['西桥街道', 3, 3, 'below_minimum', 0],
  ]);
});

test('the trend of twelve weeks ends with this one, which is not over', async () => {
  await put(4, { state: 'closed', finishedLate: false });
  await put(1, {});
  await put(2, {
    state: 'closed',
    finishedLate: true,
    finishBy: '2026-02-10T01:00:00Z',
    dispatchedAt: '2026-02-09T01:00:00Z',
  });
  await put(1, { finishBy: '2026-03-09T01:00:00Z' });
  const { weeks } = await world.as('dispatcher').call(getTrend, {});
  expect(weeks.map(({ period, due }) => [period.first, due]).filter(([, due]) => due !== 0)).toEqual([
    ['2026-02-09', 2],
    ['2026-03-02', 5],
    ['2026-03-09', 1],
  ]);
  expect(weeks).toHaveLength(12);
  expect(weeks.map((week) => week.complete)).toEqual([...Array.from({ length: 11 }, () => true), false]);
  expect(weeks.at(-2)).toMatchObject({ rectified: 4, onTime: 4, rectification: { rate: { percent: '80.00' } } });
  expect(weeks.find((week) => week.due === 2)).toMatchObject({
    arrived: 2,
    onTime: 0,
    onTimeRate: { rate: { percent: '0.00' } },
  });
  expect(weeks[0]!.rectification).toBeNull();
});
