import { assertNever } from '@duban/kit/assert-never';
import type { Case, Mark, UnitOnLine } from './case.ts';
import { stopClock } from './clock.ts';
import type { CaseEventData, RecordedCaseEvent } from './events.ts';

/**
 * The one place where an event changes a case. It decides nothing and refuses nothing: what happened, happened. The
 * columns that rankings count (`finishedLate`, `suspendedDays`, `relapseCount`, …) are kept true here and nowhere else.
 *
 * @throws Error when the first event is not `case.reported`, or a sequence number is missing: the history is broken
 */
export function evolve(before: Case | null, event: RecordedCaseEvent): Case {
  if (event.sequence !== (before?.version ?? 0) + 1) {
    throw new Error(`case ${event.caseId}: event ${event.sequence} does not follow version ${before?.version ?? 0}`);
  }
  if (event.type === 'case.reported') {
    if (before) throw new Error(`case ${event.caseId} was reported twice`);
    return reportedCase(event, event.data);
  }
  if (!before) throw new Error(`case ${event.caseId} begins with ${event.type}`);
  return { ...before, ...changesOf(before, event), version: event.sequence };
}

/** @returns the case as all its events, in order, leave it */
export function replay(events: readonly RecordedCaseEvent[]): Case {
  const found = events.reduce<Case | null>(evolve, null);
  if (!found) throw new Error('a case without events');
  return found;
}

function reportedCase(event: RecordedCaseEvent, data: CaseEventData['case.reported']): Case {
  return {
    ...emptyCase,
    id: event.caseId,
    jurisdictionId: event.jurisdictionId,
    version: 1,
    state: 'awaiting_pre_filing_check',
    ...data,
    reported: markOf(event),
  };
}

const emptyCase = {
  lineUnit: null,
  handlingUnit: null,
  assignedUnit: null,
  handlers: [],
  standardId: null,
  evidence: 'statement',
  acceptClock: null,
  finishClock: null,
  preFilingCheck: null,
  filingRefusal: null,
  filedAt: null,
  dispatchedAt: null,
  acceptedAt: null,
  returnReason: null,
  dispute: null,
  assignmentBinds: false,
  pendingRequest: null,
  extensionCount: 0,
  suspension: null,
  suspensionCount: 0,
  suspendedDays: 0,
  result: null,
  preClosureCheck: null,
  closureKind: null,
  closedAt: null,
  firstClosedAt: null,
  finishedLate: null,
  recheckedAt: null,
  relapsedAt: null,
  relapseCount: 0,
  returnCount: 0,
  reworkCount: 0,
  mergedInto: null,
  mergedCount: 0,
  urgeCount: 0,
  attachments: [],
} as const;

/** Nobody holds the case: no unit, no clocks, nothing pending. */
const heldByNobody = {
  lineUnit: null,
  handlingUnit: null,
  assignedUnit: null,
  acceptClock: null,
  finishClock: null,
  acceptedAt: null,
  pendingRequest: null,
  assignmentBinds: false,
  result: null,
  preClosureCheck: null,
} as const;

