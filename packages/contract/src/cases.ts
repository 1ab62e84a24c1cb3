import { reportingRoles } from '@duban/cases/verbs';
import { allFilingRefusalReasons, closureKindsWithoutHandling } from '@duban/cases/words';
import { z } from 'zod';
import { CaseChanged, Note, onCase, Reason, verbEndpoint } from './case-command.ts';
import { CaseRow, CaseView, PriorityCode, SourceChannelCode } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Id, lineOfText } from './organisation.ts';
import { PlaceInput } from './places.ts';
import type { ProblemCode } from './problems.ts';

/** Commands on cases: report, file, dispatch, check, close. The units' own are in `case-handling.ts`, those on many cases
 * at once in `case-bulk.ts`. */

export const getCase = endpoint({
  name: 'getCase',
  summary: 'One case with its clocks, history and what I may do now',
  method: 'GET',
  path: '/v1/cases/:id',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  params: onCase,
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
  params: onCase,
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

export const recordPreClosureCheck = verbEndpoint(
  'record_pre_closure_check',
  'recordPreClosureCheck',
  '核查: is it fixed? By somebody of another unit, on the spot where the standard asks for it; a failed check needs a reason',
  { result: z.enum(['passed', 'failed']), onSite: z.boolean().default(false), note: Note },
  ['case.own_work', 'case.checked_already', 'case.field_check_needed'],
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
