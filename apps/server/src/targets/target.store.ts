import { dateAt } from '@duban/calendar/beijing-time';
import type { TargetDraft, TargetState } from '@duban/plans/targets/target';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { unitRefs } from '../organisation/module.ts';

/** The only writer of `targets`. */

/** Where a target comes from: the sentence that set it, and the document under the title it had. */
export type Origin = {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly directiveId: string;
  readonly sourceText: string;
};

export type NewTarget = Origin & {
  readonly draft: TargetDraft;
  readonly deadlineText: string | null;
  readonly deadlineDate: string | null;
  readonly period: string | null;
  readonly lineUnitId: string | null;
  /** one is where the target stands; several share it, because the sentence does not say which part is whose */
  readonly territorialUnitIds: readonly string[];
  readonly task: { readonly id: string; readonly number: string } | null;
};

export type Recorded = { readonly id: string; readonly number: string };

export async function recordTarget(ctx: Ctx, of: NewTarget): Promise<Recorded> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { rows } = await sql<{ next: number }>`select nextval('target_numbers') as next`.execute(tx);
  const number = `MB-${dateAt(ctx.now()).slice(0, 4)}-${String(rows[0]!.next).padStart(5, '0')}`;
  const { draft, documentId, documentTitle, directiveId, sourceText, task, territorialUnitIds } = of;
  const note = await sharedBy(ctx, territorialUnitIds);
  const data = { number, ...draft, directiveId, documentId, taskId: task?.id ?? null, territorialUnitIds, note };
  const version = await appendEvents(ctx, {
    recordType: 'target',
    recordId: id,
    jurisdictionId: actor.jurisdictionId,
    events: [{ type: 'target.recorded', data }],
  });
  await sql`
    insert into targets (jurisdiction_id, id, version, number, state, subject, value, unit, qualifier, direction,
      standard_basis, expected_basis, deadline_text, deadline_date, period, note, line_unit_id, territorial_unit_id,
      task_id, task_number, document_id, document_title, directive_id, source_text, recorded_at, recorded_by)
    values (${actor.jurisdictionId}, ${id}, ${version}, ${number}, 'in_force', ${draft.subject}, ${draft.value},
      ${draft.unit}, ${draft.qualifier}, ${draft.direction}, '', '', ${of.deadlineText}, ${of.deadlineDate},
      ${of.period}, ${note}, ${of.lineUnitId}, ${territorialUnitIds.length === 1 ? territorialUnitIds[0]! : null}, ${task?.id ?? null}, ${task?.number ?? null},
      ${documentId}, ${documentTitle}, ${directiveId}, ${sourceText}, ${ctx.now().toString()},
      ${actor.personId})`.execute(tx);
  return { id, number };
}

/** The units that share a figure, by name, as the note beside it; nothing when there is at most one. */
async function sharedBy({ tx }: Ctx, unitIds: readonly string[]): Promise<string> {
  if (unitIds.length < 2) return '';
  const units = await unitRefs(tx, unitIds);
  const names = unitIds.flatMap((id) => units.get(id)?.shortName ?? []);
  return `原文未分解到各单位，涉及：${names.join('、')}`.slice(0, 500);
}

export type LockedTarget = { readonly id: string; readonly version: number; readonly state: TargetState };

/** @throws Problem `record.not_found`, `record.stale` */
export async function lockTarget({ tx, actor }: Ctx, id: string, version: number): Promise<LockedTarget> {
  const { rows } = await sql<LockedTarget>`
    select id, version, state from targets
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

/** What a supervisor may correct or set beside the figure. */
export type TargetFields = TargetDraft & {
  readonly deadlineText: string | null;
  readonly deadlineDate: string | null;
  readonly baselineValue: number | null;
  readonly baselineAsOf: string | null;
  readonly standardValue: number | null;
  readonly standardBasis: string;
  readonly expectedValue: number | null;
  readonly expectedBasis: string;
  readonly asOf: string | null;
};

export async function writeTarget(
  ctx: Ctx,
  { id }: LockedTarget,
  of: TargetFields,
  note: string,
): Promise<{ id: string; version: number }> {
  const version = await appendToTarget(ctx, id, { type: 'target.changed', data: { ...of, note } });
  await sql`
    update targets set version = ${version}, subject = ${of.subject}, value = ${of.value}, unit = ${of.unit},
      qualifier = ${of.qualifier}, direction = ${of.direction}, deadline_text = ${of.deadlineText},
      deadline_date = ${of.deadlineDate}, baseline_value = ${of.baselineValue}, baseline_as_of = ${of.baselineAsOf},
      standard_value = ${of.standardValue}, standard_basis = ${of.standardBasis},
      expected_value = ${of.expectedValue}, expected_basis = ${of.expectedBasis}, as_of = ${of.asOf}, note = ${note}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version };
}

export async function writeTargetWithdrawn(
  ctx: Ctx,
  { id }: LockedTarget,
  note: string,
): Promise<{ id: string; version: number }> {
  const version = await appendToTarget(ctx, id, { type: 'target.withdrawn', data: { note } });
  await sql`
    update targets set version = ${version}, state = 'withdrawn', note = ${note}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version };
}

const appendToTarget = (ctx: Ctx, id: string, event: NewEvent): Promise<number> =>
  appendEvents(ctx, {
    recordType: 'target',
    recordId: id,
    jurisdictionId: ctx.actor.jurisdictionId,
    events: [event],
  });
