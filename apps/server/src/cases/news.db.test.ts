import {
  changeView,
  deleteView,
  listNotifications,
  listSavedViews,
  markNotificationsSeen,
  saveView,
} from '@duban/contract/case-lists';
import * as bulk from '@duban/contract/case-bulk';
import * as cases from '@duban/contract/cases';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { caseDesk, communityClass } from './testing.ts';

const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });

beforeEach(() => desk.standards());

const told = async (who: Parameters<typeof desk.as>[0]) => (await desk.as(who).call(listNotifications, {})).rows;
const codes = async (who: Parameters<typeof desk.as>[0]) => (await told(who)).map(({ code }) => code);

describe('limits', () => {
  test('go up the holder’s own line before and after they pass, each point once', async () => {
    const { id } = await desk.accepted();
    await desk.runJob('escalate-cases');
    expect(await codes('chief')).not.toContain('due_soon');
    world.setNow('2026-03-13T09:00:00Z');
    await desk.runJob('escalate-cases');
    await desk.runJob('escalate-cases');
    expect((await codes('chief')).filter((code) => code === 'due_soon')).toHaveLength(1);
    world.setNow('2026-03-13T10:00:01Z');
    await desk.runJob('escalate-cases');
    expect(await codes('officer')).toContain('overdue');
    expect(await codes('mayor')).not.toContain('overdue_one_day');
    // The job was not run for a week: what it missed is told then.
    world.setNow('2026-03-25T10:00:00Z');
    await desk.runJob('escalate-cases');
    expect(await codes('mayor')).toEqual(
      expect.arrayContaining(['overdue_one_day', 'overdue_three_days', 'overdue_week']),
    );
    expect((await desk.view(id)).escalations.map(({ code }) => code).sort()).toEqual(
      ['due_soon', 'overdue', 'overdue_one_day', 'overdue_three_days', 'overdue_week'].sort(),
    );
    expect(await codes('otherStreet')).toEqual([]);
  });

  test('nobody is told about a case that was submitted, and again when the check failed', async () => {
    const submitted = await desk.submitted();
    world.setNow('2026-03-14T02:00:00Z');
    await desk.runJob('escalate-cases');
    expect(await codes('officer')).not.toContain('overdue');
    const failed = await desk
      .as('inspector')
      .call(cases.recordPreClosureCheck, { ...submitted, result: 'failed', note: '还在' });
    world.setNow('2026-03-25T02:00:00Z');
    await desk.runJob('escalate-cases');
    expect(await codes('officer')).toContain('overdue');
    expect((await desk.view(failed.id)).light).toBe('red');
  });
});

describe('news', () => {
  test('goes to the unit that acts next, once, and not to who did it', async () => {
    const found = await desk.dispatched();
    await world.runJobs();
    expect(await told('officer')).toMatchObject([
      { kind: 'event', code: 'case.dispatched', caseId: found.id, seen: false },
    ]);
    expect(await told('dispatcher')).toEqual([]);
    await desk.as('officer').call(cases.returnCase, { ...found, reason: '不属我队' });
    await world.runJobs();
    expect(await codes('dispatcher')).toEqual(['case.returned']);
  });

  test('everyone marks for themselves what was seen', async () => {
    await desk.dispatched();
    await desk.dispatched();
    await world.runJobs();
    const { rows, unseen } = await desk.as('officer').call(listNotifications, {});
    expect([rows.length, unseen]).toEqual([2, 2]);
    expect(await desk.as('officer').call(markNotificationsSeen, { upToId: rows[1]!.id })).toEqual({ unseen: 1 });
    expect((await told('officer')).map(({ seen }) => seen)).toEqual([false, true]);
    expect((await told('chief')).map(({ seen }) => seen)).toEqual([false, false]);
    const first = await desk.as('officer').call(listNotifications, { limit: 1 });
    const second = await desk.as('officer').call(listNotifications, { limit: 1, after: first.next! });
    expect([first.rows[0]!.id, second.rows[0]!.id]).toEqual(rows.map(({ id }) => id));
    await expect(desk.as('officer').call(listNotifications, { after: 'x' })).rejects.toMatchObject(
      refused('case.cursor_invalid'),
    );
  });
});

