import { describe, expect, test } from 'vitest';
import { acceptCase } from './accept-case.ts';
import { assign, withdrawAssignment } from './assign.ts';
import { after, calendar, charge, did, people, standard, start, terms, units } from './cases.example.ts';
import { closeOut, whyNotCloseOut } from './close-out.ts';
import { closeWithoutHandling } from './close-without-handling.ts';
import { correct } from './correct.ts';
import { decideDispute } from './decide-dispute.ts';
import { dispatch } from './dispatch.ts';
import { fileCase } from './file-case.ts';
import { merge } from './merge.ts';
import { defaultDisputeLimit, raiseDispute } from './raise-dispute.ts';
import { recheck } from './recheck.ts';
import { recordPreClosureCheck } from './record-pre-closure-check.ts';
import { recordPreFilingCheck } from './record-pre-filing-check.ts';
import { returnCase } from './return-case.ts';
import {
  accepted,
  checked,
  closedOut,
  disputed,
  dispatched,
  filed,
  relapsed,
  reported,
  submitted,
} from './stages.example.ts';
import { submitResult } from './submit-result.ts';

const refusedWith = (code: string) => expect.objectContaining({ refused: true, code });
const plain = { note: '', handOver: true, classCode: '1301', conditionCode: '1' };

describe('before filing', () => {
  test('what a resident reports is looked at first; what is not real is not filed', () => {
    const found = reported({ sourceChannel: 'public' });
    expect(fileCase(found, people.dispatcher, plain, standard)).toEqual(refusedWith('case.pre_filing_check_missing'));
    const looked = (result: 'real' | 'not_real') =>
      did(found, recordPreFilingCheck(found, people.inspector, { result, note: '' }), people.inspector);
    expect(fileCase(looked('not_real'), people.dispatcher, plain, standard)).toEqual(
      refusedWith('case.pre_filing_check_negative'),
    );
    expect(
      did(looked('real'), fileCase(looked('real'), people.dispatcher, plain, standard), people.dispatcher).state,
    ).toBe('awaiting_dispatch');
  });

  test('without a standard in force nothing is filed: there is no default limit', () => {
    expect(fileCase(reported(), people.dispatcher, plain, null)).toEqual(refusedWith('case.standard_missing'));
  });

  test('what a higher level named is at least important', () => {
    expect(reported({ sourceChannel: 'named_by_superior' }).priority).toBe('important');
    expect(reported({ sourceChannel: 'named_by_superior', priority: 'urgent' }).priority).toBe('urgent');
  });
});

describe('dispatch', () => {
  test('both clocks start and both sides are recorded', () => {
    const found = dispatched();
    expect(found.acceptClock?.dueAt).toBe('2026-03-10T04:00:00Z'); // 10:00 + two working hours = end of the morning
    expect(found.finishClock?.dueDate).toBe('2026-03-13');
    expect([found.lineUnit?.id, found.territorialUnit?.id, found.handlingUnit?.id]).toEqual([
      'enforcement',
      'street',
      'enforcement',
    ]);
  });

  test.each([
    [{ territorialUnit: units.enforcement }, 'case.not_territorial_unit'],
    [{ lineUnit: units.street }, 'case.not_line_unit'],
    [{ handlingUnit: units.government }, 'case.unit_cannot_handle'],
    [{ handlingUnit: units.otherStreet }, 'case.handler_not_responsible'],
    [{ territorialUnit: units.community, handlingUnit: units.community }, 'case.not_community_duty'],
  ])('%o is refused with %s', (changes, code) => {
    expect(dispatch(filed(true), people.dispatcher, { ...charge, ...changes }, '', terms())).toEqual(refusedWith(code));
  });

  test('accept-by is never later than finish-by, even when the urgent limit ends in the night', () => {
    const evening = Temporal.Instant.from('2026-03-10T09:30:00Z'); // 17:30 in Beijing
    const urgent = { ...standard, finishLimit: { amount: 2, clock: 'urgent-working-hours' } as const };
    const decision = dispatch(filed(true), people.dispatcher, charge, '', { calendar, at: evening, standard: urgent });
    const found = did(filed(true), decision, people.dispatcher, evening);
    expect([found.acceptClock?.dueAt, found.finishClock?.dueAt]).toEqual([
      '2026-03-10T11:30:00Z',
      '2026-03-10T11:30:00Z',
    ]);
  });

  test('the street may act for a point in its community', () => {
    const to = { ...charge, territorialUnit: units.community, handlingUnit: units.street };
    expect(dispatched(to).handlingUnit?.id).toBe('street');
  });
});

