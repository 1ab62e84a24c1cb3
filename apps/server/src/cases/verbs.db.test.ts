import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import type { Endpoint } from '@duban/contract/endpoint';
import { caseVerbs, type CaseVerb } from '@duban/cases/verbs';
import { cast } from '@duban/demo/cast';
import type { Role } from '@duban/kit/actor';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { caseDesk, testClass } from './testing.ts';

// What holds for every verb alike: the wrong role, a version that is no longer true, a case that is not there, a state
// in which the table does not know the verb, and a command sent twice.
const world = testWorld();
const desk = caseDesk(world);
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });
const nobody = '01890000-0000-7000-8000-000000000000';

beforeEach(() => desk.standards());

const unit = nobody;
const verbs: Readonly<Record<Exclude<CaseVerb, 'attach'>, readonly [Endpoint<any, any, any, any>, object]>> = {
  record_pre_filing_check: [cases.recordPreFilingCheck, { result: 'real' }],
  file: [cases.fileCase, { classCode: testClass, conditionCode: '1' }],
  refuse_to_file: [cases.refuseToFile, { reason: 'not_real', note: 'x' }],
  hand_over: [cases.handOverCase, {}],
  dispatch: [cases.dispatchCase, { lineUnitId: unit, handlingUnitId: unit }],
  withdraw_dispatch: [cases.withdrawDispatch, { reason: 'x' }],
  accept: [cases.acceptCase, {}],
  return: [cases.returnCase, { reason: 'x' }],
  correct: [cases.correctCase, { title: 'y' }],
  raise_dispute: [cases.raiseDispute, { reason: 'x', decidingUnitId: unit }],
  decide_dispute: [
    cases.decideDispute,
    { lineUnitId: unit, territorialUnitId: unit, handlingUnitId: unit, reason: 'x' },
  ],
  assign: [handling.assignCase, { unitId: unit }],
  withdraw_assignment: [handling.withdrawAssignment, { reason: 'x' }],
  request_extension: [handling.requestExtension, { reason: 'x' }],
  request_suspension: [handling.requestSuspension, { reason: 'x', returnOn: '2026-06-01' }],
  endorse_request: [handling.endorseRequest, {}],
  approve_request: [handling.approveRequest, {}],
  refuse_request: [handling.refuseRequest, { reason: 'x' }],
  resume: [handling.resumeCase, {}],
  submit_result: [handling.submitResult, { outcome: 'solved', statement: 'x' }],
  record_pre_closure_check: [cases.recordPreClosureCheck, { result: 'passed' }],
  close_out: [cases.closeOutCase, {}],
  close_without_handling: [cases.closeWithoutHandling, { kind: 'informed', note: 'x' }],
  recheck: [cases.recheckCase, { result: 'holds' }],
  merge: [cases.mergeCase, { intoId: unit }],
  urge: [cases.urgeCase, { note: 'x' }],
  comment: [cases.commentOnCase, { text: 'x' }],
};
const table = Object.entries(verbs) as [Exclude<CaseVerb, 'attach'>, (typeof verbs)['file']][];

const withRole = (roles: readonly Role[]) => cast.find((member) => member.roles.some((role) => roles.includes(role)));
const withoutRole = (roles: readonly Role[]) =>
  cast.find((member) => !member.roles.some((role) => roles.includes(role)));

describe('every verb', () => {
  test.each(table)('%s: the wrong role', async (verb, [endpoint, body]) => {
    const stranger = withoutRole(caseVerbs[verb].roles)!;
    const input = { id: nobody, version: 1, ...body };
    await expect(world.as(stranger.account).call(endpoint, input)).rejects.toMatchObject(refused('session.forbidden'));
    await expect(world.anonymous.call(endpoint, input)).rejects.toMatchObject(refused('session.required'));
  });

  test.each(table)('%s: a case that is not there', async (verb, [endpoint, body]) => {
    const member = withRole(caseVerbs[verb].roles)!;
    await expect(world.as(member.account).call(endpoint, { id: nobody, version: 1, ...body })).rejects.toMatchObject(
      refused('record.not_found'),
    );
  });

  test.each(table)('%s: a version that is no longer true, and none at all', async (verb, [endpoint, body]) => {
    // Filed and dispatched so that a handler of its unit may see it at all.
    const found = await desk.dispatched();
    const handler = caseVerbs[verb].roles.some((role) => role === 'handler') && caseVerbs[verb].roles.length === 1;
    const account = handler ? 'duanqinghe' : withRole(caseVerbs[verb].roles)!.account;
    const stale = { ...body, id: found.id, version: found.version - 1 };
    await expect(world.as(account).call(endpoint, stale)).rejects.toMatchObject(refused('record.stale'));
    const without = { ...body, id: found.id };
    await expect(world.as(account).call(endpoint, without)).rejects.toMatchObject(refused('request.invalid'));
  });
});

