import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { replay } from '@duban/cases/evolve';
import { rowOf } from './case-record.ts';
import { caseHistory } from './case.store.ts';
import { caseDesk, communityClass, testClass } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });

beforeEach(() => desk.standards());

describe('the seven steps', () => {
  test('found, filed, dispatched, accepted, put right, checked by another, closed out, re-checked', async () => {
    const { id } = await desk.closed();
    const view = await desk.view(id);
    expect(view).toMatchObject({
      state: 'closed',
      closureKind: 'solved',
      finishedLate: false,
      className: '占道经营',
      standard: { conditionCode: '1', finishLimit: { amount: 3, clock: 'working-days' } },
      lineUnit: { name: expect.stringContaining('综合') },
      territorialUnit: { kind: 'street' },
    });
    expect(view.history.map(({ type }) => type)).toEqual([
      'case.reported',
      'case.filed',
      'case.handed_over',
      'case.dispatched',
      'case.accepted',
      'case.result_submitted',
      'case.pre_closure_checked',
      'case.closed_out',
    ]);
    expect(view.history.map(({ by }) => by?.name)).toEqual([
      '陆闻樵',
      '陆闻樵',
      '陆闻樵',
      '陆闻樵',
      '段青禾',
      '段青禾',
      '章霁和',
      '陆闻樵',
    ]);
    expect(view.finishClock?.dueAt).toBe('2026-03-13T10:00:00Z');
    world.setNow('2026-04-01T02:00:00Z');
    const relapsed = await desk
      .as('inspector')
      .call(cases.recheckCase, { ...view, result: 'relapsed', note: '又来了' });
    expect(relapsed.state).toBe('relapsed');
    expect(await desk.view(id)).toMatchObject({
      relapseCount: 1,
      closedAt: null,
      handlingUnit: { kind: 'department' },
    });
  });

  test('a resident’s report is looked at before it is filed, and may be refused with its reason', async () => {
    const found = await desk.report({ sourceChannel: 'public' });
    const file = { classCode: testClass, conditionCode: '1' };
    await expect(desk.as('dispatcher').call(cases.fileCase, { ...found, ...file })).rejects.toMatchObject(
      refused('case.pre_filing_check_missing'),
    );
    const looked = await desk
      .as('inspector')
      .call(cases.recordPreFilingCheck, { ...found, result: 'not_real', note: '无此事' });
    const ended = await desk
      .as('dispatcher')
      .call(cases.refuseToFile, { ...looked, reason: 'not_real', note: '现场核实无此情况' });
    expect(ended.state).toBe('not_filed');
  });

  test('filed without handing over, handed over, and closed as informed only', async () => {
    const found = await desk.filed({}, false);
    expect(found.state).toBe('filed');
    const handed = await desk.as('dispatcher').call(cases.handOverCase, found);
    expect(handed.state).toBe('awaiting_dispatch');
    const ended = await desk
      .as('dispatcher')
      .call(cases.closeWithoutHandling, { ...handed, kind: 'informed', note: '已告知' });
    expect(await desk.view(ended.id)).toMatchObject({ state: 'closed', closureKind: 'informed', finishedLate: null });
  });
});