describe('returned and disputed', () => {
  test('a return needs a reason; the dispatcher corrects and dispatches again with fresh clocks', () => {
    expect(returnCase(dispatched(), people.officer, '  ')).toEqual(refusedWith('case.reason_missing'));
    const returned = did(dispatched(), returnCase(dispatched(), people.officer, '不属本单位'), people.officer);
    expect(returned).toMatchObject({
      handlingUnit: null,
      finishClock: null,
      returnReason: '不属本单位',
      returnCount: 1,
    });
    expect(correct(returned, people.dispatcher, {}, '', null)).toEqual(refusedWith('case.nothing_to_correct'));
    const corrected = did(returned, correct(returned, people.dispatcher, {}, '原派遣无误', null), people.dispatcher);
    expect(corrected.state).toBe('awaiting_dispatch');
    const again = did(
      corrected,
      dispatch(corrected, people.dispatcher, charge, '', terms(after(24))),
      people.dispatcher,
      after(24),
    );
    expect(again.finishClock?.dueDate).toBe('2026-03-16');
  });

  test('after acceptance the case is no longer returned', () => {
    expect(returnCase(accepted(), people.officer, '不属本单位')).toEqual(refusedWith('case.wrong_state'));
  });

  test('another unit can neither accept nor return', () => {
    expect(acceptCase(dispatched(), people.streetOfficer, start)).toEqual(refusedWith('case.not_your_unit'));
    expect(returnCase(dispatched(), people.streetOfficer, 'x')).toEqual(refusedWith('case.not_your_unit'));
  });

  test('a party does not decide; the clocks stand still; the decision binds', () => {
    const limits = { limit: defaultDisputeLimit, calendar, at: start };
    const by = (decidingUnit: typeof units.street) =>
      raiseDispute(dispatched(), people.officer, { reason: 'x', decidingUnit }, limits);
    expect(by(units.enforcement)).toEqual(refusedWith('case.deciding_unit_is_party'));
    expect(by(units.street)).toEqual(refusedWith('case.unit_cannot_decide'));
    const found = disputed();
    expect(found.finishClock?.pauses).toMatchObject([{ reason: 'dispute', until: null }]);
    expect(found.dispute?.clock.dueDate).toBe('2026-03-13');
    const toStreet = { ...charge, handlingUnit: units.street };
    expect(decideDispute(found, people.chief, toStreet, '属地处置', terms())).toEqual(
      refusedWith('case.not_deciding_unit'),
    );
    const decided = did(
      found,
      decideDispute(found, people.mayor, toStreet, '属地处置', terms(after(2))),
      people.mayor,
      after(2),
    );
    expect(decided).toMatchObject({ state: 'awaiting_acceptance', assignmentBinds: true, dispute: null });
    expect(decided.handlingUnit?.id).toBe('street');
    expect(returnCase(decided, people.streetOfficer, '还是不服')).toEqual(refusedWith('case.assignment_binds'));
  });
});

describe('internal assignment', () => {
  test('only below the own unit, and withdrawn before the dispatcher takes the case back', () => {
    expect(assign(accepted(), people.officer, units.street, '', standard)).toEqual(refusedWith('case.unit_not_below'));
    const given = did(accepted(), assign(accepted(), people.officer, units.squad, '', standard), people.officer);
    expect(given.handlers.map(({ id }) => id)).toEqual(['enforcement', 'squad']);
    const done = submitResult(
      given,
      people.squadLeader,
      { outcome: 'solved', statement: '已清理' },
      { calendar, at: start },
    );
    expect(done.refused).toBe(false);
    const back = did(given, withdrawAssignment(given, people.officer, '改由本队办理'), people.officer);
    expect(back.assignedUnit).toBeNull();
    expect(
      submitResult(back, people.squadLeader, { outcome: 'solved', statement: 'x' }, { calendar, at: start }),
    ).toEqual(refusedWith('case.not_your_unit'));
  });

  test('a community gets only what is on its list of duties', () => {
    const found = { ...accepted(), handlingUnit: units.street };
    expect(assign(found, people.streetOfficer, units.community, '', standard)).toEqual(
      refusedWith('case.not_community_duty'),
    );
    expect(assign(found, people.streetOfficer, units.community, '', { ...standard, communityDuty: true }).refused).toBe(
      false,
    );
  });
});

