import { endpoints } from '@duban/contract/endpoints';
import {
  exportSnapshot,
  getSnapshot,
  listSnapshotCases,
  listSnapshots,
  previewRanking,
  publishRanking,
  recomputeSnapshot,
} from '@duban/contract/snapshots';
import { countFields } from '@duban/rankings/count';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, refusalOf, streets, units } from './test-ledger.ts';
import { testPublication } from './test-publication.ts';

const world = testWorld({ actors });
const { open, publish, putMany } = testPublication(world);

beforeEach(open);

/** What the database says to a statement sent behind the program's back. */
async function attempt(statement: ReturnType<typeof sql>): Promise<string> {
  await sql`savepoint attempt`.execute(world.database);
  try {
    await statement.execute(world.database);
    return 'done';
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(world.database);
    return error instanceof Error ? error.message : String(error);
  }
}

test('what was previewed is published, numbered, signed and listed', async () => {
  const preview = await world.as('dispatcher').call(previewRanking, streets);
  expect(preview).toMatchObject({ edition: 1, whyNot: null });
  const id = await publish({ remark: '请各街道对照整改。' });
  const found = await world.as('member').call(getSnapshot, { id });
  expect(found).toMatchObject({
    issue: { year: 2026, number: 1 },
    edition: 1,
    supersededBy: null,
    remark: '请各街道对照整改。',
    groupName: '街道',
    jurisdictionName: '竹溪区人民政府',
    publisher: { name: '督查室' },
    objectionsUntil: '2026-03-17T10:00:00.000Z',
    openObjections: 0,
  });
  expect(found.ranking.rows.map((row) => [row.unit.name, row.measured?.rate.percent])).toEqual([
    ['东浦街道', '80.00'],
    ['西桥街道', '75.00'],
    ['北渡街道', undefined],
  ]);
  expect((await world.as('west_leader').call(listSnapshots, {})).snapshots.map((row) => row.id)).toEqual([id]);
  expect(await refusalOf(world.as('member').call(listSnapshotCases, { id, count: 'due' }))).toBe(
    'ranking.lists_closed',
  );
});

test('only the dispatchers and the leaders of the government publish, and only what they have looked at', async () => {
  const { countsHash } = await world.as('dispatcher').call(previewRanking, streets);
  expect(await refusalOf(world.as('east_leader').call(publishRanking, { ...streets, countsHash }))).toBe(
    'ranking.not_yours_to_publish',
  );
  expect((await world.as('east_leader').call(previewRanking, streets)).whyNot?.code).toBe(
    'ranking.not_yours_to_publish',
  );
  await putMany(1, { finishedLate: false });
  expect(await refusalOf(world.as('mayor').call(publishRanking, { ...streets, countsHash }))).toBe(
    'ranking.changed_since_preview',
  );
  expect(await refusalOf(publish({ account: 'mayor' }))).toBe('accepted');
  expect(await refusalOf(publish())).toBe('ranking.nothing_new');
});

test('a week that runs, an empty one and one where nobody reaches the minimum are not published', async () => {
  expect(await refusalOf(publish({ period: 'week:2026-03-09' }))).toBe('ranking.period_not_over');
  expect(await refusalOf(publish({ period: 'week:2026-01-05' }))).toBe('ranking.nothing_due');
  await putMany(3, { finishBy: '2026-01-06T01:00:00Z', finishedLate: false });
  expect(await refusalOf(publish({ period: 'week:2026-01-05' }))).toBe('ranking.nobody_ranked');
});

test('the database refuses to change, delete or add to what was published', async () => {
  const id = await publish();
  const refused = 'a published ranking is never changed';
  // The test has not committed: what the commit would check (each case has its snapshot) is checked here.
  await sql`set constraints all immediate`.execute(world.database);
  expect(await attempt(sql`update ranking_snapshots set remark = 'x'`)).toBe(refused);
  expect(await attempt(sql`update ranking_snapshots set ranking = '{}' where id = ${id}`)).toBe(refused);
  expect(await attempt(sql`delete from ranking_snapshots where id = ${id}`)).toBe(refused);
  expect(await attempt(sql`truncate ranking_snapshots cascade`)).toBe(refused);
  expect(await attempt(sql`update ranking_snapshot_cases set outcome = 'closed_on_time'`)).toBe(refused);
  expect(await attempt(sql`delete from ranking_snapshot_cases where snapshot_id = ${id}`)).toBe(refused);
  expect(await attempt(sql`truncate ranking_snapshot_cases`)).toBe(refused);
  expect(
    await attempt(sql`
      insert into ranking_snapshot_cases
      select jurisdiction_id, snapshot_id, part, gen_random_uuid(), round, member_id, unit_id, outcome, marks,
        finish_by, closed_at
      from ranking_snapshot_cases limit 1`),
  ).toBe('a published ranking is never added to');
  expect((await world.as('auditor').call(recomputeSnapshot, { id })).hashHolds).toBe(true);
});