describe('side paths', () => {
  test('returned with a reason, corrected, dispatched again; after a dispute the decision binds', async () => {
    const found = await desk.dispatched();
    await expect(desk.as('officer').call(cases.returnCase, { ...found, reason: ' ' })).rejects.toMatchObject(
      refused('request.invalid'),
    );
    const returned = await desk.as('officer').call(cases.returnCase, { ...found, reason: '不属我队' });
    await expect(
      desk.as('dispatcher').call(cases.dispatchCase, {
        ...returned,
        lineUnitId: await desk.unitId('enforcement'),
        handlingUnitId: await desk.unitId('enforcement'),
      }),
    ).rejects.toMatchObject(refused('case.wrong_state'));
    const decidingUnitId = await desk.unitId('district');
    const disputed = await desk
      .as('dispatcher')
      .call(cases.raiseDispute, { ...returned, reason: '两家都说不归自己', decidingUnitId });
    expect((await desk.view(found.id)).dispute).toMatchObject({ decidingUnit: { kind: 'government' } });
    const charge = {
      lineUnitId: await desk.unitId('enforcement'),
      territorialUnitId: await desk.unitId('luqiao'),
      handlingUnitId: await desk.unitId('luqiao'),
      reason: '属地先行处置',
    };
    await expect(desk.as('chief').call(cases.decideDispute, { ...disputed, ...charge })).rejects.toMatchObject(
      refused('case.not_deciding_unit'),
    );
    const decided = await desk.as('mayor').call(cases.decideDispute, { ...disputed, ...charge });
    await expect(desk.as('street').call(cases.returnCase, { ...decided, reason: '不服' })).rejects.toMatchObject(
      refused('case.assignment_binds'),
    );
  });

  test('a correction of a returned case lets it be dispatched again', async () => {
    const returned = await desk
      .as('officer')
      .call(cases.returnCase, { ...(await desk.dispatched()), reason: '类别不对' });
    const corrected = await desk
      .as('dispatcher')
      .call(cases.correctCase, { ...returned, classCode: communityClass, conditionCode: '1', note: '应为楼道堆物' });
    expect(corrected.state).toBe('awaiting_dispatch');
    expect((await desk.view(corrected.id)).standard?.finishLimit).toEqual({ amount: 5, clock: 'working-days' });
  });

  test('an extension goes through two levels and gives one more original limit', async () => {
    const found = await desk.accepted();
    const asked = await desk.as('officer').call(handling.requestExtension, { ...found, reason: '需停电检修' });
    expect((await desk.list({ state: 'in_progress', requestAt: 'unit' })).rows.map(({ id }) => id)).toContain(found.id);
    const endorsed = await desk.as('chief').call(handling.endorseRequest, asked);
    const granted = await desk.as('dispatcher').call(handling.approveRequest, endorsed);
    expect(await desk.view(granted.id)).toMatchObject({ extensionCount: 1, finishBy: '2026-03-18T10:00:00.000Z' });
    world.setNow('2026-03-19T02:00:00Z');
    await expect(desk.as('officer').call(handling.requestExtension, { ...granted, reason: 'x' })).rejects.toMatchObject(
      refused('case.limit_passed'),
    );
  });

  test('a suspended case comes back by itself on its date, once', async () => {
    const asked = await desk
      .as('officer')
      .call(handling.requestSuspension, { ...(await desk.accepted()), reason: '等雨季过去', returnOn: '2026-06-01' });
    const endorsed = await desk.as('chief').call(handling.endorseRequest, asked);
    const { id } = await desk.as('dispatcher').call(handling.approveRequest, endorsed);
    expect(await desk.view(id)).toMatchObject({ state: 'suspended', returnOn: '2026-06-01', light: 'paused' });
    await desk.runJob('resume-suspended-cases');
    expect((await desk.view(id)).state).toBe('suspended');
    world.setNow('2026-05-31T16:00:00Z');
    await desk.runJob('resume-suspended-cases');
    await desk.runJob('resume-suspended-cases');
    const back = await desk.view(id);
    expect(back).toMatchObject({ state: 'in_progress', suspendedDays: 83, returnOn: null });
    expect(back.history.filter(({ type }) => type === 'case.resumed')).toMatchObject([{ by: null }]);
    expect(back.finishClock?.pauses).toMatchObject([{ reason: 'suspension', until: '2026-05-31T16:00:00Z' }]);
  });

  test('resumed early by the dispatcher', async () => {
    const asked = await desk
      .as('officer')
      .call(handling.requestSuspension, { ...(await desk.accepted()), reason: '等材料', returnOn: '2026-06-01' });
    const endorsed = await desk.as('chief').call(handling.endorseRequest, asked);
    const suspended = await desk.as('dispatcher').call(handling.approveRequest, endorsed);
    const back = await desk.as('dispatcher').call(handling.resumeCase, { ...suspended, note: '材料已到' });
    expect(back.state).toBe('in_progress');
  });

  test('a refused request leaves the case as it was', async () => {
    const asked = await desk.as('officer').call(handling.requestExtension, { ...(await desk.accepted()), reason: 'x' });
    const refusal = await desk.as('chief').call(handling.refuseRequest, { ...asked, reason: '抓紧' });
    expect(await desk.view(refusal.id)).toMatchObject({ request: null, extensionCount: 0 });
  });

  test('the street tells its community to do what is on the list of communities’ duties', async () => {
    const filed = await desk.filed({ classCode: communityClass });
    const luqiao = await desk.unitId('luqiao');
    const charge = {
      lineUnitId: await desk.unitId('urban_management'),
      territorialUnitId: luqiao,
      handlingUnitId: luqiao,
    };
    const dispatched = await desk.as('dispatcher').call(cases.dispatchCase, { ...filed, ...charge });
    const accepted = await desk.as('street').call(cases.acceptCase, dispatched);
    const community = await desk.communityOf('luqiao');
    await expect(
      desk.as('street').call(handling.assignCase, { ...accepted, unitId: await desk.unitId('tangwan') }),
    ).rejects.toMatchObject(refused('case.unit_not_below'));
    const assigned = await desk.as('street').call(handling.assignCase, { ...accepted, unitId: community.id });
    expect((await desk.view(assigned.id)).assignedUnit?.name).toBe(community.name);
    await expect(
      desk.as('dispatcher').call(cases.withdrawDispatch, { ...assigned, reason: '派错了' }),
    ).rejects.toMatchObject(refused('case.assignment_open'));
    const withdrawn = await desk.as('street').call(handling.withdrawAssignment, { ...assigned, reason: '自行处置' });
    const back = await desk.as('dispatcher').call(cases.withdrawDispatch, { ...withdrawn, reason: '派错了' });
    expect(back.state).toBe('awaiting_dispatch');
  });

  test('a community is not charged with what is not its duty', async () => {
    const community = await desk.communityOf('luqiao');
    await expect(
      desk.as('dispatcher').call(cases.dispatchCase, {
        ...(await desk.filed()),
        lineUnitId: await desk.unitId('enforcement'),
        territorialUnitId: community.id,
        handlingUnitId: community.id,
      }),
    ).rejects.toMatchObject(refused('case.not_community_duty'));
  });

  test('a failed check sends the work back, and the clock runs on', async () => {
    const failed = await desk
      .as('inspector')
      .call(cases.recordPreClosureCheck, { ...(await desk.submitted()), result: 'failed', note: '摊位还在' });
    expect(await desk.view(failed.id)).toMatchObject({ state: 'in_progress', reworkCount: 1, light: 'green' });
  });

  test('merged into an open case of the same class: both remember', async () => {
    const first = await desk.report();
    const second = await desk.report();
    expect(second.likelyDuplicates.map(({ id }) => id)).toEqual([first.id]);
    const merged = await desk.as('dispatcher').call(cases.mergeCase, { ...second, intoId: first.id });
    expect(await desk.view(merged.id)).toMatchObject({ state: 'merged', mergedInto: { number: first.number } });
    expect(await desk.view(first.id)).toMatchObject({ mergedCount: 1, version: 2 });
  });

  test('urged and commented, the case stays where it is', async () => {
    const urged = await desk.as('mayor').call(cases.urgeCase, { ...(await desk.accepted()), note: '请抓紧' });
    const said = await desk.as('officer').call(cases.commentOnCase, { ...urged, text: '今日处置' });
    expect(await desk.view(said.id)).toMatchObject({ state: 'in_progress', urgeCount: 1 });
  });
});

