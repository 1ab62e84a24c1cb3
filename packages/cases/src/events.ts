import type { Assignment, Instant, UnitOnLine } from './case.ts';
import type { Clock } from './clock.ts';
import type { Place } from './place.ts';
import type { ClockName } from './escalation.ts';
import type {
  AttachmentKind,
  ClosureKind,
  ClosureKindWithoutHandling,
  EvidenceRule,
  FilingRefusalReason,
  Priority,
  SourceChannel,
} from './words.ts';

/** What a new calendar did to one clock of a case. Both moments are kept, whichever of them stands. */
export type LimitChange = {
  readonly clock: ClockName;
  readonly kind: 'confirmed' | 'later' | 'earlier';
  readonly before: string;
  readonly computed: string;
};

/** What a unit is charged under. `evidence` is missing where standards did not ask for any yet. */
type Terms = {
  readonly standardId: string;
  readonly evidence?: EvidenceRule;
  readonly acceptClock: Clock;
  readonly finishClock: Clock;
};

/**
 * What happened to a case, in the past tense, never renamed. Every event carries what is needed to rebuild the case
 * without a calendar, a unit tree or a standards table of today: clocks are written as they were computed then.
 */
export type CaseEventData = {
  'case.reported': {
    number: string;
    title: string;
    description: string;
    classCode: string;
    conditionCode: string | null;
    place: Place;
    territorialUnit: UnitOnLine | null;
    sourceChannel: SourceChannel;
    priority: Priority;
    tags: readonly string[];
    taskId: string | null;
    directiveId: string | null;
  };
  'case.pre_filing_checked': { result: 'real' | 'not_real'; note: string };
  'case.filed': { classCode: string; conditionCode: string; standardId: string; note: string };
  'case.filing_refused': { reason: FilingRefusalReason; note: string };
  'case.handed_over': { note: string };
  'case.dispatched': Assignment & Terms & { note: string };
  'case.dispatch_withdrawn': { reason: string };
  'case.accepted': { acceptClock: Clock };
  'case.returned': { reason: string };
  'case.corrected': { changes: CaseCorrection; note: string };
  'case.dispute_raised': {
    reason: string;
    decidingUnit: UnitOnLine;
    clock: Clock;
    acceptClock: Clock | null;
    finishClock: Clock | null;
  };
  'case.dispute_decided': Assignment & Terms & { reason: string };
  'case.assigned': { unit: UnitOnLine; note: string };
  'case.assignment_withdrawn': { reason: string };
  'case.extension_requested': { reason: string };
  'case.extension_endorsed': { note: string };
  'case.extension_approved': { finishClock: Clock; note: string };
  'case.extension_refused': { level: 'unit' | 'dispatcher'; reason: string };
  'case.suspension_requested': { reason: string; returnOn: string };
  'case.suspension_endorsed': { note: string };
  'case.suspended': { returnOn: string; reason: string; finishClock: Clock; note: string };
  'case.suspension_refused': { level: 'unit' | 'dispatcher'; reason: string };
  'case.resumed': { how: 'return_date' | 'early'; finishClock: Clock; suspendedDays: number; note: string };
  'case.result_submitted': { outcome: ClosureKind; statement: string; finishClock: Clock };
  /** `onSite` is missing where it was not asked for yet */
  'case.pre_closure_checked': { result: 'passed' | 'failed'; onSite?: boolean; note: string; finishClock: Clock };
  'case.closed_out': { kind: ClosureKind; note: string; finishClock: Clock; finishedLate: boolean };
  'case.closed_without_handling': { kind: ClosureKindWithoutHandling; note: string };
  'case.rechecked': { result: 'holds'; note: string };
  'case.relapsed': { note: string };
  'case.merged': { intoId: string; intoNumber: string; note: string };
  'case.duplicate_absorbed': { caseId: string; number: string; sourceChannel: SourceChannel };
  /** a calendar was changed; the clocks as they stand from now on */
  'case.limits_recomputed': {
    changes: readonly LimitChange[];
    acceptClock: Clock | null;
    finishClock: Clock | null;
    disputeClock: Clock | null;
  };
  'case.urged': { note: string };
  'case.commented': { text: string };
  'case.attachment_added': { attachmentId: string; sha256: string; fileName: string; kind: AttachmentKind };
};

/** What a correction may change. Units are chosen by dispatching, so they are not among them. */
export type CaseCorrection = {
  readonly title?: string;
  readonly description?: string;
  readonly classCode?: string;
  readonly conditionCode?: string | null;
  /** follows from the class and the condition of a filed case */
  readonly standardId?: string;
  readonly place?: Place;
  readonly territorialUnit?: UnitOnLine | null;
  readonly priority?: Priority;
  readonly tags?: readonly string[];
};

export type CaseEventType = keyof CaseEventData;

/** An event as a verb decides it. */
export type CaseEvent = {
  [Type in CaseEventType]: { readonly type: Type; readonly data: Readonly<CaseEventData[Type]> };
}[CaseEventType];

/** An event as the history keeps it: with its place in the order, who and when. */
export type RecordedCaseEvent = CaseEvent & {
  readonly caseId: string;
  readonly jurisdictionId: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly unitId: string | null;
};
