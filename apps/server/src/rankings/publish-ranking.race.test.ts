import { ProblemError } from '@duban/contract/client';
import { listSnapshots, previewRanking, publishRanking, raiseObjection } from '@duban/contract/snapshots';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, units, writeCase, writeUnits } from './test-ledger.ts';

// Real commits: what two people do at the same moment.
const world = testWorld({ actors, commits: true });
const choice = { period: 'week:2026-03-02', group: 'streets' } as const;

const outcomeOf = (call: Promise<{ id: string }>) =>
  call.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem.code;
      throw error;
    },
  );

beforeEach(async () => {
  await writeUnits(world.database);
  for (let made = 1; made <= 12; made++) {
    const number = String(made).padStart(4, '0');
    await writeCase(world.database, {
      number,
      handling: 'east',
      state: 'closed',
      finishBy: '2026-03-04T10:00:00Z',
      finishedLate: false,
    });
  }
});

test('of two who publish the same numbers at once one succeeds, and the other learns that nothing is new', async () => {
  const { countsHash } = await world.as('dispatcher').call(previewRanking, choice);
  const publish = (account: string) => outcomeOf(world.as(account).call(publishRanking, { ...choice, countsHash }));
  const outcomes = await Promise.all([publish('dispatcher'), publish('mayor'), publish('dispatcher')]);
  expect(outcomes.toSorted()).toEqual(['done', 'ranking.nothing_new', 'ranking.nothing_new']);
  const { snapshots } = await world.as('member').call(listSnapshots, {});
  expect(snapshots.map(({ issue, edition }) => [issue.number, edition])).toEqual([[1, 1]]);
});

test('different rankings published at once are numbered without a gap', async () => {
  const publish = async (measure: 'rectification' | 'on_time' | 'relapse') => {
    const { countsHash } = await world.as('dispatcher').call(previewRanking, { ...choice, measure });
    return outcomeOf(world.as('dispatcher').call(publishRanking, { ...choice, measure, countsHash }));
  };
  expect(await Promise.all([publish('rectification'), publish('on_time'), publish('relapse')])).toEqual([
    'done',
    'done',
    'done',
  ]);
  const { snapshots } = await world.as('member').call(listSnapshots, {});
  expect(snapshots.map(({ issue }) => issue.number)).toEqual([3, 2, 1]);
});

test('a unit that objects twice at once has one objection', async () => {
  const { countsHash } = await world.as('dispatcher').call(previewRanking, choice);
  const { id } = await world.as('dispatcher').call(publishRanking, { ...choice, countsHash });
  const object = (account: string) =>
    outcomeOf(world.as(account).call(raiseObjection, { id, unitId: units.east.id, reason: '数字有误' }));
  const outcomes = await Promise.all([object('east_leader'), object('east_handler')]);
  expect(outcomes.toSorted()).toEqual(['done', 'objection.pending']);
  const { rows } = await sql<{ count: number }>`select count(*) from ranking_objections`.execute(world.database);
  expect(rows[0]!.count).toBe(1);
});