test('every published number opens the list it was counted from, whatever became of the cases since', async () => {
  const id = await publish();
  const before = await world.as('dispatcher').call(getSnapshot, { id });
  await sql`update cases set state = 'in_progress', closed_at = null, closure_kind = null`.execute(world.database);
  const after = await world.as('dispatcher').call(getSnapshot, { id });
  expect(after.ranking).toEqual(before.ranking);
  for (const { unit, counts } of after.ranking.rows) {
    for (const count of countFields) {
      const { cases } = await world
        .as('dispatcher')
        .call(listSnapshotCases, { id, unitId: unit.id, count, limit: 100 });
      expect([unit.name, count, cases.length]).toEqual([unit.name, count, counts[count]]);
    }
  }
});

test('recomputed the same day it is the same; later it says which cases differ and why', async () => {
  const id = await publish();
  const same = await world.as('west_leader').call(recomputeSnapshot, { id });
  expect(same).toMatchObject({
    hashHolds: true,
    countsHold: true,
    sameToday: true,
    counts: [],
    reasons: [],
    cases: [],
  });
  const { rows: changed } = await sql<{ number: string }>`
    update cases set state = 'closed', closed_at = '2026-03-10T01:00:00Z', closure_kind = 'solved', finished_late = true
    where number = (select min(number) from cases where state = 'in_progress' and handling_unit_id = ${units.east.id})
    returning number`.execute(world.database);
  await sql`update cases set state = 'relapsed', relapse_count = 1, closed_at = null, closure_kind = null
    where number = '0001'`.execute(world.database);
  await sql`update cases set finish_by = '2026-03-20T01:00:00Z' where number = '0002'`.execute(world.database);
  await sql`update cases set handling_unit_id = ${units.west.id} where number = '0003'`.execute(world.database);
  const differs = await world.as('dispatcher').call(recomputeSnapshot, { id });
  expect(differs).toMatchObject({ hashHolds: true, countsHold: true, sameToday: false });
  expect(differs.cases.map((each) => [each.number, each.reason])).toEqual([
    ['0001', 'relapsed_since'],
    ['0002', 'moved_out_of_period'],
    ['0003', 'counted_for_another_unit'],
    [changed[0]!.number, 'closed_since'],
  ]);
  expect(differs.counts).toContainEqual({
    unit: expect.objectContaining({ name: '东浦街道' }),
    field: 'closedOnTime',
    published: 12,
    now: 9,
  });
  const fromEast = await world.as('east_handler').call(recomputeSnapshot, { id });
  expect(fromEast.cases).toHaveLength(4);
  expect((await world.as('member').call(recomputeSnapshot, { id })).cases).toEqual([]);
  expect(fromEast.reasons).toHaveLength(4);
});

test('a changed document is found out by its hash', async () => {
  const id = await publish();
  await sql`alter table ranking_snapshots disable trigger ranking_snapshots_are_final`.execute(world.database);
  await sql`update ranking_snapshots
    set ranking = jsonb_set(ranking, '{rows,1,counts,rectified}', '20')`.execute(world.database);
  expect((await world.as('auditor').call(recomputeSnapshot, { id })).hashHolds).toBe(false);
});

test('no endpoint of rankings takes or gives a person to be ranked', () => {
  const own = endpoints.filter(({ path }) => /^\/v1\/(rankings|ranking-|peer-groups|dashboard)/.test(path));
  expect(own.length).toBeGreaterThan(15);
  for (const { query, body, params } of own) {
    const fields = [query, body, params].flatMap((schema) => Object.keys(schema?.shape ?? {}));
    expect(fields.filter((field) => /person|handler|inspector|account/i.test(field))).toEqual([]);
  }
});

test('a published ranking is exported as it was published', async () => {
  const id = await publish();
  const blob = await world.as('member').download(exportSnapshot, { id });
  expect(blob.size).toBeGreaterThan(5000);
});