describe('a command sent twice', () => {
  test('with the same key it happens once and answers the same; the key of another command is refused', async () => {
    const found = await desk.accepted();
    const officer = desk.as('officer');
    const first = await officer.call(cases.commentOnCase, { ...found, text: '今日处置' }, { key: 'k1' });
    const again = await officer.call(cases.commentOnCase, { ...found, text: '今日处置' }, { key: 'k1' });
    expect(again).toEqual(first);
    expect((await desk.view(found.id)).version).toBe(found.version + 1);
    await expect(officer.call(cases.commentOnCase, { ...found, text: '别的' }, { key: 'k1' })).rejects.toMatchObject(
      refused('request.key_reused'),
    );
  });
});

describe('reporting', () => {
  test('the territory follows from the point; outside of every boundary it is refused', async () => {
    const community = await desk.communityOf('luqiao');
    const point = await desk.pointIn(community.id);
    const geometry = { type: 'point', ...point } as const;
    const found = await desk.report({ place: { geometry: { ...geometry, crs: 'WGS84' } } });
    const view = await desk.view(found.id);
    expect(view.place.geometry).toMatchObject({ crs: 'CGCS2000', givenAs: 'WGS84' });
    const { id: luqiao } = await world.database
      .selectFrom('units')
      .select('id')
      .where('id', '=', await desk.unitId('luqiao'))
      .executeTakeFirstOrThrow();
    const above = await sql<{ below: boolean }>`
      select u.path <@ s.path as below from units u, units s
      where u.id = ${view.territorialUnit!.id} and s.id = ${luqiao}`.execute(world.database);
    expect(above.rows[0]?.below).toBe(true);
    for (const [crs, code] of [
      [undefined, 'place.coordinates_unlabelled'],
      ['Gauss', 'place.coordinates_unknown'],
    ] as const) {
      await expect(desk.report({ place: { geometry: { ...geometry, crs } } })).rejects.toMatchObject(refused(code));
    }
    await expect(
      desk.report({ place: { geometry: { type: 'point', longitude: 2, latitude: 48, crs: 'WGS84' } } }),
    ).rejects.toMatchObject(refused('place.outside_jurisdiction'));
    const moved = await desk
      .report({ place: { geometry: { ...geometry, crs: 'GCJ02' }, text: '高德' } })
      .catch((error) => error);
    const shifted = moved.problem ? moved.problem.code : (await desk.view(moved.id)).place.geometry;
    if (shifted !== 'place.outside_jurisdiction') {
      expect(shifted).toMatchObject({ givenAs: 'GCJ02' });
      expect(shifted.point.longitude).not.toBeCloseTo(point.longitude, 4);
    }
  });

  test('a line, or nothing but words, is a place too; no place at all is not', async () => {
    const line = { type: 'line', crs: 'CGCS2000', points: [] as [number, number][] } as const;
    const start = await desk.pointIn((await desk.communityOf('luqiao')).id);
    const points: [number, number][] = [
      [start.longitude, start.latitude],
      [start.longitude + 0.0002, start.latitude],
    ];
    const found = await desk.report({ place: { text: '沿线两侧', geometry: { ...line, points } } });
    expect((await desk.view(found.id)).place.geometry).toMatchObject({ type: 'line' });
    expect((await desk.view((await desk.report()).id)).place).toEqual({ text: '农贸市场北门', geometry: null });
    await expect(desk.report({ place: {} })).rejects.toMatchObject(refused('place.missing'));
    await expect(desk.report({ place: { geometry: { ...line, points: [points[0]!] } } })).rejects.toMatchObject(
      refused('request.invalid'),
    );
  });

  test('a class that the table does not know, HTML in every text, and a lone surrogate', async () => {
    await expect(desk.report({ classCode: 'nonsense' })).rejects.toMatchObject(refused('case.class_unknown'));
    const title = '<img src=x onerror=alert(1)>';
    expect((await desk.view((await desk.report({ title })).id)).title).toBe(title);
    const answer = await desk.report({ title: 'a\u0000b' }).catch((error) => error.problem.status);
    expect(answer).toBe(400);
  });

  test('a duplicate is the same class, near in place and time', async () => {
    const point = await desk.pointIn((await desk.communityOf('luqiao')).id);
    const at = (north: number) => ({
      text: '某处',
      geometry: { type: 'point', crs: 'WGS84', longitude: point.longitude, latitude: point.latitude + north } as const,
    });
    const first = await desk.report({ place: at(0) });
    const near = await desk.report({ place: at(0.0003) });
    expect(near.likelyDuplicates.map(({ id }) => id)).toEqual([first.id]);
    expect((await desk.report({ place: at(0.0008) })).likelyDuplicates).toEqual([]);
    world.setNow('2026-03-11T02:00:01Z');
    expect((await desk.report({ place: at(0) })).likelyDuplicates).toEqual([]);
    const { rows } = await desk.as('dispatcher').call(cases.findDuplicates, { id: first.id });
    expect(rows.map(({ id }) => id)).toEqual([near.id]);
  });
});
