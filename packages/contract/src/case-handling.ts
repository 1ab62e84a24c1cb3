import { allClosureKinds } from '@duban/cases/words';
import { z } from 'zod';
import { Note, Reason, verbEndpoint } from './case-command.ts';
import { Day, Id } from './organisation.ts';

/** What units do with a case that was charged to them: assign it, ask for time, submit the result. */

export const assignCase = verbEndpoint(
  'assign',
  'assignCase',
  '内部指派: tell a unit below to do the work',
  { unitId: Id, note: Note },
  ['case.not_your_unit', 'case.unit_unknown', 'case.unit_not_below', 'case.not_community_duty', 'case.assignment_open'],
);

export const withdrawAssignment = verbEndpoint(
  'withdraw_assignment',
  'withdrawAssignment',
  '收回指派',
  { reason: Reason },
  ['case.not_your_unit', 'case.no_assignment'],
);

export const requestExtension = verbEndpoint(
  'request_extension',
  'requestExtension',
  '申请延期: one more original limit, before the limit, at most twice',
  { reason: Reason },
  ['case.not_your_unit', 'case.request_pending', 'case.extensions_used_up', 'case.limit_passed'],
);

export const requestSuspension = verbEndpoint(
  'request_suspension',
  'requestSuspension',
  '申请挂账: once, with the date of return within a year',
  { reason: Reason, returnOn: Day },
  [
    'case.not_your_unit',
    'case.request_pending',
    'case.suspended_before',
    'case.limit_passed',
    'case.return_date_out_of_range',
  ],
);

export const endorseRequest = verbEndpoint(
  'endorse_request',
  'endorseRequest',
  '单位审核同意 by the leader of the unit',
  { note: Note },
  ['case.no_request', 'case.request_endorsed', 'case.not_unit_leader', 'case.own_request'],
);

export const approveRequest = verbEndpoint(
  'approve_request',
  'approveRequest',
  '批准申请 by the dispatcher',
  { note: Note },
  ['case.no_request', 'case.request_not_endorsed', 'case.own_request', 'case.own_work'],
);

export const refuseRequest = verbEndpoint(
  'refuse_request',
  'refuseRequest',
  '不批准申请 by either level; a refusal does not count',
  { reason: Reason },
  ['case.no_request', 'case.request_endorsed', 'case.not_unit_leader', 'case.own_request'],
);

export const resumeCase = verbEndpoint('resume', 'resumeCase', '恢复办理 before the return date', { note: Note });

export const submitResult = verbEndpoint(
  'submit_result',
  'submitResult',
  '提交处置结果: what was done and how the case should end',
  { outcome: z.enum(allClosureKinds), statement: Reason },
  ['case.not_your_unit', 'case.pictures_missing'],
);
