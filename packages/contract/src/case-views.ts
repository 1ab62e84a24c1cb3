import { allCaseStates } from '@duban/cases/states';
import { allLights } from '@duban/cases/lights';
import { allCaseVerbs } from '@duban/cases/verbs';
import {
  allClosureKinds,
  allEvidenceRules,
  allFilingRefusalReasons,
  allPriorities,
  allSourceChannels,
} from '@duban/cases/words';
import { z } from 'zod';
import { AttachmentView } from './attachments.ts';
import { Day, Id, PersonRef, UnitRef } from './organisation.ts';
import { PlaceView, PointOnMap } from './places.ts';
import { StandardView, TimeLimitView } from './standards.ts';

/** A case as lists and pages show it. The words of the codes are in `@duban/cases/{states,verbs,words,lights}`. */

export const CaseStateCode = z.enum(allCaseStates);
export const CaseVerbCode = z.enum(allCaseVerbs);
export const LightCode = z.enum(allLights);
export const SourceChannelCode = z.enum(allSourceChannels);
export const PriorityCode = z.enum(allPriorities);
export const ClosureKindCode = z.enum(allClosureKinds);
export const Moment = z.iso.datetime();

/** One row of the ledger 问题台账. */
export const CaseRow = z.object({
  id: Id,
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: CaseStateCode,
  /** of the clock that presses now: accept-by before acceptance, finish-by afterwards */
  light: LightCode,
  classCode: z.string(),
  /** as the standards table calls it; the code itself when no table knows it */
  className: z.string(),
  placeText: z.string(),
  point: PointOnMap.nullable(),
  lineUnit: UnitRef.nullable(),
  territorialUnit: UnitRef.nullable(),
  handlingUnit: UnitRef.nullable(),
  assignedUnit: UnitRef.nullable(),
  sourceChannel: SourceChannelCode,
  priority: PriorityCode,
  tags: z.array(z.string()),
  reportedAt: Moment,
  acceptBy: Moment.nullable(),
  finishBy: Moment.nullable(),
  /** the deadline rests on a year whose holidays are not published yet 暂定 */
  provisional: z.boolean(),
  submittedAt: Moment.nullable(),
  closedAt: Moment.nullable(),
  closureKind: ClosureKindCode.nullable(),
  finishedLate: z.boolean().nullable(),
  /** 挂账: the date on which it comes back by itself */
  returnOn: Day.nullable(),
  pendingRequest: z.enum(['extension', 'suspension']).nullable(),
  checkPassed: z.boolean(),
  extensionCount: z.int(),
  relapseCount: z.int(),
  urgeCount: z.int(),
  taskId: Id.nullable(),
  directiveId: Id.nullable(),
});
export type CaseRow = z.output<typeof CaseRow>;

export const MarkView = z.object({ at: Moment, by: PersonRef.nullable(), unit: UnitRef.nullable() });
export type MarkView = z.output<typeof MarkView>;

export const ClockView = z.object({
  startedAt: Moment,
  limit: TimeLimitView,
  extensions: z.int(),
  dueAt: Moment,
  dueDate: Day,
  warnAt: Moment,
  provisional: z.boolean(),
  calendarVersion: z.string(),
  light: LightCode,
  /** in the clock's own unit (days or hours), negative after the limit; null when it was stopped */
  remaining: z.number().nullable(),
  stoppedAt: Moment.nullable(),
  /** every time it stood still, with the reason; `until` null: it still does */
  pauses: z.array(
    z.object({
      reason: z.enum(['check', 'dispute', 'suspension']),
      from: Moment,
      planned: Moment.nullable(),
      until: Moment.nullable(),
      /** false: the limit had already passed, so the pause gave no time */
      givesTime: z.boolean(),
    }),
  ),
});
export type ClockView = z.output<typeof ClockView>;

/** Why a verb is refused now: the code with its parameters, and the sentence in the caller's language. */
export const RefusalView = z.object({
  code: z.string(),
  title: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RefusalView = z.output<typeof RefusalView>;

/** One thing that happened. `type` and `data` are the event of `@duban/cases/events`; units are named in `units`. */
export const CaseHistoryEntry = MarkView.extend({
  sequence: z.int(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type CaseHistoryEntry = z.output<typeof CaseHistoryEntry>;

/** Everything the page of one case shows. */
export const CaseView = CaseRow.extend({
  jurisdictionId: Id,
  description: z.string(),
  conditionCode: z.string().nullable(),
  place: PlaceView,
  reported: MarkView,
  /** the row of the standards table it was filed under: condition, limits, closing condition, basis */
  standard: StandardView.nullable(),
  acceptClock: ClockView.nullable(),
  finishClock: ClockView.nullable(),
  /** what its standard asks for before it may end */
  evidence: z.enum(allEvidenceRules),
  preFilingCheck: MarkView.extend({ result: z.enum(['real', 'not_real']), note: z.string() }).nullable(),
  filingRefusal: MarkView.extend({ reason: z.enum(allFilingRefusalReasons), note: z.string() }).nullable(),
  filedAt: Moment.nullable(),
  dispatchedAt: Moment.nullable(),
  acceptedAt: Moment.nullable(),
  returnReason: z.string().nullable(),
  dispute: z
    .object({ reason: z.string(), decidingUnit: UnitRef.nullable(), clock: ClockView, raised: MarkView })
    .nullable(),
  /** it was charged by a decision in a dispute and can be neither returned nor disputed again */
  assignmentBinds: z.boolean(),
  request: z
    .object({
      kind: z.enum(['extension', 'suspension']),
      reason: z.string(),
      returnOn: Day.nullable(),
      /** who has to decide next: the leader of the unit, then the dispatcher */
      level: z.enum(['unit', 'dispatcher']),
      requested: MarkView,
      endorsed: MarkView.nullable(),
    })
    .nullable(),
  suspension: z.object({ returnOn: Day, reason: z.string(), since: Moment }).nullable(),
  suspensionCount: z.int(),
  suspendedDays: z.int(),
  result: MarkView.extend({ outcome: ClosureKindCode, statement: z.string() }).nullable(),
  preClosureCheck: MarkView.extend({
    result: z.enum(['passed', 'failed']),
    /** the checker went there */
    onSite: z.boolean(),
    note: z.string(),
  }).nullable(),
  firstClosedAt: Moment.nullable(),
  recheckedAt: Moment.nullable(),
  relapsedAt: Moment.nullable(),
  returnCount: z.int(),
  reworkCount: z.int(),
  mergedInto: z.object({ id: Id, number: z.string() }).nullable(),
  mergedCount: z.int(),
  attachments: z.array(AttachmentView),
  history: z.array(CaseHistoryEntry),
  /** every unit named anywhere on this page, also inside the data of the history */
  units: z.array(UnitRef),
  /** who was told about a limit, and when: escalations up the holder's line, newest first */
  escalations: z.array(
    z.object({
      at: Moment,
      clock: z.enum(['accept', 'finish', 'dispute']),
      code: z.string(),
      unit: UnitRef.nullable(),
    }),
  ),
  /** for each verb null (I may do it now) or why not */
  actions: z.record(CaseVerbCode, RefusalView.nullable()),
});
export type CaseView = z.output<typeof CaseView>;
