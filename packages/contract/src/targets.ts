import { allTargetStates } from '@duban/plans/targets/target';
import { z } from 'zod';
import { RefusalView } from './case-views.ts';
import { Amount, BetterWayCode, PeriodCode, TargetDirectionCode } from './directive-view.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';

/** Targets 目标 and indicators 指标: what directives ask to be reached, and by what it is measured. */

const params = z.object({ id: Id });
const version = z.int();
const readers = ['dispatcher', 'leader', 'inspector', 'handler'] as const;

export const TargetStateCode = z.enum(allTargetStates);

/** Where it comes from: the sentence word for word, and the document under the title it had. */
const Origin = {
  documentId: Id,
  documentTitle: z.string(),
  directiveId: Id,
  sourceText: z.string(),
  recordedAt: z.iso.datetime(),
};

const HistoryEntry = z.object({
  sequence: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  by: PersonRef.nullable(),
  note: z.string(),
});

export const TargetRow = z.object({
  id: Id,
  version,
  number: z.string(),
  state: TargetStateCode,
  subject: z.string(),
  /** null: the document hides it */
  value: z.number().nullable(),
  unit: z.string(),
  qualifier: z.string().nullable(),
  direction: TargetDirectionCode,
  deadlineText: z.string().nullable(),
  deadlineDate: Day.nullable(),
  period: PeriodCode.nullable(),
  lineUnit: UnitRef.nullable(),
  territorialUnit: UnitRef.nullable(),
  task: z.object({ id: Id, number: z.string() }).nullable(),
  ...Origin,
});
export type TargetRow = z.output<typeof TargetRow>;

/** What a supervisor may set beside the figure: from where it starts and the other two yardsticks. */
const Yardsticks = {
  baselineValue: Amount.nullable(),
  baselineAsOf: Day.nullable(),
  standardValue: Amount.nullable(),
  standardBasis: z.string().trim().max(300),
  expectedValue: Amount.nullable(),
  expectedBasis: z.string().trim().max(300),
  asOf: Day.nullable(),
};

export const TargetView = TargetRow.extend({
  ...Yardsticks,
  note: z.string(),
  recordedBy: PersonRef,
  history: z.array(HistoryEntry),
  whyNotChange: RefusalView.nullable(),
});
export type TargetView = z.output<typeof TargetView>;

const filter = {
  text: z.string().trim().max(100).optional(),
  documentId: Id.optional(),
  unitId: Id.optional(),
};
const page = {
  /** the name of the last row is part of it: 80 characters are up to 320 in Base64 */
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};
const targetFilter = {
  ...filter,
  state: TargetStateCode.optional(),
  taskId: Id.optional(),
  /** due on or before this day */
  dueTo: Day.optional(),
};

export const listTargets = endpoint({
  name: 'listTargets',
  summary: 'Targets I may see, the most pressing first',
  method: 'GET',
  path: '/v1/targets',
  allow: readers,
  query: z.object({ ...targetFilter, ...page }),
  reply: z.object({ rows: z.array(TargetRow), next: z.string().nullable() }),
});

export const getTarget = endpoint({
  name: 'getTarget',
  summary: 'One target with the sentence that set it, its yardsticks and its history',
  method: 'GET',
  path: '/v1/targets/:id',
  allow: readers,
  params,
  reply: TargetView,
  problems: ['record.not_found'],
});

export const changeTarget = endpoint({
  name: 'changeTarget',
  summary: 'Correct a target, or set its baseline, standard and public expectation, with a reason',
  method: 'PUT',
  path: '/v1/targets/:id',
  allow: ['dispatcher'],
  params,
  body: z.object({
    version,
    subject: lineOfText(120),
    value: Amount.nullable(),
    unit: z.string().trim().max(30),
    qualifier: z.string().trim().max(20).nullable(),
    direction: TargetDirectionCode,
    deadlineText: z.string().trim().max(100).nullable(),
    deadlineDate: Day.nullable(),
    ...Yardsticks,
    note: lineOfText(500),
  }),
  reply: z.object({ id: Id, version }),
  problems: ['record.not_found', 'record.stale', 'target.withdrawn'],
});

export const withdrawTarget = endpoint({
  name: 'withdrawTarget',
  summary: 'Withdraw a target, with the reason; it stays in the list',
  method: 'POST',
  path: '/v1/targets/:id/withdraw',
  allow: ['dispatcher'],
  params,
  body: z.object({ version, note: lineOfText(500) }),
  reply: z.object({ id: Id, version }),
  problems: ['record.not_found', 'record.stale', 'target.withdrawn'],
});

export const exportTargets = endpoint({
  name: 'exportTargets',
  summary: 'Targets of a filter as XLSX',
  method: 'GET',
  path: '/v1/targets-export',
  allow: readers,
  query: z.object(targetFilter),
  download: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

export const IndicatorRow = z.object({
  id: Id,
  version,
  number: z.string(),
  state: TargetStateCode,
  name: z.string(),
  /** the formula, or what it is reckoned from, in words */
  basis: z.string(),
  unit: z.string(),
  better: BetterWayCode,
  source: z.string(),
  period: PeriodCode.nullable(),
  lineUnit: UnitRef.nullable(),
  ...Origin,
});
export type IndicatorRow = z.output<typeof IndicatorRow>;

export const IndicatorView = IndicatorRow.extend({
  recordedBy: PersonRef,
  history: z.array(HistoryEntry),
  whyNotChange: RefusalView.nullable(),
});
export type IndicatorView = z.output<typeof IndicatorView>;

const indicatorFilter = { ...filter, state: TargetStateCode.optional() };

export const listIndicators = endpoint({
  name: 'listIndicators',
  summary: 'Indicators by name',
  method: 'GET',
  path: '/v1/indicators',
  allow: readers,
  query: z.object({ ...indicatorFilter, ...page }),
  reply: z.object({ rows: z.array(IndicatorRow), next: z.string().nullable() }),
});

export const getIndicator = endpoint({
  name: 'getIndicator',
  summary: 'One indicator with the sentence that named it',
  method: 'GET',
  path: '/v1/indicators/:id',
  allow: readers,
  params,
  reply: IndicatorView,
  problems: ['record.not_found'],
});

export const changeIndicator = endpoint({
  name: 'changeIndicator',
  summary: 'Correct an indicator, with a reason',
  method: 'PUT',
  path: '/v1/indicators/:id',
  allow: ['dispatcher'],
  params,
  body: z.object({
    version,
    name: lineOfText(80),
    basis: z.string().trim().max(600),
    unit: z.string().trim().max(30),
    better: BetterWayCode,
    source: z.string().trim().max(120),
    state: TargetStateCode,
    note: lineOfText(500),
  }),
  reply: z.object({ id: Id, version }),
  problems: ['record.not_found', 'record.stale', 'target.withdrawn'],
});

export const exportIndicators = endpoint({
  name: 'exportIndicators',
  summary: 'Indicators of a filter as XLSX',
  method: 'GET',
  path: '/v1/indicators-export',
  allow: readers,
  query: z.object(indicatorFilter),
  download: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});