describe('handlers never verify', () => {
  const check = (found = submitted(), actor = people.inspector) =>
    recordPreClosureCheck(found, actor, { result: 'passed', onSite: false, note: '' }, { calendar, at: start });

  test('neither the unit, nor one above or below it on its line, nor the person who submitted', () => {
    const ofSquad = { ...people.squadLeader, roles: ['inspector'] as const };
    const ofUnit = { ...people.chief, roles: ['inspector'] as const };
    expect(check(submitted(), ofSquad)).toEqual(refusedWith('case.own_work'));
    expect(check(submitted(), ofUnit)).toEqual(refusedWith('case.own_work'));
    expect(check(submitted(), { ...people.inspector, personId: 'officer' })).toEqual(refusedWith('case.own_work'));
    expect(check().refused).toBe(false);
  });

  test('the street does not verify what its community handled, nor the other way round', () => {
    const found = { ...submitted(), handlingUnit: units.community, handlers: [units.community] };
    const ofStreet = { ...people.streetChief, roles: ['inspector'] as const };
    expect(check(found, ofStreet)).toEqual(refusedWith('case.own_work'));
    const byStreet = { ...submitted(), handlingUnit: units.street, handlers: [units.street] };
    expect(check(byStreet, people.streetInspector)).toEqual(refusedWith('case.own_work'));
  });

  test('a unit that handled an earlier round does not close the later one', () => {
    const found = { ...checked(), handlers: [units.street, units.enforcement] };
    expect(whyNotCloseOut(found, { ...people.dispatcher, ...ids(people.streetChief) })).toEqual(
      refusedWith('case.own_work'),
    );
    expect(whyNotCloseOut(found, people.dispatcher)).toBeNull();
  });

  const ids = ({ unitId, unitLine }: typeof people.streetChief) => ({ unitId, unitLine });
});

describe('closing', () => {
  test('a failed check goes back with a reason, and the clock runs on', () => {
    const at = after(5);
    const found = submitted(accepted(), start);
    const failed = (note: string) =>
      recordPreClosureCheck(found, people.inspector, { result: 'failed', onSite: false, note }, { calendar, at });
    expect(failed('')).toEqual(refusedWith('case.reason_missing'));
    const back = did(found, failed('垃圾还在'), people.inspector, at);
    expect(back).toMatchObject({ state: 'in_progress', reworkCount: 1 });
    expect(back.finishClock?.pauses).toMatchObject([{ reason: 'check', until: at.toString() }]);
  });

  test('no close-out without a passed check', () => {
    expect(closeOut(submitted(), people.dispatcher, '', start)).toEqual(refusedWith('case.not_checked'));
  });

  test('late or not is judged by the submission, not by how long others took to check', () => {
    const inTime = submitted(accepted(), after(24));
    const slow = after(24 * 20);
    expect(closedOut(checked(inTime, slow), slow)).toMatchObject({
      state: 'closed',
      closureKind: 'solved',
      finishedLate: false,
    });
    const late = submitted(accepted(), after(24 * 5));
    expect(closedOut(checked(late, slow), slow).finishedLate).toBe(true);
  });

  test('informed only, transferred and false need no handling and are never “solved”', () => {
    const found = did(
      filed(),
      closeWithoutHandling(filed(), people.dispatcher, { kind: 'informed', note: '已告知来电人' }),
      people.dispatcher,
    );
    expect(found).toMatchObject({ state: 'closed', closureKind: 'informed', finishedLate: null });
  });

  test('a relapse reopens, is counted, and keeps when it was first closed', () => {
    const found = relapsed();
    expect(found).toMatchObject({
      state: 'relapsed',
      relapseCount: 1,
      closedAt: null,
      firstClosedAt: start.toString(),
    });
    expect(found.handlingUnit?.id).toBe('enforcement');
    const again = did(
      found,
      dispatch(found, people.dispatcher, charge, '', terms(after(48))),
      people.dispatcher,
      after(48),
    );
    expect(again).toMatchObject({ state: 'awaiting_acceptance', relapseCount: 1, result: null, preClosureCheck: null });
    expect(again.handlers.map(({ id }) => id)).toEqual(['enforcement']);
  });

  test('a re-check that holds leaves the case closed', () => {
    const found = did(
      closedOut(),
      recheck(closedOut(), people.inspector, { result: 'holds', note: '' }),
      people.inspector,
      after(9),
    );
    expect(found).toMatchObject({ state: 'closed', recheckedAt: after(9).toString() });
  });
});

describe('merging', () => {
  test('into an open case of the same class, never into itself', () => {
    const into = { ...dispatched(), id: 'case-2', number: '2026-0000002' };
    expect(merge(reported(), reported(), people.dispatcher, '')).toEqual(refusedWith('case.same_case'));
    expect(merge(reported(), { ...into, classCode: '1402' }, people.dispatcher, '')).toEqual(
      refusedWith('case.merge_class_differs'),
    );
    expect(merge(reported(), { ...into, state: 'closed' }, people.dispatcher, '')).toEqual(
      refusedWith('case.merge_target_ended'),
    );
    expect(merge(reported(), into, people.dispatcher, '').refused).toBe(false);
  });
});
