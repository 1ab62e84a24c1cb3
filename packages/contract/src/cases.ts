import { reportingRoles, caseVerbs, type CaseVerb } from '@duban/cases/verbs';
import { allClosureKinds, allFilingRefusalReasons, closureKindsWithoutHandling } from '@duban/cases/words';
import { z } from 'zod';
import { CaseRow, CaseStateCode, CaseView, PriorityCode, RefusalView, SourceChannelCode } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText } from './organisation.ts';
import { ImportReport, importModes, xlsxMediaType } from './organisation-files.ts';
import { PlaceInput } from './places.ts';
import type { ProblemCode } from './problems.ts';

/**
 * Commands on cases. Each verb of `@duban/cases/verbs` is one endpoint; all of them take the version that the caller
 * saw and answer with the new one. Which of them is possible now, `CaseView.actions` says.
 */

const params = z.object({ id: Id });
const version = z.int();
/** several lines of text; must say something */
const Reason = z.string().trim().min(1).max(2000);
const Note = z.string().trim().max(2000).default('');

export const CaseChanged = z.object({ id: Id, version: z.int(), state: CaseStateCode });
export type CaseChanged = z.output<typeof CaseChanged>;

const everyVerb: readonly ProblemCode[] = [
  'record.not_found',
  'record.stale',
  'case.wrong_state',
  'case.role_needed',
  'case.reason_missing',
];

function verbEndpoint<Body extends z.ZodRawShape>(
  verb: CaseVerb,
  name: string,
  summary: string,
  body: Body,
  problems: readonly ProblemCode[] = [],
) {
  return endpoint({
    name,
    summary,
    method: 'POST',
    path: `/v1/cases/:id/${verb.replaceAll('_', '-')}`,
    allow: caseVerbs[verb].roles,
    params,
    body: z.object({ version, ...body }),
    reply: CaseChanged,
    problems: [...everyVerb, ...problems],
  });
}

export const getCase = endpoint({
  name: 'getCase',
  summary: 'One case with its clocks, history and what I may do now',
  method: 'GET',
  path: '/v1/cases/:id',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  params,
  reply: CaseView,
  problems: ['record.not_found'],
});

const Tag = lineOfText(40);

export const reportCase = endpoint({
  name: 'reportCase',
  summary: 'Report a problem; a point, a line or a landmark in words says where',
  method: 'POST',
  path: '/v1/cases',
  allow: reportingRoles,
  body: z.object({
    title: lineOfText(120),
    description: z.string().trim().max(4000).default(''),
    classCode: z.string().trim().min(1).max(40),
    conditionCode: z.string().trim().min(1).max(40).nullable().default(null),
    place: PlaceInput,
    /** when absent it is found from the point */
    territorialUnitId: Id.nullable().default(null),
    sourceChannel: SourceChannelCode,
    priority: PriorityCode.default('ordinary'),
    tags: z.array(Tag).max(20).default([]),
    taskId: Id.nullable().default(null),
    directiveId: Id.nullable().default(null),
  }),
  reply: CaseChanged.extend({
    number: z.string(),
    /** cases of the same class nearby and recent, offered for merging */
    likelyDuplicates: z.array(CaseRow),
  }),
  problems: [
    'case.class_unknown',
    'case.title_missing',
    'place.missing',
    'place.coordinates_unlabelled',
    'place.coordinates_unknown',
    'place.outside_jurisdiction',
    'case.not_territorial_unit',
    'case.unit_unknown',
  ],
});

export const findDuplicates = endpoint({
  name: 'findDuplicates',
  summary: 'Open cases of the same class within 50 m and 24 h of this one',
  method: 'GET',
  path: '/v1/cases/:id/duplicates',
  allow: ['dispatcher', 'inspector', 'leader'],
  params,
  reply: z.object({ rows: z.array(CaseRow) }),
  problems: ['record.not_found'],
});

