import { ProblemError } from '@duban/contract/client';
import { periodOf } from '@duban/calendar/period';
import { type Counts, exportRanking, getRanking, listRankedCases } from '@duban/contract/rankings';
import { countFields } from '@duban/rankings/count';
import { outcomeOf } from '@duban/rankings/outcome';
import { emptyTally, tallyOf } from '@duban/rankings/tally';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { cohortOf, cohortWindow } from '@duban/rankings/cohort';
import { readAt } from './counted-cases.ts';
import { testWorld } from '../testing/world.ts';
import { tallyByUnit, tallyByWeek } from './ranking.queries.ts';
import { actors, caseId, type TestCase, units, writeCase, writeUnits } from './test-ledger.ts';

// Tuesday 10 March 2026, 10:00 in Beijing. The week before, 2 to 8 March, is over.
const world = testWorld({ actors });
const week = 'week:2026-03-02';
const inWeek = '2026-03-04T10:00:00Z';
const streets = { period: week, group: 'streets' } as const;

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem.code;
      throw error;
    },
  );

let last = 0;
const put = (of: Partial<TestCase>) =>
  writeCase(world.database, {
    number: String(++last).padStart(4, '0'),
    handling: 'east',
    state: 'closed',
    finishBy: inWeek,
    ...of,
  });
async function putMany(count: number, of: Partial<TestCase>): Promise<void> {
  for (let made = 0; made < count; made++) await put(of);
}

beforeEach(async () => {
  last = 0;
  await writeUnits(world.database);
});

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

test('SQL and the domain agree on every row that the table allows', async () => {
  const states = [
    'awaiting_acceptance',
    'in_progress',
    'awaiting_check',
    'closed',
    'relapsed',
    'disputed',
    'merged',
    'suspended',
  ];
  const rows = fc.sample(
    fc.record({
      handling: fc.constantFrom('east', 'west', 'eastern_community', 'water' as const),
      state: fc.constantFrom(...states),
      closureKind: fc.constantFrom('solved', 'informed', 'plan_filed', 'transferred', 'false_report'),
      finishedLate: fc.constantFrom(true, false, null),
      extensionCount: fc.nat(2),
      returnCount: fc.nat(1),
      reworkCount: fc.nat(1),
      relapseCount: fc.nat(1),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { numRuns: 200, seed: 7 },
  );
  for (const { day, relapseCount, ...row } of rows) {
    const finishBy = `2026-02-${String(day).padStart(2, '0')}T09:00:00Z`;
    await put({ ...row, finishBy, relapseCount: row.state === 'relapsed' ? 1 : relapseCount });
  }
  const period = periodOf('month', '2026-02-01');
  const scope = {
    jurisdictionId: units.district.id,
    countedBy: 'handling' as const,
    ...cohortWindow(cohortOf(period, world.now())),
    asOf: readAt(world.now().toString()),
  };
  const counted = await tallyByUnit(world.database as never, scope);
  for (const unit of ['east', 'west', 'eastern_community', 'water'] as const) {
    const own = rows.filter((row) => row.handling === unit);
    const expected = tallyOf(
      own.map(({ state, closureKind, finishedLate, extensionCount, returnCount, reworkCount }) => {
        const closed = state === 'closed';
        const exempt = state === 'merged' || (closed && ['transferred', 'false_report'].includes(closureKind));
        return {
          outcome: outcomeOf({ closed, finishedLate, relapsed: state === 'relapsed', exempt }),
          marks: [
            ...(extensionCount > 0 ? (['extended'] as const) : []),
            ...(returnCount > 0 ? (['returned'] as const) : []),
            ...(reworkCount > 0 ? (['reworked'] as const) : []),
            ...(state === 'awaiting_check' ? (['awaitingCheck'] as const) : []),
            ...(closed && ['informed', 'plan_filed'].includes(closureKind) ? (['informedOnly'] as const) : []),
          ],
        };
      }),
      { suspended: own.filter((row) => row.state === 'suspended').length },
    );
    expect([unit, counted.get(units[unit].id) ?? emptyTally]).toEqual([unit, expected]);
  }
  const weeks = await tallyByWeek(world.database as never, scope, world.now(), 86_400 * 30, null);
  const due = [...weeks.values()].reduce((sum, each) => sum + each.open + each.closedOnTime, 0);
  expect(due).toBe([...counted.values()].reduce((sum, each) => sum + each.open + each.closedOnTime, 0));
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

test('a cursor that no page gave out is refused', async () => {
  for (const cursor of ['x', `infinity|${caseId('1')}|0; drop table cases`, 'infinity|1|1']) {
    expect(await refusalOf(world.as('dispatcher').call(listRankedCases, { ...streets, count: 'due', cursor }))).toBe(
      'request.invalid',
    );
  }
});
