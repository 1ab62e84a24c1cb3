import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/targets';
import { whyNotChangeTarget } from '@duban/plans/targets/target';
import { hasRole } from '@duban/kit/actor';
import { type RawBuilder, sql } from 'kysely';
import { cursorOf, cursorText } from '../kernel/cursor.ts';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { concernsOwnLine, personRefs, unitRefs } from '../organisation/module.ts';
import { historyOf, refusalView } from './record-history.ts';

/**
 * Reads of targets for pages. A handler sees those of the own line of units, as with tasks; a target that several
 * territorial units share is each one's, and stands with each of the tasks that its sentence became.
 */

type Row = Omit<contract.TargetRow, 'lineUnit' | 'territorialUnit' | 'task'> & {
  readonly lineUnitId: string | null;
  readonly territorialUnitId: string | null;
  readonly taskId: string | null;
  readonly taskNumber: string | null;
};

const rowColumns = sql`
  t.id, t.version, t.number, t.state, t.subject, t.value, t.unit, t.qualifier, t.direction,
  t.deadline_text as "deadlineText", t.deadline_date as "deadlineDate", t.period, t.line_unit_id as "lineUnitId",
  t.territorial_unit_id as "territorialUnitId", t.task_id as "taskId", t.task_number as "taskNumber",
  t.document_id as "documentId", t.document_title as "documentTitle", t.directive_id as "directiveId",
  t.source_text as "sourceText", t.recorded_at as "recordedAt"`;

type Filter = Input<typeof contract.exportTargets>;

const visible = ({ actor }: Ctx): RawBuilder<boolean> =>
  hasRole(actor, 'dispatcher', 'leader', 'inspector')
    ? sql<boolean>`true`
    : sql<boolean>`(${concernsOwnLine(actor, ['t.line_unit_id', 't.territorial_unit_id'])}
        or t.territorial_unit_id is null and exists (
          select from directives d, unnest(d.territorial_unit_ids) shared(unit_id)
          where d.jurisdiction_id = t.jurisdiction_id and d.id = t.directive_id
            and ${concernsOwnLine(actor, ['shared.unit_id'])}))`;

function matching(ctx: Ctx, { text, state, taskId, documentId, unitId, dueTo }: Filter): RawBuilder<boolean> {
  const when = (value: unknown, condition: RawBuilder<unknown>) => (value === undefined ? sql`true` : condition);
  const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`t.jurisdiction_id = ${ctx.actor.jurisdictionId} and ${visible(ctx)}
    and ${when(text || undefined, sql`(t.subject ilike ${pattern} or t.number ilike ${pattern})`)}
    and ${when(state, sql`t.state = ${state ?? null}`)}
    and ${when(
      taskId,
      sql`(t.task_id = ${taskId ?? null} or t.task_id is null and t.directive_id = (
        select k.directive_id from tasks k
        where k.jurisdiction_id = t.jurisdiction_id and k.id = ${taskId ?? null}))`,
    )}
    and ${when(documentId, sql`t.document_id = ${documentId ?? null}`)}
    and ${when(unitId, sql`(t.line_unit_id = ${unitId ?? null} or t.territorial_unit_id = ${unitId ?? null})`)}
    and ${when(dueTo, sql`t.due_order <= ${dueTo ?? null}::date`)}`;
}

export async function listTargets(
  ctx: Ctx,
  { after, limit, ...filter }: Input<typeof contract.listTargets>,
): Promise<Reply<typeof contract.listTargets>> {
  const from = cursorOf(after, 2);
  const { rows } = await sql<Row>`
    select ${rowColumns} from targets t
    where ${matching(ctx, filter)}
      and ${from ? sql`(t.due_order, t.id) > (${from[0]}::date, ${from[1]}::uuid)` : sql`true`}
    order by t.due_order, t.id limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await namedRows(ctx, shown),
    next: rows.length > limit && last ? cursorText([last.deadlineDate ?? '9999-12-31', last.id]) : null,
  };
}

const MOST_ROWS = 20_000;

/** All targets of a filter, for a file. */
export async function targetsOf(ctx: Ctx, filter: Filter): Promise<contract.TargetRow[]> {
  const { rows } = await sql<Row>`
    select ${rowColumns} from targets t where ${matching(ctx, filter)}
    order by t.due_order, t.id limit ${MOST_ROWS}`.execute(ctx.tx);
  return namedRows(ctx, rows);
}

async function namedRows(ctx: Ctx, rows: readonly Row[]): Promise<contract.TargetRow[]> {
  const ids = rows.flatMap((row) => [row.lineUnitId ?? [], row.territorialUnitId ?? []].flat());
  const refs = await unitRefs(ctx.tx, [...new Set(ids)]);
  return rows.map(({ lineUnitId, territorialUnitId, taskId, taskNumber, ...row }) => ({
    ...row,
    lineUnit: lineUnitId ? (refs.get(lineUnitId) ?? null) : null,
    territorialUnit: territorialUnitId ? (refs.get(territorialUnitId) ?? null) : null,
    task: taskId && taskNumber ? { id: taskId, number: taskNumber } : null,
  }));
}

type FullRow = Row &
  Omit<contract.TargetView, keyof contract.TargetRow | 'recordedBy' | 'history' | 'whyNotChange'> & {
    readonly recordedBy: string;
  };

export async function getTarget(
  ctx: Ctx,
  { id }: Input<typeof contract.getTarget>,
): Promise<Reply<typeof contract.getTarget>> {
  const { rows } = await sql<FullRow>`
    select ${rowColumns}, t.baseline_value as "baselineValue", t.baseline_as_of as "baselineAsOf",
      t.standard_value as "standardValue", t.standard_basis as "standardBasis", t.expected_value as "expectedValue",
      t.expected_basis as "expectedBasis", t.as_of as "asOf", t.note, t.recorded_by as "recordedBy"
    from targets t
    where t.jurisdiction_id = ${ctx.actor.jurisdictionId} and t.id = ${id} and ${visible(ctx)}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { recordedBy, ...rest } = found;
  const [named] = await namedRows(ctx, [rest]);
  const people = await personRefs(ctx.tx, [recordedBy]);
  const { lineUnitId: _l, territorialUnitId: _t, taskId: _i, taskNumber: _n, ...row } = rest;
  return {
    ...row,
    ...named!,
    recordedBy: people.get(recordedBy)!,
    history: await historyOf(ctx, 'target', id),
    whyNotChange: refusalView(ctx, whyNotChangeTarget(found, ctx.actor)),
  };
}