export const recordPreFilingCheck = verbEndpoint(
  'record_pre_filing_check',
  'recordPreFilingCheck',
  '核实: is it real? Before filing',
  { result: z.enum(['real', 'not_real']), note: Note },
);

export const fileCase = verbEndpoint(
  'file',
  'fileCase',
  '立案 under a filing condition of the standards table, and hand over to dispatch unless told otherwise',
  {
    classCode: z.string().trim().min(1).max(40),
    conditionCode: z.string().trim().min(1).max(40),
    note: Note,
    handOver: z.boolean().default(true),
  },
  ['case.standard_missing', 'case.pre_filing_check_missing', 'case.pre_filing_check_negative'],
);

export const refuseToFile = verbEndpoint('refuse_to_file', 'refuseToFile', '不予立案, with its kind and reason', {
  reason: z.enum(allFilingRefusalReasons),
  note: Reason,
});

export const handOverCase = verbEndpoint('hand_over', 'handOverCase', '移送派遣: hand a filed case over to dispatch', {
  note: Note,
});

const charge = {
  lineUnitId: Id,
  territorialUnitId: Id,
  /** the line unit, the territorial unit, or a unit below one of them */
  handlingUnitId: Id,
};
const chargeProblems = [
  'case.unit_unknown',
  'case.not_line_unit',
  'case.not_territorial_unit',
  'case.unit_cannot_handle',
  'case.handler_not_responsible',
  'case.not_community_duty',
] as const satisfies readonly ProblemCode[];

export const dispatchCase = verbEndpoint(
  'dispatch',
  'dispatchCase',
  '派遣: charge a line unit, a territorial unit and the one that acts; both clocks start',
  {
    lineUnitId: charge.lineUnitId,
    /** when absent it is found from the point of the case */
    territorialUnitId: Id.nullable().default(null),
    handlingUnitId: charge.handlingUnitId,
    note: Note,
  },
  ['case.not_filed', 'case.territory_unknown', ...chargeProblems],
);

export const withdrawDispatch = verbEndpoint('withdraw_dispatch', 'withdrawDispatch', '撤回派遣', { reason: Reason }, [
  'case.assignment_open',
  'case.assignment_binds',
]);

export const acceptCase = verbEndpoint('accept', 'acceptCase', '签收', {}, ['case.not_your_unit']);

export const returnCase = verbEndpoint(
  'return',
  'returnCase',
  '退回 to the dispatcher before accepting, with a reason',
  { reason: Reason },
  ['case.not_your_unit', 'case.assignment_binds'],
);

export const correctCase = verbEndpoint(
  'correct',
  'correctCase',
  '更正 what the case says; the only way on for a returned case',
  {
    note: Note,
    title: lineOfText(120).optional(),
    description: z.string().trim().max(4000).optional(),
    classCode: z.string().trim().min(1).max(40).optional(),
    conditionCode: z.string().trim().min(1).max(40).optional(),
    place: PlaceInput.optional(),
    priority: PriorityCode.optional(),
    tags: z.array(Tag).max(20).optional(),
  },
  ['case.nothing_to_correct', 'case.standard_missing', 'case.class_unknown', 'place.coordinates_unlabelled'],
);

export const raiseDispute = verbEndpoint(
  'raise_dispute',
  'raiseDispute',
  '提出争议 to a deciding organ, which has three working days',
  { reason: Reason, decidingUnitId: Id },
  [
    'case.not_your_unit',
    'case.assignment_binds',
    'case.unit_unknown',
    'case.unit_cannot_decide',
    'case.deciding_unit_is_party',
  ],
);

export const decideDispute = verbEndpoint(
  'decide_dispute',
  'decideDispute',
  '裁定争议: charge a unit, bindingly',
  { ...charge, reason: Reason },
  ['case.not_deciding_unit', ...chargeProblems],
);

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
  ['case.not_your_unit'],
);