describe('handlers never verify', () => {
  test('neither the unit itself nor one on its line checks or closes', async () => {
    const filed = await desk.filed();
    const luqiao = await desk.unitId('luqiao');
    const charge = { lineUnitId: await desk.unitId('enforcement'), territorialUnitId: luqiao, handlingUnitId: luqiao };
    const dispatched = await desk.as('dispatcher').call(cases.dispatchCase, { ...filed, ...charge });
    const accepted = await desk.as('street').call(cases.acceptCase, dispatched);
    const submitted = await desk
      .as('street')
      .call(handling.submitResult, { ...accepted, outcome: 'solved', statement: '好了' });
    await expect(
      desk.as('streetInspector').call(cases.recordPreClosureCheck, { ...submitted, result: 'passed' }),
    ).rejects.toMatchObject(refused('case.own_work'));
    const actions = (await desk.view(submitted.id, 'streetInspector')).actions;
    expect(actions.record_pre_closure_check).toMatchObject({
      code: 'case.own_work',
      title: expect.stringContaining('核查'),
    });
    expect((await desk.view(submitted.id, 'inspector')).actions.record_pre_closure_check).toBeNull();
    const mine = await desk.list({ state: 'awaiting_check', notMyWork: 'true' }, 'streetInspector');
    expect(mine.rows.map(({ id }) => id)).not.toContain(submitted.id);
    const others = await desk.list({ state: 'awaiting_check', notMyWork: 'true' }, 'inspector');
    expect(others.rows.map(({ id }) => id)).toContain(submitted.id);
  });

  test('no close-out without a passed check', async () => {
    await expect(desk.as('dispatcher').call(cases.closeOutCase, await desk.submitted())).rejects.toMatchObject(
      refused('case.not_checked'),
    );
  });
});

test('every history replays to its row', async () => {
  const ids = [
    (await desk.closed()).id,
    (await desk.as('officer').call(cases.returnCase, { ...(await desk.dispatched()), reason: 'x' })).id,
    (await desk.as('officer').call(handling.requestExtension, { ...(await desk.accepted()), reason: 'x' })).id,
  ];
  const [{ jurisdictionId }] = [await desk.view(ids[0]!)];
  for (const id of ids) {
    const ctx = { tx: world.database, now: world.now } as Parameters<typeof caseHistory>[0];
    const replayed = rowOf(replay(await caseHistory(ctx, jurisdictionId, id)));
    const row = await world.database.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const { due_order: _due, search: _search, ...kept } = row;
    expect(normal(kept)).toEqual(normal(replayed));
  }
});

/** Instants with and without their milliseconds, and JSON as text or as a value, are the same. */
function normal(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (name === 'place' || name === 'details') return [name, typeof value === 'string' ? JSON.parse(value) : value];
      const instant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value);
      return [name, instant ? Temporal.Instant.from(value).toString() : value];
    }),
  );
}