describe('several at once', () => {
  test('each row succeeds or is refused by itself', async () => {
    const [accepted, dispatched, closed] = [await desk.accepted(), await desk.dispatched(), await desk.closed()];
    const gone = '01890000-0000-7000-8000-000000000000';
    const chosen = [accepted, { ...dispatched, version: 1 }, closed, { id: gone, version: 1 }];
    const reply = await desk.as('mayor').call(bulk.urgeCases, { cases: chosen, note: '周五前办结' });
    expect(reply.done).toBe(1);
    expect(reply.results.map(({ id, refusal }) => [id, refusal?.code ?? null])).toEqual([
      [accepted.id, null],
      [dispatched.id, 'record.stale'],
      [closed.id, 'case.wrong_state'],
      [gone, 'record.not_found'],
    ]);
    expect(reply.results[2]!.refusal!.title).toContain('已销号');
    expect((await desk.view(accepted.id)).urgeCount).toBe(1);
  });

  test('dispatched together, each to the street on whose ground it lies', async () => {
    const luqiao = await desk.communityOf('luqiao');
    const tangwan = await desk.communityOf('tangwan');
    const filedAt = async (territorialUnitId: string) => desk.filed({ territorialUnitId });
    const chosen = [await filedAt(luqiao.id), await filedAt(tangwan.id), await desk.filed()];
    const reply = await desk.as('dispatcher').call(bulk.dispatchCases, {
      cases: chosen,
      lineUnitId: await desk.unitId('enforcement'),
      handledBy: 'territorial',
    });
    expect(reply.results.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, null, 'case.territory_unknown']);
    expect((await desk.view(chosen[0]!.id)).handlingUnit?.id).toBe(await desk.unitId('luqiao'));
    expect((await desk.view(chosen[1]!.id)).handlingUnit?.id).toBe(await desk.unitId('tangwan'));
  });

  test('assigned together', async () => {
    const luqiao = await desk.unitId('luqiao');
    const charge = {
      lineUnitId: await desk.unitId('urban_management'),
      territorialUnitId: luqiao,
      handlingUnitId: luqiao,
    };
    const filed = await desk.filed({ classCode: communityClass });
    const dispatched = await desk.as('dispatcher').call(cases.dispatchCase, { ...filed, ...charge });
    const accepted = await desk.as('street').call(cases.acceptCase, dispatched);
    const unitId = (await desk.communityOf('luqiao')).id;
    const reply = await desk.as('street').call(bulk.assignCases, { cases: [accepted], unitId });
    expect(reply.done).toBe(1);
    expect((await desk.view(accepted.id)).assignedUnit?.id).toBe(unitId);
  });
});

describe('saved views', () => {
  const view = { name: '我的超期', filter: { light: ['red'], open: 'true' } };

  test('private to oneself, or shared with the own unit', async () => {
    const own = await desk.as('officer').call(saveView, view);
    expect((await desk.as('chief').call(listSavedViews, {})).views).toEqual([]);
    const shared = await desk.as('officer').call(changeView, { ...own, shared: true });
    expect((await desk.as('chief').call(listSavedViews, {})).views).toMatchObject([{ name: '我的超期', mine: false }]);
    expect((await desk.as('street').call(listSavedViews, {})).views).toEqual([]);
    await expect(desk.as('chief').call(changeView, { ...shared, name: '改' })).rejects.toMatchObject(
      refused('record.not_found'),
    );
    await expect(desk.as('officer').call(changeView, { ...own, name: '改' })).rejects.toMatchObject(
      refused('record.stale'),
    );
    await expect(desk.as('officer').call(saveView, view)).rejects.toMatchObject(refused('view.name_taken'));
    await expect(desk.as('chief').call(deleteView, { id: own.id })).rejects.toMatchObject(refused('record.not_found'));
    await desk.as('officer').call(deleteView, { id: own.id });
    expect((await desk.as('officer').call(listSavedViews, {})).views).toEqual([]);
  });
});
