import { type Counts, getRanking, listRankedCases } from '@duban/contract/rankings';
import { countFields } from '@duban/rankings/count';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, caseId, inWeek, refusalOf, streets, testLedger, units } from './test-ledger.ts';

// The lists of cases behind the counts of a ranking.
const world = testWorld({ actors });
const { open, put, putMany } = testLedger(world);

beforeEach(open);

test('every number opens a list of exactly as many cases, for each unit and for the group', async () => {
  await putMany(5, { finishedLate: false });
  await putMany(3, { handling: 'eastern_community', finishedLate: true });
  await putMany(4, { handling: 'west', state: 'in_progress', dispatchedAt: inWeek });
  await put({ handling: 'west', state: 'relapsed', relapseCount: 1 });
  await put({ handling: 'west', finishedLate: null });
  await put({ handling: 'housing', finishedLate: false });
  const ranking = await world.as('dispatcher').call(getRanking, streets);
  expect(ranking.total.due).toBe(14);
  const listed = async (count: keyof Counts, unitId?: string) => {
    const numbers: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world
        .as('dispatcher')
        .call(listRankedCases, { ...streets, count, unitId, cursor, limit: 3, asOf: ranking.cohort.asOf });
      numbers.push(...page.cases.map((each) => each.number));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(numbers).size).toBe(numbers.length);
    return numbers.length;
  };
  for (const count of countFields) {
    for (const { unit, counts } of ranking.rows)
      expect([count, await listed(count, unit.id)]).toEqual([count, counts[count]]);
    expect([count, await listed(count)]).toEqual([count, ranking.total[count]]);
  }
});

test('the counts are open to all readers, the lists behind them to the own unit and to those who look after all', async () => {
  await put({ finishedLate: false });
  const list = (account: string, unitId?: string) =>
    refusalOf(world.as(account).call(listRankedCases, { ...streets, count: 'due', unitId }));
  for (const account of ['dispatcher', 'mayor', 'inspector', 'west_leader']) {
    expect(await list(account)).toBe('accepted');
    expect(await list(account, units.east.id)).toBe('accepted');
  }
  expect(await list('east_handler', units.east.id)).toBe('accepted');
  expect(await list('east_handler', units.west.id)).toBe('ranking.lists_closed');
  expect(await list('east_handler')).toBe('ranking.lists_closed');
  expect(await list('community_handler', units.east.id)).toBe('ranking.lists_closed');
  expect(await list('member', units.east.id)).toBe('ranking.lists_closed');
  const { rows } = await world.as('east_handler').call(getRanking, streets);
  expect(rows.filter((row) => row.listsOpen).map((row) => row.unit.name)).toEqual(['东浦街道']);
  expect(await list('dispatcher', units.housing.id)).toBe('record.not_found');
});

test('a cursor that no page gave out is refused', async () => {
  for (const cursor of ['x', `infinity|${caseId('1')}|0; drop table cases`, 'infinity|1|1']) {
    expect(await refusalOf(world.as('dispatcher').call(listRankedCases, { ...streets, count: 'due', cursor }))).toBe(
      'request.invalid',
    );
  }
});
