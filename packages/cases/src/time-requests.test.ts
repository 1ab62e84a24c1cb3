import { describe, expect, test } from 'vitest';
import { after, calendar, did, people, start, terms } from './cases.example.ts';
import { approveRequest, endorseRequest, refuseRequest } from './decide-request.ts';
import { requestExtension } from './request-extension.ts';
import { requestSuspension } from './request-suspension.ts';
import { resume, resumeOnReturnDate } from './resume.ts';
import { accepted, suspended } from './stages.example.ts';

const refusedWith = (code: string) => expect.objectContaining({ refused: true, code });

describe('extension', () => {
  const granted = (found = accepted()) => {
    const asked = did(found, requestExtension(found, people.officer, '需要停电检修', start), people.officer);
    const endorsed = did(asked, endorseRequest(asked, people.chief, ''), people.chief);
    return did(endorsed, approveRequest(endorsed, people.dispatcher, '', terms()), people.dispatcher);
  };

  test('one more original limit, at most twice; refusals do not count', () => {
    const asked = did(accepted(), requestExtension(accepted(), people.officer, '等材料', start), people.officer);
    const refused = did(asked, refuseRequest(asked, people.dispatcher, '理由不足'), people.dispatcher);
    expect(refused).toMatchObject({ extensionCount: 0, pendingRequest: null });
    const once = granted(refused);
    expect(once.finishClock?.dueDate).toBe('2026-03-18'); // six working days after 10 March
    const twice = granted(once);
    expect(twice.finishClock?.dueDate).toBe('2026-03-23');
    expect(requestExtension(twice, people.officer, 'x', start)).toEqual(refusedWith('case.extensions_used_up'));
  });

  test('only before the limit; a request made in time stays good', () => {
    const late = after(24 * 4);
    expect(requestExtension(accepted(), people.officer, 'x', late)).toEqual(refusedWith('case.limit_passed'));
    const asked = did(accepted(), requestExtension(accepted(), people.officer, 'x', start), people.officer);
    const endorsed = did(asked, endorseRequest(asked, people.chief, ''), people.chief);
    expect(approveRequest(endorsed, people.dispatcher, '', terms(late)).refused).toBe(false);
  });

  test('two levels, two persons, one request at a time', () => {
    const asked = did(accepted(), requestExtension(accepted(), people.officer, 'x', start), people.officer);
    expect(requestExtension(asked, people.officer, 'x', start)).toEqual(refusedWith('case.request_pending'));
    expect(approveRequest(asked, people.dispatcher, '', terms())).toEqual(refusedWith('case.request_not_endorsed'));
    expect(endorseRequest(asked, people.streetChief, '')).toEqual(refusedWith('case.not_unit_leader'));
    const both = { ...people.officer, roles: ['handler', 'leader'] as const };
    expect(endorseRequest(asked, both, '')).toEqual(refusedWith('case.own_request'));
    const endorsed = did(asked, endorseRequest(asked, people.chief, ''), people.chief);
    expect(refuseRequest(endorsed, people.chief, '后悔了')).toEqual(refusedWith('case.request_endorsed'));
    const sameLine = { ...people.chief, personId: 'another', roles: ['dispatcher'] as const };
    expect(approveRequest(endorsed, sameLine, '', terms())).toEqual(refusedWith('case.own_work'));
  });
});

describe('suspension', () => {
  test('the clock stops, the case returns by itself, and only once', () => {
    const found = suspended('2026-06-01');
    expect(found).toMatchObject({ state: 'suspended', suspensionCount: 1, suspension: { returnOn: '2026-06-01' } });
    expect(found.finishClock?.pauses).toMatchObject([{ reason: 'suspension', planned: '2026-05-31T16:00:00Z' }]);
    const early = { calendar, at: Temporal.Instant.from('2026-05-31T15:59:00Z') };
    expect(resumeOnReturnDate(found, early)).toEqual(refusedWith('case.return_date_not_reached'));
    const at = Temporal.Instant.from('2026-05-31T16:00:00Z');
    const back = did(found, resumeOnReturnDate(found, { calendar, at }), null, at);
    expect(back).toMatchObject({ state: 'in_progress', suspension: null, suspendedDays: 83 });
    expect(back.finishClock?.dueDate).toBe('2026-06-03');
    expect(requestSuspension(back, people.officer, { reason: 'x', returnOn: '2026-06-20' }, at)).toEqual(
      refusedWith('case.suspended_before'),
    );
  });

  test('the deadline shown while suspended is the one after the return', () => {
    expect(suspended('2026-06-01').finishClock?.dueDate).toBe('2026-06-03');
    const at = after(24 * 30);
    const back = did(
      suspended(),
      resume(suspended(), people.dispatcher, '提前具备条件', { calendar, at }),
      people.dispatcher,
      at,
    );
    expect(back.finishClock!.dueDate < '2026-06-03').toBe(true);
  });

  test.each(['2026-03-10', '2027-03-11', '2026-13-01', 'soon'])('return on %s is refused', (returnOn) => {
    expect(requestSuspension(accepted(), people.officer, { reason: 'x', returnOn }, start)).toEqual(
      refusedWith('case.return_date_out_of_range'),
    );
  });

  test('a year to the day is the most', () => {
    expect(requestSuspension(accepted(), people.officer, { reason: 'x', returnOn: '2027-03-10' }, start).refused).toBe(
      false,
    );
  });
});
