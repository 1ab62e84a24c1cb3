import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import { getRanking, listRankedCases } from '@duban/contract/rankings';
import { type RecordedCaseEvent } from '@duban/cases/events';
import { evolve } from '@duban/cases/evolve';
import type { Case } from '@duban/cases/case';
import { demoUnit } from '@duban/demo/units';
import { listCaseClasses } from '@duban/contract/standards';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { recomputeRelapsedRounds } from './relapsed-rounds.job.ts';

// A case of the demo district through the commands of the ledger: closed out, found again, sent out again.
const world = testWorld();
const [dispatcher, officer, inspector] = ['luwenqiao', 'duanqinghe', 'zhangjihe'];

async function unitId(key: string): Promise<string> {
  const { name } = demoUnit(key);
  return (await world.database.selectFrom('units').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
}

async function sentOut(of: { id: string; version: number }) {
  return world.as(dispatcher).call(cases.dispatchCase, {
    ...of,
    lineUnitId: await unitId('enforcement'),
    territorialUnitId: await unitId('luqiao'),
    handlingUnitId: await unitId('enforcement'),
  });
}

async function closedOut(of: { id: string; version: number }) {
  const accepted = await world.as(officer).call(cases.acceptCase, of);
  const done = { ...accepted, outcome: 'solved', statement: '已撤除' } as const;
  const submitted = await world.as(officer).call(handling.submitResult, done);
  const checked = await world
    .as(inspector)
    .call(cases.recordPreClosureCheck, { ...submitted, result: 'passed', onSite: true });
  return world.as(dispatcher).call(cases.closeOutCase, checked);
}

/** What the table should hold, from the history by the domain's own `evolve` instead of by SQL. */
async function roundsByReplay(caseId: string) {
  const { rows } = await sql<RecordedCaseEvent>`
    select record_id as "caseId", jurisdiction_id as "jurisdictionId", sequence, type, data, actor_id as "actorId",
      unit_id as "unitId", at from history where record_type = 'case' and record_id = ${caseId} order by sequence`.execute(
    world.database,
  );
  const rounds: object[] = [];
  let before: Case | null = null;
  for (const event of rows) {
    const instant = { ...event, at: Temporal.Instant.from(event.at).toString() };
    if (event.type === 'case.relapsed' && before) {
      rounds.push({
        round: rounds.length,
        handling: before.handlingUnit?.id,
        line: before.lineUnit?.id,
        territorial: before.territorialUnit?.id,
        dispatchedAt: Temporal.Instant.from(before.dispatchedAt!).epochMilliseconds,
        finishBy: Temporal.Instant.from(before.finishClock!.dueAt).epochMilliseconds,
        finishedLate: before.finishedLate,
        closedAt: Temporal.Instant.from(before.closedAt!).epochMilliseconds,
        relapsedAt: Temporal.Instant.from(instant.at).epochMilliseconds,
      });
    }
    before = evolve(before, instant);
  }
  return rounds;
}

async function roundsInTable() {
  const { rows } = await sql<Record<string, string>>`
    select round, handling_unit_id as handling, line_unit_id as line, territorial_unit_id as territorial,
      dispatched_at as "dispatchedAt", finish_by as "finishBy", finished_late as "finishedLate", closed_at as "closedAt", relapsed_at as "relapsedAt"
    from relapsed_rounds order by round`.execute(world.database);
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      (['dispatchedAt', 'finishBy', 'closedAt', 'relapsedAt'] as const).map((at) => [
        at,
        Temporal.Instant.from(row[at]!).epochMilliseconds,
      ]),
    ),
  }));
}

test('closed out, found again, sent out again: the old week keeps the relapse, the new one the new round', async () => {
  const { classes } = await world.as(dispatcher).call(listCaseClasses, {});
  const [of] = classes;
  const reported = await world.as(dispatcher).call(cases.reportCase, {
    title: '占道经营',
    classCode: of!.classCode,
    place: { text: '农贸市场北门' },
    sourceChannel: 'patrol',
  });
  const filed = await world.as(dispatcher).call(cases.fileCase, {
    ...reported,
    classCode: of!.classCode,
    conditionCode: of!.conditions[0]!.conditionCode,
    handOver: true,
  });
  const closed = await closedOut(await sentOut(filed));
  const { finishBy } = await world.as(dispatcher).call(cases.getCase, { id: closed.id });
  world.setNow(
    Temporal.Instant.from(finishBy!)
      .add({ hours: 24 * 10 })
      .toString(),
  );
  const relapsed = await world.as(inspector).call(cases.recheckCase, { ...closed, result: 'relapsed', note: '又来了' });
  await world.runJobs();
  const month = `month:${finishBy!.slice(0, 7)}-01`;
  const ranked = async (period: string) =>
    (await world.as(dispatcher).call(getRanking, { period, group: 'departments' })).total;
  expect(await ranked(month)).toMatchObject({ due: 1, rectified: 0, relapsed: 1, open: 0 });
  world.setNow('2026-05-11T01:00:00Z');
  const again = await closedOut(await sentOut(relapsed));
  expect(await ranked(month)).toMatchObject({ due: 1, rectified: 0, relapsed: 1, open: 0, arrived: 1 });
  const second = await world.as(dispatcher).call(cases.getCase, { id: again.id });
  const later = `month:${second.finishBy!.slice(0, 7)}-01`;
  world.setNow('2026-08-01T01:00:00Z');
  expect(await ranked(later)).toMatchObject({ due: 1, rectified: 1, relapsed: 0 });
  const list = await world
    .as(dispatcher)
    .call(listRankedCases, { period: month, group: 'departments', count: 'relapsed' });
  expect(list.cases.map((each) => each.caseId)).toEqual([closed.id]);
  await world.as(inspector).call(cases.recheckCase, { ...again, result: 'relapsed', note: '第二次' });
  await world.runJobs();
  expect(await ranked(later)).toMatchObject({ due: 1, rectified: 0, relapsed: 1 });
  expect(await roundsInTable()).toEqual(await roundsByReplay(closed.id));
  expect(await roundsInTable()).toHaveLength(2);
  const { jurisdiction_id: jurisdictionId } = await world.database
    .selectFrom('cases')
    .select('jurisdiction_id')
    .executeTakeFirstOrThrow();
  const before = await roundsInTable();
  await recomputeRelapsedRounds({ tx: world.database } as never, { jurisdictionId, recordId: closed.id });
  expect(await roundsInTable()).toEqual(before);
});
