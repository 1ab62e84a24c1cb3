import type { Case, CaseAttachment, PreClosureCheck, UnitOnLine } from '@duban/cases/case';
import { isRunning } from '@duban/cases/clock';
import { currentClock, lightOf } from '@duban/cases/lights';
import { type Place, representativePoint } from '@duban/cases/place';
import type { CaseState } from '@duban/cases/states';
import type { ClosureKind, Priority, SourceChannel } from '@duban/cases/words';
import type { Insertable, Selectable } from 'kysely';
import type { Cases } from '../../generated/database.ts';

/**
 * Between a case and its row. What lists filter, sort or count by has a column; the rest (clocks with their pauses,
 * checks, requests) is in `details`. `caseOf(rowOf(x))` is `x`, and a test replays every history against its row.
 */
type Details = Pick<Case, (typeof detailNames)[number]>;

type OlderDetails = {
  readonly evidence?: Case['evidence'];
  readonly preClosureCheck: (Omit<PreClosureCheck, 'onSite'> & { readonly onSite?: boolean }) | null;
  readonly attachments: readonly (Omit<CaseAttachment, 'at'> & { readonly at?: string })[];
};

export type CaseRecord = Omit<Selectable<Cases>, 'due_order' | 'search'>;

export function rowOf(found: Case): Insertable<Cases> {
  const point = representativePoint(found.place);
  return {
    jurisdiction_id: found.jurisdictionId,
    id: found.id,
    version: found.version,
    number: found.number,
    state: found.state,
    title: found.title,
    description: found.description,
    class_code: found.classCode,
    condition_code: found.conditionCode,
    place: JSON.stringify(found.place),
    place_text: found.place.text,
    longitude: point?.longitude ?? null,
    latitude: point?.latitude ?? null,
    source_channel: found.sourceChannel,
    priority: found.priority,
    tags: [...found.tags],
    task_id: found.taskId,
    directive_id: found.directiveId,
    reported_at: found.reported.at,
    reported_by: found.reported.personId,
    reporting_unit_id: found.reported.unitId,
    line_unit_id: found.lineUnit?.id ?? null,
    territorial_unit_id: found.territorialUnit?.id ?? null,
    handling_unit_id: found.handlingUnit?.id ?? null,
    assigned_unit_id: found.assignedUnit?.id ?? null,
    handler_unit_ids: found.handlers.map(({ id }) => id),
    standard_id: found.standardId,
    filed_at: found.filedAt,
    dispatched_at: found.dispatchedAt,
    accepted_at: found.acceptedAt,
    accept_by: found.acceptClock?.dueAt ?? null,
    finish_by: found.finishClock?.dueAt ?? null,
    provisional: found.finishClock?.provisional ?? false,
    ...pressing(found),
    submitted_at: found.result?.at ?? null,
    check_passed: found.preClosureCheck?.result === 'passed',
    request_kind: found.pendingRequest?.kind ?? null,
    request_level: found.pendingRequest?.level ?? null,
    deciding_unit_id: found.dispute?.decidingUnit.id ?? null,
    return_on: found.suspension?.returnOn ?? null,
    extension_count: found.extensionCount,
    suspension_count: found.suspensionCount,
    suspended_days: found.suspendedDays,
    return_count: found.returnCount,
    rework_count: found.reworkCount,
    closure_kind: found.closureKind,
    closed_at: found.closedAt,
    first_closed_at: found.firstClosedAt,
    finished_late: found.finishedLate,
    rechecked_at: found.recheckedAt,
    relapsed_at: found.relapsedAt,
    relapse_count: found.relapseCount,
    merged_into: found.mergedInto,
    merged_count: found.mergedCount,
    urge_count: found.urgeCount,
    details: JSON.stringify(detailsOf(found)),
  };
}

