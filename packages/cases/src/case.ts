import type { Clock } from './clock.ts';
import type { Place } from './place.ts';
import type { CaseState } from './states.ts';
import type {
  AttachmentKind,
  ClosureKind,
  EvidenceRule,
  FilingRefusalReason,
  Priority,
  SourceChannel,
} from './words.ts';

/** An instant as text, UTC, `2026-11-22T06:00:00Z`: cases travel to the browser and into JSON as they are. */
export type Instant = string;

/** A unit together with the units above it, nearest first: what “its own line” meant when it was written down. */
export type UnitOnLine = { readonly id: string; readonly line: readonly string[] };

/** 条 leads, 块 is where it lies, and one of the two (or a unit below) puts it right. */
export type Assignment = {
  readonly lineUnit: UnitOnLine | null;
  readonly territorialUnit: UnitOnLine | null;
  readonly handlingUnit: UnitOnLine;
};

/** Who wrote something and when. Nobody: the program itself, by the calendar. */
export type Mark = { readonly personId: string | null; readonly unitId: string | null; readonly at: Instant };

export type PreFilingCheck = Mark & { readonly result: 'real' | 'not_real'; readonly note: string };
export type PreClosureCheck = Mark & {
  readonly result: 'passed' | 'failed';
  readonly onSite: boolean;
  readonly note: string;
};

/** What the unit asks for and how far it has come: the unit's own leader first, then the dispatcher. */
export type PendingRequest = {
  readonly kind: 'extension' | 'suspension';
  readonly reason: string;
  /** suspension only: the date on which the case comes back by itself, `YYYY-MM-DD` */
  readonly returnOn: string | null;
  readonly level: 'unit' | 'dispatcher';
  readonly requested: Mark;
  readonly endorsed: Mark | null;
};

export type Dispute = {
  readonly reason: string;
  readonly decidingUnit: UnitOnLine;
  /** the organ's own limit */
  readonly clock: Clock;
  readonly raised: Mark;
};

export type SubmittedResult = Mark & { readonly outcome: ClosureKind; readonly statement: string };

export type Suspension = { readonly returnOn: string; readonly reason: string; readonly since: Instant };

/** The whole of a case as its events leave it. */
export type Case = {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly version: number;
  readonly number: string;
  readonly state: CaseState;
  readonly title: string;
  readonly description: string;
  readonly classCode: string;
  readonly conditionCode: string | null;
  readonly place: Place;
  readonly sourceChannel: SourceChannel;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly taskId: string | null;
  readonly directiveId: string | null;
  readonly reported: Mark;
  readonly lineUnit: UnitOnLine | null;
  readonly territorialUnit: UnitOnLine | null;
  readonly handlingUnit: UnitOnLine | null;
  /** a unit below the handling unit that was told to do the work */
  readonly assignedUnit: UnitOnLine | null;
  /** every unit that ever accepted or was assigned this case: none of them may check it or close it */
  readonly handlers: readonly UnitOnLine[];
  readonly standardId: string | null;
  /** what its standard asked for on the day of dispatch */
  readonly evidence: EvidenceRule;
  readonly acceptClock: Clock | null;
  readonly finishClock: Clock | null;
  readonly preFilingCheck: PreFilingCheck | null;
  readonly filingRefusal: (Mark & { readonly reason: FilingRefusalReason; readonly note: string }) | null;
  readonly filedAt: Instant | null;
  readonly dispatchedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly returnReason: string | null;
  readonly dispute: Dispute | null;
  /** the present assignment was decided in a dispute: it can be neither returned nor disputed again */
  readonly assignmentBinds: boolean;
  readonly pendingRequest: PendingRequest | null;
  readonly extensionCount: number;
  readonly suspension: Suspension | null;
  readonly suspensionCount: number;
  /** whole days of finished suspensions */
  readonly suspendedDays: number;
  readonly result: SubmittedResult | null;
  readonly preClosureCheck: PreClosureCheck | null;
  readonly closureKind: ClosureKind | null;
  readonly closedAt: Instant | null;
  readonly firstClosedAt: Instant | null;
  /** the result came after the finish-by limit; null before anything was closed, and for closures without handling */
  readonly finishedLate: boolean | null;
  readonly recheckedAt: Instant | null;
  readonly relapsedAt: Instant | null;
  readonly relapseCount: number;
  readonly returnCount: number;
  readonly reworkCount: number;
  readonly mergedInto: string | null;
  readonly mergedCount: number;
  readonly urgeCount: number;
  readonly attachments: readonly CaseAttachment[];
};

export type CaseAttachment = {
  readonly attachmentId: string;
  readonly kind: AttachmentKind;
  readonly at: Instant;
};
