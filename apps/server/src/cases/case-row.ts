import type { CaseRow } from '@duban/contract/case-views';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { unitRefs } from '../organisation/module.ts';
import { momentOf } from './case.store.ts';
import { className } from './standard.queries.ts';

/** The row of a case as every list shows it: one look-up for a whole page beside the rows themselves. */

type Bare = Omit<CaseRow, 'point' | 'lineUnit' | 'territorialUnit' | 'handlingUnit' | 'assignedUnit'> & {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly lineUnitId: string | null;
  readonly territorialUnitId: string | null;
  readonly handlingUnitId: string | null;
  readonly assignedUnitId: string | null;
};

/** The light of a row `c` at a moment, by the rule of `lightOf`. */
export function lightAt(now: string): RawBuilder<string> {
  return sql<string>`coalesce(c.halted_light, case when c.running_due_at < ${now} then 'red'
    when c.running_warn_at <= ${now} then 'yellow' else 'green' end)`;
}

function columns(now: string): RawBuilder<Bare> {
  return sql<Bare>`
    c.id, c.version, c.number, c.title, c.state, ${lightAt(now)} as light, c.class_code as "classCode", ${className} as "className",
    c.place_text as "placeText", c.longitude, c.latitude, c.line_unit_id as "lineUnitId",
    c.territorial_unit_id as "territorialUnitId", c.handling_unit_id as "handlingUnitId",
    c.assigned_unit_id as "assignedUnitId", c.source_channel as "sourceChannel", c.priority, c.tags,
    c.reported_at as "reportedAt", c.accept_by as "acceptBy", c.finish_by as "finishBy", c.provisional,
    c.submitted_at as "submittedAt", c.closed_at as "closedAt", c.closure_kind as "closureKind",
    c.finished_late as "finishedLate", c.return_on as "returnOn", c.request_kind as "pendingRequest",
    c.check_passed as "checkPassed", c.extension_count as "extensionCount", c.relapse_count as "relapseCount",
    c.urge_count as "urgeCount", c.task_id as "taskId", c.directive_id as "directiveId"`;
}

/**
 * The rows of the cases that a query of ids finds, in its order.
 *
 * @param keys a select of `id` and `position`
 */
export async function caseRows(ctx: Ctx, keys: RawBuilder<unknown>): Promise<CaseRow[]> {
  const now = momentOf(ctx).toString();
  const { rows } = await sql<Bare>`
    select ${columns(now)} from (${keys}) k
    join cases c on c.jurisdiction_id = ${ctx.actor.jurisdictionId} and c.id = k.id
    order by k.position`.execute(ctx.tx);
  return named(ctx, rows);
}

export async function caseRowsById(ctx: Ctx, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  return caseRows(
    ctx,
    sql`select id, position from unnest(${[...ids]}::uuid[]) with ordinality as given (id, position)`,
  );
}

async function named(ctx: Ctx, rows: readonly Bare[]): Promise<CaseRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.flatMap((row) => [row.lineUnitId, row.territorialUnitId, row.handlingUnitId, row.assignedUnitId]);
  const units = await unitRefs(
    ctx.tx,
    ids.filter((id) => id !== null),
  );
  const unit = (id: string | null) => (id ? (units.get(id) ?? null) : null);
  return rows.map(({ longitude, latitude, lineUnitId, territorialUnitId, handlingUnitId, assignedUnitId, ...row }) => ({
    ...row,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
    lineUnit: unit(lineUnitId),
    territorialUnit: unit(territorialUnitId),
    handlingUnit: unit(handlingUnitId),
    assignedUnit: unit(assignedUnitId),
  }));
}