/** The clock that presses now: its end and warning while it runs, otherwise the light that stays as it is. */
function pressing(found: Case) {
  const clock = currentClock(found);
  if (clock && isRunning(clock)) {
    return { running_due_at: clock.dueAt, running_warn_at: clock.warnAt, halted_light: null };
  }
  // A halted clock is judged by the moment at which it halted, so any later moment gives the same light.
  return {
    running_due_at: null,
    running_warn_at: null,
    halted_light: lightOf(clock, Temporal.Instant.from(farFuture)),
  };
}

const farFuture = '9999-01-01T00:00:00Z';

const detailNames = [
  'lineUnit',
  'territorialUnit',
  'handlingUnit',
  'assignedUnit',
  'handlers',
  'acceptClock',
  'finishClock',
  'preFilingCheck',
  'filingRefusal',
  'returnReason',
  'dispute',
  'assignmentBinds',
  'pendingRequest',
  'suspension',
  'result',
  'preClosureCheck',
  'evidence',
  'attachments',
] as const satisfies readonly (keyof Case)[];

function detailsOf(found: Case): Details {
  return Object.fromEntries(detailNames.map((name) => [name, found[name]])) as Details;
}

/**
 * The case of a row. Rows that were written before evidence was asked for lack it: they keep to what was asked for
 * then, a statement and a check from afar, just as their histories replay.
 *
 * @param attachedAt when the attachments were added for which `attachmentsWithoutTime` says that the row does not know
 */
export function caseOf(row: CaseRecord, attachedAt: ReadonlyMap<string, string> = new Map()): Case {
  const details = row.details as Omit<Details, keyof OlderDetails> & OlderDetails;
  return {
    ...details,
    evidence: details.evidence ?? 'statement',
    preClosureCheck: details.preClosureCheck && {
      ...details.preClosureCheck,
      onSite: details.preClosureCheck.onSite ?? false,
    },
    attachments: details.attachments.map((one) => ({
      ...one,
      at: one.at ?? attachedAt.get(one.attachmentId) ?? row.reported_at,
    })),
    id: row.id,
    jurisdictionId: row.jurisdiction_id,
    version: row.version,
    number: row.number,
    state: row.state as CaseState,
    title: row.title,
    description: row.description,
    classCode: row.class_code,
    conditionCode: row.condition_code,
    place: row.place as Place,
    sourceChannel: row.source_channel as SourceChannel,
    priority: row.priority as Priority,
    tags: row.tags,
    taskId: row.task_id,
    directiveId: row.directive_id,
    reported: { personId: row.reported_by, unitId: row.reporting_unit_id, at: row.reported_at },
    standardId: row.standard_id,
    filedAt: row.filed_at,
    dispatchedAt: row.dispatched_at,
    acceptedAt: row.accepted_at,
    extensionCount: row.extension_count,
    suspensionCount: row.suspension_count,
    suspendedDays: row.suspended_days,
    closureKind: row.closure_kind as ClosureKind | null,
    closedAt: row.closed_at,
    firstClosedAt: row.first_closed_at,
    finishedLate: row.finished_late,
    recheckedAt: row.rechecked_at,
    relapsedAt: row.relapsed_at,
    relapseCount: row.relapse_count,
    returnCount: row.return_count,
    reworkCount: row.rework_count,
    mergedInto: row.merged_into,
    mergedCount: row.merged_count,
    urgeCount: row.urge_count,
  };
}

/** The attachments of a row that was written before it kept when they were added. */
export function attachmentsWithoutTime(row: CaseRecord): string[] {
  const { attachments } = row.details as OlderDetails;
  return attachments.flatMap(({ attachmentId, at }) => (at === undefined ? [attachmentId] : []));
}

/** The units that a case names, for looking up how they are called. */
export function unitsNamed(found: Case): string[] {
  const units: readonly (UnitOnLine | null | undefined)[] = [
    found.lineUnit,
    found.territorialUnit,
    found.handlingUnit,
    found.assignedUnit,
    found.dispute?.decidingUnit,
    ...found.handlers,
  ];
  return units.flatMap((unit) => (unit ? [unit.id] : []));
}
