import type { Case, Mark } from '@duban/cases/case';
import { type Clock, remainingOf } from '@duban/cases/clock';
import { lightOf } from '@duban/cases/lights';
import { possibleActions } from '@duban/cases/possible-actions';
import type { CaseView, ClockView, MarkView, RefusalView } from '@duban/contract/case-views';
import type * as contract from '@duban/contract/cases';
import type { Input } from '@duban/contract/endpoint';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Refusal } from '@duban/kit/refusal';
import { sql } from 'kysely';
import { currentCalendar } from '../calendar/module.ts';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs, unitRefs } from '../organisation/module.ts';
import { attachmentsOf } from './attachment.queries.ts';
import { caseHistory, momentOf, wholeCase } from './case.store.ts';
import { type CaseRecord, unitsNamed } from './case-record.ts';
import { caseRowsById } from './case-row.ts';
import { escalationsOf } from './notification.queries.ts';
import { standardById, standardVersionOf } from './standard.store.ts';
import { viewOf } from './standard.queries.ts';
import { scopeOf, visibleIn } from './visibility.ts';

/** Everything the page of one case shows. */
export async function getCase(ctx: Ctx, { id }: Input<typeof contract.getCase>): Promise<CaseView> {
  const { tx, actor } = ctx;
  const found = await visibleCase(ctx, id);
  const [row] = await caseRowsById(ctx, [id]);
  if (!found || !row) throw problem('record.not_found');
  const { calendar } = await currentCalendar(tx, actor.jurisdictionId);
  const history = await caseHistory(ctx, actor.jurisdictionId, id);
  const escalations = await escalationsOf(ctx, id);
  const named = [
    ...unitsNamed(found),
    ...history.flatMap(({ unitId, data }) => [...(unitId ? [unitId] : []), ...unitIdsIn(data)]),
    ...escalations.map(({ unitId }) => unitId),
  ];
  const units = await unitRefs(tx, named);
  const people = await personRefs(
    tx,
    history.flatMap(({ actorId }) => actorId ?? []),
  );
  const unit = (unitId: string | null | undefined) => (unitId ? (units.get(unitId) ?? null) : null);
  const mark = ({ at, personId, unitId }: Mark): MarkView => ({
    at,
    by: personId ? (people.get(personId) ?? null) : null,
    unit: unit(unitId),
  });
  const now = momentOf(ctx);
  const clock = (of: Clock | null) => of && clockView(of, now, calendar);
  const { dispute, pendingRequest: request, standardId, mergedInto } = found;
  const standard = standardId ? await standardById(tx, found.jurisdictionId, standardId) : null;
  return {
    ...row,
    jurisdictionId: found.jurisdictionId,
    description: found.description,
    conditionCode: found.conditionCode,
    place: copyOf(found.place),
    reported: mark(found.reported),
    standard: standard && viewOf({ ...standard, versionId: await standardVersionOf(tx, standard) }),
    acceptClock: clock(found.acceptClock),
    finishClock: clock(found.finishClock),
    evidence: found.evidence,
    preFilingCheck: found.preFilingCheck && { ...found.preFilingCheck, ...mark(found.preFilingCheck) },
    filingRefusal: found.filingRefusal && { ...found.filingRefusal, ...mark(found.filingRefusal) },
    filedAt: found.filedAt,
    dispatchedAt: found.dispatchedAt,
    acceptedAt: found.acceptedAt,
    returnReason: found.returnReason,
    dispute: dispute && {
      reason: dispute.reason,
      decidingUnit: unit(dispute.decidingUnit.id),
      clock: clockView(dispute.clock, now, calendar),
      raised: mark(dispute.raised),
    },
    assignmentBinds: found.assignmentBinds,
    request: request && {
      kind: request.kind,
      reason: request.reason,
      returnOn: request.returnOn,
      level: request.level,
      requested: mark(request.requested),
      endorsed: request.endorsed && mark(request.endorsed),
    },
    suspension: found.suspension,
    suspensionCount: found.suspensionCount,
    suspendedDays: found.suspendedDays,
    result: found.result && { ...found.result, ...mark(found.result) },
    preClosureCheck: found.preClosureCheck && { ...found.preClosureCheck, ...mark(found.preClosureCheck) },
    firstClosedAt: found.firstClosedAt,
    recheckedAt: found.recheckedAt,
    relapsedAt: found.relapsedAt,
    returnCount: found.returnCount,
    reworkCount: found.reworkCount,
    mergedInto: mergedInto ? { id: mergedInto, number: await numberOf(ctx, mergedInto) } : null,
    mergedCount: found.mergedCount,
    attachments: await attachmentsOf(ctx, id),
    history: history.map(({ sequence, type, data, at, actorId, unitId }) => ({
      ...mark({ at, personId: actorId, unitId }),
      sequence,
      type,
      data: { ...data },
    })),
    units: [...units.values()],
    escalations: escalations.map(({ unitId, ...told }) => ({ ...told, unit: unit(unitId) })),
    actions: actionsOf(ctx, found, now),
  };
}

async function visibleCase(ctx: Ctx, id: string): Promise<Case | null> {
  const { rows } = await sql<CaseRecord>`
    select c.* from cases c where c.jurisdiction_id = ${ctx.actor.jurisdictionId} and c.id = ${id}
      and ${visibleIn(await scopeOf(ctx.tx, ctx.actor))}`.execute(ctx.tx);
  return rows[0] ? wholeCase(ctx.tx, rows[0]) : null;
}

async function numberOf({ tx, actor }: Ctx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('cases')
    .select('number')
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.number;
}

function clockView(clock: Clock, now: Temporal.Instant, calendar: WorkingCalendar): ClockView {
  return {
    ...clock,
    limit: { ...clock.limit },
    pauses: clock.pauses.map((pause) => ({ ...pause })),
    light: lightOf(clock, now),
    remaining: clock.stoppedAt ? null : remainingOf(clock, now, calendar),
  };
}

function actionsOf(ctx: Ctx, found: Case, now: Temporal.Instant): CaseView['actions'] {
  const answers = Object.entries(possibleActions(found, ctx.actor, now));
  return Object.fromEntries(
    answers.map(([verb, refusal]) => [verb, refusal && refusalView(ctx, refusal)]),
  ) as CaseView['actions'];
}

export function refusalView({ locale }: Pick<Ctx, 'locale'>, { code, params }: Refusal): RefusalView {
  if (!isProblemCode(code)) throw new Error(`problem code is not registered: ${code}`);
  return { code, params: { ...params }, title: problemTitle(code, params, locale) };
}

/** Units inside the data of an event: `lineUnit: { id, line }` and the like. */
function unitIdsIn(data: object): string[] {
  return Object.values(data).flatMap((value: unknown) => {
    const isUnit = typeof value === 'object' && value !== null && 'id' in value && 'line' in value;
    return isUnit && typeof value.id === 'string' ? [value.id] : [];
  });
}

function copyOf({ text, geometry }: Case['place']): CaseView['place'] {
  if (geometry?.type !== 'line') return { text, geometry };
  return { text, geometry: { ...geometry, points: [...geometry.points] } };
}