function changesOf(before: Case, event: RecordedCaseEvent): Partial<Case> {
  const { at } = event;
  switch (event.type) {
    case 'case.reported':
      throw new Error('reported twice');
    case 'case.pre_filing_checked':
      return { preFilingCheck: { ...markOf(event), ...event.data } };
    case 'case.filed': {
      const { classCode, conditionCode, standardId } = event.data;
      return { state: 'filed', filedAt: at, classCode, conditionCode, standardId };
    }
    case 'case.filing_refused':
      return { state: 'not_filed', filingRefusal: { ...markOf(event), ...event.data } };
    case 'case.handed_over':
      return { state: 'awaiting_dispatch' };
    case 'case.dispatched':
      return { ...heldByNobody, ...assigned(event.data), dispatchedAt: at };
    case 'case.dispatch_withdrawn':
      return { ...heldByNobody, state: 'awaiting_dispatch', handlers: before.handlers };
    case 'case.accepted':
      return {
        state: 'in_progress',
        acceptedAt: at,
        acceptClock: event.data.acceptClock,
        handlers: withHandler(before, before.handlingUnit),
      };
    case 'case.returned':
      return {
        ...heldByNobody,
        state: 'returned',
        returnReason: event.data.reason,
        returnCount: before.returnCount + 1,
      };
    case 'case.corrected':
      return {
        ...event.data.changes,
        ...(before.state === 'returned' ? { state: 'awaiting_dispatch', returnReason: null } : {}),
      };
    case 'case.dispute_raised': {
      const { reason, decidingUnit, clock, acceptClock, finishClock } = event.data;
      return {
        state: 'disputed',
        returnReason: null,
        acceptClock,
        finishClock,
        dispute: { reason, decidingUnit, clock, raised: markOf(event) },
      };
    }
    case 'case.dispute_decided':
      return { ...heldByNobody, ...assigned(event.data), dispatchedAt: at, dispute: null, assignmentBinds: true };
    case 'case.assigned':
      return { assignedUnit: event.data.unit, handlers: withHandler(before, event.data.unit) };
    case 'case.assignment_withdrawn':
      return { assignedUnit: null };
    case 'case.extension_requested':
      return { pendingRequest: request(event, 'extension', event.data.reason, null) };
    case 'case.suspension_requested':
      return { pendingRequest: request(event, 'suspension', event.data.reason, event.data.returnOn) };
    case 'case.extension_endorsed':
    case 'case.suspension_endorsed':
      return before.pendingRequest
        ? { pendingRequest: { ...before.pendingRequest, level: 'dispatcher', endorsed: markOf(event) } }
        : {};
    case 'case.extension_approved':
      return {
        pendingRequest: null,
        extensionCount: before.extensionCount + 1,
        finishClock: event.data.finishClock,
      };
    case 'case.extension_refused':
    case 'case.suspension_refused':
      return { pendingRequest: null };
    case 'case.suspended': {
      const { returnOn, reason, finishClock } = event.data;
      return {
        state: 'suspended',
        pendingRequest: null,
        suspension: { returnOn, reason, since: at },
        suspensionCount: before.suspensionCount + 1,
        finishClock,
      };
    }
    case 'case.resumed':
      return {
        state: 'in_progress',
        suspension: null,
        suspendedDays: before.suspendedDays + event.data.suspendedDays,
        finishClock: event.data.finishClock,
      };
    case 'case.result_submitted': {
      const { outcome, statement, finishClock } = event.data;
      return {
        state: 'awaiting_check',
        pendingRequest: null,
        preClosureCheck: null,
        result: { ...markOf(event), outcome, statement },
        finishClock,
      };
    }
    case 'case.pre_closure_checked': {
      const { result, note, onSite = false, finishClock } = event.data;
      const failed = result === 'failed';
      return {
        state: failed ? 'in_progress' : 'awaiting_check',
        preClosureCheck: { ...markOf(event), result, onSite, note },
        reworkCount: before.reworkCount + (failed ? 1 : 0),
        finishClock,
      };
    }
    case 'case.closed_out': {
      const { kind, finishClock, finishedLate } = event.data;
      return { ...closed(before, at), closureKind: kind, finishClock, finishedLate };
    }
    case 'case.closed_without_handling':
      return { ...closed(before, at), closureKind: event.data.kind, finishedLate: null };
    case 'case.rechecked':
      return { recheckedAt: at };
    case 'case.relapsed':
      return {
        state: 'relapsed',
        recheckedAt: at,
        relapsedAt: at,
        relapseCount: before.relapseCount + 1,
        closedAt: null,
        closureKind: null,
      };
    case 'case.merged':
      return {
        state: 'merged',
        mergedInto: event.data.intoId,
        acceptClock: before.acceptClock && stopClock(before.acceptClock, at),
        finishClock: before.finishClock && stopClock(before.finishClock, at),
        pendingRequest: null,
      };
    case 'case.duplicate_absorbed':
      return { mergedCount: before.mergedCount + 1 };
    case 'case.limits_recomputed': {
      const { acceptClock, finishClock, disputeClock } = event.data;
      const dispute = before.dispute && disputeClock ? { ...before.dispute, clock: disputeClock } : before.dispute;
      return { acceptClock, finishClock, dispute };
    }
    case 'case.urged':
      return { urgeCount: before.urgeCount + 1 };
    case 'case.commented':
      return {};
    case 'case.attachment_added': {
      const { attachmentId, kind } = event.data;
      return { attachments: [...before.attachments, { attachmentId, kind, at }] };
    }
    default:
      return assertNever(event);
  }
}

function markOf(event: RecordedCaseEvent): Mark {
  return { personId: event.actorId, unitId: event.unitId, at: event.at };
}

type Assigned = CaseEventData['case.dispatched'] | CaseEventData['case.dispute_decided'];

function assigned(charge: Assigned) {
  const { lineUnit, territorialUnit, handlingUnit, standardId, evidence = 'statement' } = charge;
  return {
    state: 'awaiting_acceptance',
    lineUnit,
    territorialUnit,
    handlingUnit,
    standardId,
    evidence,
    acceptClock: charge.acceptClock,
    finishClock: charge.finishClock,
  } as const;
}

function withHandler({ handlers }: Case, unit: UnitOnLine | null): readonly UnitOnLine[] {
  return unit === null || handlers.some(({ id }) => id === unit.id) ? handlers : [...handlers, unit];
}

function request(event: RecordedCaseEvent, kind: 'extension' | 'suspension', reason: string, returnOn: string | null) {
  return { kind, reason, returnOn, level: 'unit', requested: markOf(event), endorsed: null } as const;
}

function closed(before: Case, at: string): Partial<Case> {
  return { state: 'closed', closedAt: at, firstClosedAt: before.firstClosedAt ?? at, assignedUnit: null };
}
