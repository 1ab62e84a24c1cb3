import type { Actor } from '@duban/kit/actor';
import type { Refusal } from '@duban/kit/refusal';
import { whyNotAccept } from './accept-case.ts';
import { whyNotAssign, whyNotWithdrawAssignment } from './assign.ts';
import type { Case } from './case.ts';
import { whyNotCloseOut } from './close-out.ts';
import { whyNotCloseWithoutHandling } from './close-without-handling.ts';
import { whyNotCorrect } from './correct.ts';
import { whyNotDecideDispute } from './decide-dispute.ts';
import { whyNotApproveRequest, whyNotEndorseRequest, whyNotRefuseRequest } from './decide-request.ts';
import { whyNotDispatch } from './dispatch.ts';
import { whyNotFile } from './file-case.ts';
import { whyNotHandOver } from './hand-over.ts';
import { whyNotMerge } from './merge.ts';
import { whyNotRaiseDispute } from './raise-dispute.ts';
import { whyNotRecheck } from './recheck.ts';
import { whyNotRecordPreClosureCheck } from './record-pre-closure-check.ts';
import { whyNotRecordPreFilingCheck } from './record-pre-filing-check.ts';
import { whyNotRefuseToFile } from './refuse-to-file.ts';
import { whyNotAttach, whyNotComment, whyNotUrge } from './remarks.ts';
import { whyNotRequestExtension } from './request-extension.ts';
import { whyNotRequestSuspension } from './request-suspension.ts';
import { whyNotResume } from './resume.ts';
import { whyNotReturn } from './return-case.ts';
import { whyNotSubmitResult } from './submit-result.ts';
import { allCaseVerbs, type CaseVerb } from './verbs.ts';
import { whyNotWithdrawDispatch } from './withdraw-dispatch.ts';

type WhyNot = (found: Case, actor: Actor, now: Temporal.Instant) => Refusal | null;

/** The rule of every verb: the server decides with it, the page greys its button by it. */
export const whyNotByVerb: Readonly<Record<CaseVerb, WhyNot>> = {
  record_pre_filing_check: whyNotRecordPreFilingCheck,
  file: whyNotFile,
  refuse_to_file: whyNotRefuseToFile,
  hand_over: whyNotHandOver,
  dispatch: whyNotDispatch,
  withdraw_dispatch: whyNotWithdrawDispatch,
  accept: whyNotAccept,
  return: whyNotReturn,
  correct: whyNotCorrect,
  raise_dispute: whyNotRaiseDispute,
  decide_dispute: whyNotDecideDispute,
  assign: whyNotAssign,
  withdraw_assignment: whyNotWithdrawAssignment,
  request_extension: whyNotRequestExtension,
  request_suspension: whyNotRequestSuspension,
  endorse_request: whyNotEndorseRequest,
  approve_request: whyNotApproveRequest,
  refuse_request: whyNotRefuseRequest,
  resume: whyNotResume,
  submit_result: whyNotSubmitResult,
  record_pre_closure_check: whyNotRecordPreClosureCheck,
  close_out: whyNotCloseOut,
  close_without_handling: whyNotCloseWithoutHandling,
  recheck: whyNotRecheck,
  merge: whyNotMerge,
  urge: whyNotUrge,
  comment: whyNotComment,
  attach: whyNotAttach,
};

/** For each verb null (it may be done now) or why not. */
export function possibleActions(
  found: Case,
  actor: Actor,
  now: Temporal.Instant,
): Readonly<Record<CaseVerb, Refusal | null>> {
  const answers = allCaseVerbs.map((verb) => [verb, whyNotByVerb[verb](found, actor, now)]);
  return Object.fromEntries(answers) as Record<CaseVerb, Refusal | null>;
}
