import { exportRanking, getRanking } from '@duban/contract/rankings';
import { sql } from 'kysely';
import exceljs from 'exceljs';
import { beforeEach, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { actors, inWeek, streets, testLedger, units, week } from './test-ledger.ts';

// Tuesday 10 March 2026, 10:00 in Beijing. The week before, 2 to 8 March, is over.
const world = testWorld({ actors });
const { open, put, putMany } = testLedger(world);

beforeEach(open);

test('the rates of a week: closed on time, late, open, relapsed; and what stands beside them', async () => {
  await putMany(8, { finishedLate: false });
  await putMany(2, { finishedLate: true, reworkCount: 1 });
  await putMany(3, { state: 'in_progress', extensionCount: 1 });
  await put({ state: 'awaiting_check' });
  await put({ state: 'relapsed', relapseCount: 1, relapsedAt: '2026-03-09T00:00:00Z' });
  await put({ finishedLate: null });
  await put({ finishedLate: false, closureKind: 'false_report' });
  await put({ state: 'merged' });
  await put({ finishedLate: false, closureKind: 'informed', returnCount: 1 });
  await put({ state: 'suspended', finishBy: '2026-12-01T09:00:00Z' });
  await put({ state: 'in_progress', finishBy: '2026-04-01T09:00:00Z', dispatchedAt: '2026-03-05T01:00:00Z' });
  await putMany(9, { handling: 'west', finishedLate: false });
  const ranking = await world.as('dispatcher').call(getRanking, streets);
  expect(
    ranking.rows.map(({ unit, standing }) => [unit.name, standing.ranked ? standing.place : standing.reason]),
  ).toEqual([
    ['东浦街道', 1],
    ['西桥街道', 'below_minimum'],
    ['北渡街道', 'nothing_due'],
  ]);
  const east = ranking.rows[0]!;
  expect(east.counts).toEqual({
    due: 17,
    rectified: 11,
    closedOnTime: 9,
    closedLate: 2,
    open: 4,
    relapsed: 1,
    unknown: 1,
    exempt: 2,
    extended: 3,
    returned: 1,
    reworked: 2,
    awaitingCheck: 1,
    informedOnly: 1,
    arrived: 1,
    suspended: 1,
  });
  expect(east.rectification).toEqual({
    rate: { numerator: 11, denominator: 16, percent: '68.75' },
    lowest: { numerator: 11, denominator: 17, percent: '64.71' },
    highest: { numerator: 12, denominator: 17, percent: '70.59' },
    unknown: 1,
  });
  expect(east.onTime?.rate.percent).toBe('56.25');
  expect(ranking.rows[2]!.measured).toBeNull();
  expect(ranking.total.due).toBe(26);
  expect(ranking.cohort).toMatchObject({
    after: '2026-03-01T16:00:00Z',
    until: '2026-03-08T16:00:00Z',
    complete: true,
  });
});

test('departments and streets are counted apart, a community counts for its street', async () => {
  await put({ handling: 'eastern_community', finishedLate: false });
  await put({ handling: 'water', finishedLate: false });
  await put({ handling: null, state: 'awaiting_dispatch' });
  const of = async (group: 'streets' | 'departments') =>
    (await world.as('dispatcher').call(getRanking, { period: week, group })).rows
      .filter((row) => row.counts.due > 0)
      .map((row) => row.unit.name);
  expect(await of('streets')).toEqual(['东浦街道']);
  expect(await of('departments')).toEqual(['水务局']);
});

test('another jurisdiction’s cases are not there', async () => {
  await put({ finishedLate: false });
  await sql`update cases set jurisdiction_id = ${units.district.id}`.execute(world.database);
  const elsewhere = '01990000-0000-7000-8000-00000000eeee';
  await sql`insert into units (id, jurisdiction_id, path, kind, name, short_name, valid_from, version)
    values (${elsewhere}, ${elsewhere}, '', 'government', '他区', '他区', '2020-01-01', 1)`.execute(world.database);
  await put({ finishedLate: false });
  await sql`update cases set jurisdiction_id = ${elsewhere} where number = '0002'`.execute(world.database);
  expect((await world.as('dispatcher').call(getRanking, streets)).total.due).toBe(1);
});

test('a round that relapsed stays in the week it was due in, while the case goes on in another', async () => {
  await put({ finishedLate: false });
  const relapsed = await put({ state: 'in_progress', relapseCount: 1, finishBy: '2026-03-20T01:00:00Z' });
  await sql`insert into relapsed_rounds values (${units.district.id}, ${relapsed}, 0, ${units.housing.id},
    ${units.eastern_community.id}, ${units.east.id}, '2026-03-01T00:00:00Z', ${inWeek}, false, ${inWeek}, '2026-03-09T00:00:00Z')`.execute(
    world.database,
  );
  const { total } = await world.as('dispatcher').call(getRanking, streets);
  expect([total.due, total.rectified, total.relapsed]).toEqual([2, 1, 1]);
  world.setNow('2026-03-30T00:00:00Z');
  const later = await world.as('dispatcher').call(getRanking, { period: 'week:2026-03-16', group: 'streets' });
  expect([later.total.due, later.total.open, later.total.relapsed]).toEqual([1, 1, 0]);
});

test('while a relapsed case waits for its dispatch it is counted once', async () => {
  const relapsed = await put({ state: 'relapsed', relapseCount: 1, relapsedAt: '2026-03-09T00:00:00Z' });
  await sql`insert into relapsed_rounds values (${units.district.id}, ${relapsed}, 0, ${units.housing.id},
    ${units.eastern_community.id}, ${units.east.id}, '2026-03-01T00:00:00Z', ${inWeek}, false, ${inWeek}, '2026-03-09T00:00:00Z')`.execute(
    world.database,
  );
  const { total } = await world.as('dispatcher').call(getRanking, streets);
  expect([total.due, total.relapsed]).toEqual([1, 1]);
});

test('the workbook holds the table, the method and the trace, and a name is never a formula', async () => {
  await sql`update units set name = '=1+1' where id = ${units.east.id}`.execute(world.database);
  await putMany(10, { finishedLate: false });
  const blob = await world.as('dispatcher').download(exportRanking, streets);
  const book = new exceljs.Workbook();
  await book.xlsx.load((await blob.arrayBuffer()) as never);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['排名', '口径与方法', '计算过程']);
  const cell = book.worksheets[0]!.getCell('C3');
  expect([cell.value, cell.type]).toEqual(['=1+1', exceljs.ValueType.String]);
  expect(book.worksheets[2]!.getColumn(2).values).toContain('10 ÷ 10 = 100.00 %');
});
