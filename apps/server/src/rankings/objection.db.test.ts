import { answerObjection, getSnapshot, raiseObjection, recomputeSnapshot } from '@duban/contract/snapshots';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, refusalOf, units } from './test-ledger.ts';
import { testPublication } from './test-publication.ts';

const world = testWorld({ actors });
const { open, publish, putMany } = testPublication(world);

beforeEach(open);

test('a unit objects, somebody else upholds, a new edition takes the exempted case out; the first one stays', async () => {
  const id = await publish();
  const { rows } = await sql<{ id: string }>`
    select id from cases where handling_unit_id = ${units.west.id} and state = 'in_progress' order by id`.execute(
    world.database,
  );
  const contested = rows[0]!.id;
  const objection = {
    id,
    unitId: units.west.id,
    reason: '该点位在施工围挡内，应由建设单位整改。',
    caseIds: [contested],
  };
  expect(await refusalOf(world.as('east_leader').call(raiseObjection, objection))).toBe('objection.not_own_row');
  const { id: objectionId } = await world.as('west_leader').call(raiseObjection, objection);
  expect(await refusalOf(world.as('west_leader').call(raiseObjection, objection))).toBe('objection.pending');
  const seen = await world.as('west_leader').call(getSnapshot, { id });
  expect(seen.objections).toMatchObject([{ state: 'raised', unit: { name: '西桥街道' }, answer: null, version: 1 }]);
  expect(seen.whyNotObject.map((why) => why.code)).toEqual([
    'objection.not_own_row',
    'objection.pending',
    'objection.not_own_row',
  ]);
  const answer = { id: objectionId, version: 1, text: '情况属实。', exemptCaseIds: [contested] };
  expect(await refusalOf(world.as('west_leader').call(answerObjection, { ...answer, result: 'upheld' }))).toBe(
    'objection.not_yours_to_answer',
  );
  expect(await refusalOf(world.as('dispatcher').call(answerObjection, { ...answer, result: 'rejected' }))).toBe(
    'objection.exempt_needs_upheld',
  );
  expect(
    await refusalOf(world.as('dispatcher').call(answerObjection, { ...answer, version: 2, result: 'upheld' })),
  ).toBe('record.stale');
  await world.as('dispatcher').call(answerObjection, { ...answer, result: 'upheld' });
  expect(
    await refusalOf(world.as('dispatcher').call(answerObjection, { ...answer, version: 2, result: 'upheld' })),
  ).toBe('objection.answered');
  const why = await world.as('dispatcher').call(recomputeSnapshot, { id });
  expect(why.reasons).toEqual([{ reason: 'exempted_since', cases: 1 }]);
  const second = await publish();
  const [first, later] = await Promise.all(
    [id, second].map((each) => world.as('mayor').call(getSnapshot, { id: each })),
  );
  expect([first!.edition, first!.supersededBy, later!.edition, later!.supersededBy]).toEqual([1, second, 2, null]);
  const counts = (of: typeof later) => of!.ranking.rows.find((row) => row.unit.name === '西桥街道')!.counts;
  expect([counts(first).due, counts(first).exempt, counts(later).due, counts(later).exempt]).toEqual([20, 0, 19, 1]);
  expect(await refusalOf(world.as('west_leader').call(raiseObjection, { ...objection, caseIds: [] }))).toBe(
    'objection.superseded',
  );
});

test('an objection comes within its period and names cases that were counted', async () => {
  const id = await publish();
  const own = { id, unitId: units.west.id, reason: '数字有误' };
  const [foreign] = await putMany(1, { handling: 'east', finishedLate: false });
  expect(await refusalOf(world.as('west_leader').call(raiseObjection, { ...own, caseIds: [foreign!] }))).toBe(
    'objection.case_not_counted',
  );
  world.setNow('2026-03-17T10:00:00.001Z');
  expect(await refusalOf(world.as('west_leader').call(raiseObjection, own))).toBe('objection.period_over');
});