export const recordPreClosureCheck = verbEndpoint(
  'record_pre_closure_check',
  'recordPreClosureCheck',
  '核查: is it fixed? By somebody of another unit; a failed check needs a reason',
  { result: z.enum(['passed', 'failed']), note: Note },
  ['case.own_work', 'case.checked_already'],
);

export const closeOutCase = verbEndpoint('close_out', 'closeOutCase', '销号 after a passed check', { note: Note }, [
  'case.not_checked',
  'case.own_work',
]);

export const closeWithoutHandling = verbEndpoint(
  'close_without_handling',
  'closeWithoutHandling',
  '直接结案: informed only, transferred, or false after all',
  { kind: z.enum(closureKindsWithoutHandling), note: Reason },
);

export const recheckCase = verbEndpoint(
  'recheck',
  'recheckCase',
  '复查, unannounced; a relapse reopens the case',
  { result: z.enum(['holds', 'relapsed']), note: Note },
  ['case.own_work'],
);

export const mergeCase = verbEndpoint(
  'merge',
  'mergeCase',
  '归并 into another open case of the same class',
  { intoId: Id, note: Note },
  ['case.same_case', 'case.merge_target_ended', 'case.merge_class_differs'],
);

export const urgeCase = verbEndpoint('urge', 'urgeCase', '催办', { note: Reason });

export const commentOnCase = verbEndpoint('comment', 'commentOnCase', '批注', { text: Reason });

/** Several cases at once: each row succeeds or is refused by itself. */
const chosen = z
  .array(z.object({ id: Id, version: z.int() }))
  .min(1)
  .max(100);
const BulkReply = z.object({
  done: z.int(),
  results: z.array(
    z.object({ id: Id, number: z.string().nullable(), version: z.int().nullable(), refusal: RefusalView.nullable() }),
  ),
});
export type BulkReply = z.output<typeof BulkReply>;

export const dispatchCases = endpoint({
  name: 'dispatchCases',
  summary: 'Dispatch several cases to one line unit; the territory of each is found from its point',
  method: 'POST',
  path: '/v1/cases/bulk/dispatch',
  allow: caseVerbs.dispatch.roles,
  body: z.object({
    cases: chosen,
    lineUnitId: Id,
    /** who acts in each case: its line unit, or the territorial unit of its point */
    handledBy: z.enum(['line', 'territorial']),
    note: Note,
  }),
  reply: BulkReply,
});

export const assignCases = endpoint({
  name: 'assignCases',
  summary: 'Assign several cases of the own unit to one unit below it',
  method: 'POST',
  path: '/v1/cases/bulk/assign',
  allow: caseVerbs.assign.roles,
  body: z.object({ cases: chosen, unitId: Id, note: Note }),
  reply: BulkReply,
});

export const urgeCases = endpoint({
  name: 'urgeCases',
  summary: 'Urge several cases with one sentence',
  method: 'POST',
  path: '/v1/cases/bulk/urge',
  allow: caseVerbs.urge.roles,
  body: z.object({ cases: chosen, note: Reason }),
  reply: BulkReply,
});

export const importCases = endpoint({
  name: 'importCases',
  summary: 'Report cases from an XLSX sheet, all of them or only the good rows',
  method: 'POST',
  path: '/v1/cases/import',
  allow: ['dispatcher', 'inspector'],
  body: z.object({ mode: z.enum(importModes) }),
  reply: ImportReport,
  upload: { maxBytes: 10 * 1024 * 1024 },
  problems: ['import.not_xlsx', 'import.too_many_rows', 'import.wrong_columns', 'import.no_rows'],
});

export const downloadCaseTemplate = endpoint({
  name: 'downloadCaseTemplate',
  summary: 'An empty sheet for the import of cases, with explanations',
  method: 'GET',
  path: '/v1/cases/template',
  allow: ['dispatcher', 'inspector'],
  download: { mediaType: xlsxMediaType },
});
