import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptCase } from './accept-case.ts';
import type { Case } from './case.ts';
import { calendar, charge, people, recorded, reportInput, standard, start, units } from './cases.example.ts';
import { closeOut } from './close-out.ts';
import { closeWithoutHandling } from './close-without-handling.ts';
import { correct } from './correct.ts';
import { decideDispute } from './decide-dispute.ts';
import { approveRequest, endorseRequest, refuseRequest } from './decide-request.ts';
import { dispatch } from './dispatch.ts';
import type { CaseEvent, RecordedCaseEvent } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { fileCase } from './file-case.ts';
import { handOver } from './hand-over.ts';
import { raiseDispute } from './raise-dispute.ts';
import { recheck } from './recheck.ts';
import { recordPreClosureCheck } from './record-pre-closure-check.ts';
import { report } from './report.ts';
import { requestExtension } from './request-extension.ts';
import { requestSuspension } from './request-suspension.ts';
import { resume } from './resume.ts';
import { returnCase } from './return-case.ts';
import { submitResult } from './submit-result.ts';
import { caseTransitions } from './transitions.ts';
import type { CaseVerb } from './verbs.ts';
import { withdrawDispatch } from './withdraw-dispatch.ts';

// A walk tries commands at random; those that are refused leave no trace. Whatever path it takes, the states it passes
// are in the table, and replaying its events gives the case it ended with.
const { dispatcher, officer, chief, inspector, mayor } = people;
type Step = {
  verb: CaseVerb;
  actor: typeof officer;
  decide: (found: Case, at: Temporal.Instant) => ReturnType<typeof fileCase>;
};
const steps: readonly Step[] = [
  {
    verb: 'file',
    actor: dispatcher,
    decide: (found) =>
      fileCase(found, dispatcher, { classCode: '1301', conditionCode: '1', note: '', handOver: false }, standard),
  },
  { verb: 'hand_over', actor: dispatcher, decide: (found) => handOver(found, dispatcher, '') },
  {
    verb: 'dispatch',
    actor: dispatcher,
    decide: (found, at) => dispatch(found, dispatcher, charge, '', { standard, calendar, at }),
  },
  { verb: 'accept', actor: officer, decide: (found, at) => acceptCase(found, officer, at) },
  { verb: 'return', actor: officer, decide: (found) => returnCase(found, officer, 'x') },
  {
    verb: 'correct',
    actor: dispatcher,
    decide: (found) => correct(found, dispatcher, { description: 'y' }, '', standard),
  },
  { verb: 'withdraw_dispatch', actor: dispatcher, decide: (found) => withdrawDispatch(found, dispatcher, 'x') },
  {
    verb: 'raise_dispute',
    actor: officer,
    decide: (found, at) =>
      raiseDispute(
        found,
        officer,
        { reason: 'x', decidingUnit: units.government },
        { limit: { amount: 3, clock: 'working-days' }, calendar, at },
      ),
  },
  {
    verb: 'decide_dispute',
    actor: mayor,
    decide: (found, at) => decideDispute(found, mayor, charge, 'x', { standard, calendar, at }),
  },
  { verb: 'request_extension', actor: officer, decide: (found, at) => requestExtension(found, officer, 'x', at) },
  {
    verb: 'request_suspension',
    actor: officer,
    decide: (found, at) => requestSuspension(found, officer, { reason: 'x', returnOn: '2026-09-01' }, at),
  },
  { verb: 'endorse_request', actor: chief, decide: (found) => endorseRequest(found, chief, '') },
  {
    verb: 'approve_request',
    actor: dispatcher,
    decide: (found, at) => approveRequest(found, dispatcher, '', { calendar, at }),
  },
  { verb: 'refuse_request', actor: dispatcher, decide: (found) => refuseRequest(found, dispatcher, 'x') },
  { verb: 'resume', actor: dispatcher, decide: (found, at) => resume(found, dispatcher, '', { calendar, at }) },
  {
    verb: 'submit_result',
    actor: officer,
    decide: (found, at) => submitResult(found, officer, { outcome: 'solved', statement: 'x' }, { calendar, at }),
  },
  {
    verb: 'record_pre_closure_check',
    actor: inspector,
    decide: (found, at) =>
      recordPreClosureCheck(found, inspector, { result: 'passed', onSite: false, note: '' }, { calendar, at }),
  },
  {
    verb: 'record_pre_closure_check',
    actor: inspector,
    decide: (found, at) =>
      recordPreClosureCheck(found, inspector, { result: 'failed', onSite: false, note: 'x' }, { calendar, at }),
  },
  { verb: 'close_out', actor: dispatcher, decide: (found, at) => closeOut(found, dispatcher, '', at) },
  {
    verb: 'close_without_handling',
    actor: dispatcher,
    decide: (found) => closeWithoutHandling(found, dispatcher, { kind: 'informed', note: 'x' }),
  },
  {
    verb: 'recheck',
    actor: inspector,
    decide: (found) => recheck(found, inspector, { result: 'relapsed', note: 'x' }),
  },
];

test('whatever is done to a case, its states are in the table, its counts hold, and replay equals evolve', () => {
  const path = fc.array(fc.tuple(fc.nat(steps.length - 1), fc.integer({ min: 1, max: 60 * 12 })), { maxLength: 120 });
  fc.assert(
    fc.property(path, (choices) => {
      const history: RecordedCaseEvent[] = [];
      let found: Case | null = null;
      let at = start;
      const record = (events: readonly CaseEvent[], actor: typeof officer) => {
        for (const event of events) {
          const entry = recorded(found, event, actor, at);
          history.push(entry);
          found = evolve(found, entry);
        }
        return found as unknown as Case;
      };
      const reported = report(dispatcher, reportInput);
      if (reported.refused) throw new Error(reported.code);
      let now = record(reported.events, dispatcher);
      for (const [choice, minutes] of choices) {
        at = at.add({ minutes });
        const { verb, actor, decide } = steps[choice]!;
        const before = now;
        const decision = decide(before, at);
        if (decision.refused) continue;
        now = record(decision.events, actor);
        expect(caseTransitions[before.state][verb]).toContain(now.state);
        expect(now.extensionCount).toBeLessThanOrEqual(2);
        expect(now.suspensionCount).toBeLessThanOrEqual(1);
        expect(now.state === 'closed').toBe(now.closedAt !== null);
        expect(now.state === 'suspended').toBe(now.suspension !== null);
        expect(now.relapseCount > 0).toBe(now.relapsedAt !== null);
      }
      expect(replay(history)).toEqual(now);
      expect(now.version).toBe(history.length);
    }),
    { numRuns: 200 },
  );
});

test('a gap in the history is an error, not a guess', () => {
  const first = recorded(null, { type: 'case.reported', data: reportInput }, dispatcher, start);
  const later = { ...recorded(null, { type: 'case.commented', data: { text: 'x' } }, dispatcher, start), sequence: 3 };
  expect(() => replay([first, later])).toThrow('does not follow');
  expect(() => replay([{ ...later, sequence: 1 }])).toThrow('begins with');
  expect(() => replay([])).toThrow('without events');
});
