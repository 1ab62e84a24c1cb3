import { listSnapshots, previewRanking, publishRanking, raiseObjection } from '@duban/contract/snapshots';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, refusalOf, testLedger, units } from './test-ledger.ts';

// Real commits: what two people do at the same moment.
const world = testWorld({ actors, commits: true });
const choice = { period: 'week:2026-03-02', group: 'streets' } as const;

const ledger = testLedger(world);
beforeEach(async () => {
  await ledger.open();
  await ledger.putMany(12, { finishedLate: false });
});

test('of two who publish the same numbers at once one succeeds, and the other learns that nothing is new', async () => {
  const { countsHash } = await world.as('dispatcher').call(previewRanking, choice);
  const publish = (account: string) => refusalOf(world.as(account).call(publishRanking, { ...choice, countsHash }));
  const outcomes = await Promise.all([publish('dispatcher'), publish('mayor'), publish('dispatcher')]);
  expect(outcomes.toSorted()).toEqual(['accepted', 'ranking.nothing_new', 'ranking.nothing_new']);
  const { snapshots } = await world.as('member').call(listSnapshots, {});
  expect(snapshots.map(({ issue, edition }) => [issue.number, edition])).toEqual([[1, 1]]);
});

test('different rankings published at once are numbered without a gap', async () => {
  const publish = async (measure: 'rectification' | 'on_time' | 'relapse') => {
    const { countsHash } = await world.as('dispatcher').call(previewRanking, { ...choice, measure });
    return refusalOf(world.as('dispatcher').call(publishRanking, { ...choice, measure, countsHash }));
  };
  expect(await Promise.all([publish('rectification'), publish('on_time'), publish('relapse')])).toEqual([
    'accepted',
    'accepted',
    'accepted',
  ]);
  const { snapshots } = await world.as('member').call(listSnapshots, {});
  expect(snapshots.map(({ issue }) => issue.number)).toEqual([3, 2, 1]);
});

test('a unit that objects twice at once has one objection', async () => {
  const { countsHash } = await world.as('dispatcher').call(previewRanking, choice);
  const { id } = await world.as('dispatcher').call(publishRanking, { ...choice, countsHash });
  const object = (account: string) =>
    refusalOf(world.as(account).call(raiseObjection, { id, unitId: units.east.id, reason: '数字有误' }));
  const outcomes = await Promise.all([object('east_leader'), object('east_handler')]);
  expect(outcomes.toSorted()).toEqual(['accepted', 'objection.pending']);
  const { rows } = await sql<{ count: number }>`select count(*) from ranking_objections`.execute(world.database);
  expect(rows[0]!.count).toBe(1);
});
