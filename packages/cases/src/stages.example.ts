import { acceptCase } from './accept-case.ts';
import type { Case } from './case.ts';
import { calendar, charge, did, people, reportInput, standard, start, terms, units } from './cases.example.ts';
import { closeOut } from './close-out.ts';
import { approveRequest, endorseRequest } from './decide-request.ts';
import { dispatch } from './dispatch.ts';
import { fileCase } from './file-case.ts';
import { merge } from './merge.ts';
import { raiseDispute, defaultDisputeLimit } from './raise-dispute.ts';
import { recheck } from './recheck.ts';
import { recordPreClosureCheck } from './record-pre-closure-check.ts';
import { refuseToFile } from './refuse-to-file.ts';
import { report, type ReportInput } from './report.ts';
import { requestSuspension } from './request-suspension.ts';
import { returnCase } from './return-case.ts';
import type { CaseState } from './states.ts';
import { submitResult } from './submit-result.ts';

/** A case brought into each of its states by the commands themselves. */

export const reported = (changes: Partial<ReportInput> = {}): Case =>
  did(null, report(people.dispatcher, { ...reportInput, ...changes }), people.dispatcher);

export const filed = (handOver = false): Case => {
  const input = { classCode: '1301', conditionCode: '1', note: '', handOver };
  return did(reported(), fileCase(reported(), people.dispatcher, input, standard), people.dispatcher);
};

export const dispatched = (to = charge): Case =>
  did(filed(true), dispatch(filed(true), people.dispatcher, to, '', terms()), people.dispatcher);

export const accepted = (): Case => did(dispatched(), acceptCase(dispatched(), people.officer, start), people.officer);

export const submitted = (found = accepted(), at = start): Case =>
  did(
    found,
    submitResult(found, people.officer, { outcome: 'solved', statement: '已清理' }, { calendar, at }),
    people.officer,
    at,
  );

export const checked = (found = submitted(), at = start): Case =>
  did(
    found,
    recordPreClosureCheck(found, people.inspector, { result: 'passed', onSite: false, note: '' }, { calendar, at }),
    people.inspector,
    at,
  );

export const closedOut = (found = checked(), at = start): Case =>
  did(found, closeOut(found, people.dispatcher, '', at), people.dispatcher, at);

export const relapsed = (): Case =>
  did(
    closedOut(),
    recheck(closedOut(), people.inspector, { result: 'relapsed', note: '又摆出来了' }),
    people.inspector,
  );

export const disputed = (): Case => {
  const input = { reason: '不是我们的职责', decidingUnit: units.government };
  const limits = { limit: defaultDisputeLimit, calendar, at: start };
  return did(dispatched(), raiseDispute(dispatched(), people.officer, input, limits), people.officer);
};

export const asked = (returnOn = '2026-06-01'): Case =>
  did(
    accepted(),
    requestSuspension(accepted(), people.officer, { reason: '等雨季过去', returnOn }, start),
    people.officer,
  );

export const suspended = (returnOn = '2026-06-01'): Case => {
  const endorsed = did(asked(returnOn), endorseRequest(asked(returnOn), people.chief, ''), people.chief);
  return did(endorsed, approveRequest(endorsed, people.dispatcher, '', terms()), people.dispatcher);
};

export const merged = (): Case => {
  const into = { ...reported(), id: 'case-2', number: '2026-0000002' };
  const decision = merge(reported(), into, people.dispatcher, '');
  if (decision.refused) throw new Error(decision.code);
  return did(reported(), { refused: false, events: [decision.events[0]!.merged] }, people.dispatcher);
};

export const caseInState: Readonly<Record<CaseState, () => Case>> = {
  awaiting_pre_filing_check: reported,
  filed: () => filed(),
  awaiting_dispatch: () => filed(true),
  awaiting_acceptance: () => dispatched(),
  in_progress: accepted,
  awaiting_check: () => submitted(),
  closed: () => closedOut(),
  relapsed,
  not_filed: () =>
    did(
      reported(),
      refuseToFile(reported(), people.dispatcher, { reason: 'not_real', note: '没有此事' }),
      people.dispatcher,
    ),
  returned: () => did(dispatched(), returnCase(dispatched(), people.officer, '不属本单位'), people.officer),
  disputed,
  suspended: () => suspended(),
  merged,
};
