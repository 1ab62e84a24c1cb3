import type * as contract from '@duban/contract/tasks';
import type { Input, Reply } from '@duban/contract/endpoint';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import { allTaskVerbs, type Task, taskStates, type TaskVerb, whyNotTask } from '@duban/mandates/tasks/task';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { readHistory } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs, unitRefs } from '../organisation/module.ts';
import { cursorOf, cursorText } from '../kernel/cursor.ts';
import { likePattern } from './document.queries.ts';
import { visibleTask } from './task-visibility.ts';
import { todayOf } from './today.ts';

/** Reads of tasks for pages. */

type Row = Omit<contract.TaskRow, 'lineUnit' | 'territorialUnit' | 'overdue'> & {
  readonly lineUnitId: string;
  readonly territorialUnitId: string | null;
};

const rowColumns = sql`
  t.id, t.version, t.number, t.title, t.state, t.line_unit_id as "lineUnitId",
  t.territorial_unit_id as "territorialUnitId", t.deadline_text as "deadlineText", t.deadline_date as "deadlineDate",
  t.provisional, t.target_text as "targetText", t.period, t.source_change as "sourceChange", t.document_id as "documentId", d.title as "documentTitle",
  t.issued_at as "issuedAt"`;

const openStates = Object.entries(taskStates).flatMap(([state, { open }]) => (open ? [state] : []));

export async function listTasks(
  ctx: Ctx,
  {
    text,
    state,
    open,
    unitId,
    documentId,
    dueTo,
    overdue,
    sourceChanged,
    after,
    limit,
  }: Input<typeof contract.listTasks>,
): Promise<Reply<typeof contract.listTasks>> {
  const from = cursorOf(after, 2);
  const today = todayOf(ctx);
  const when = (condition: unknown, found: ReturnType<typeof sql>) => (condition ? found : sql`true`);
  const { rows } = await sql<Row>`
    select ${rowColumns} from tasks t
    join documents d on d.jurisdiction_id = t.jurisdiction_id and d.id = t.document_id
    where t.jurisdiction_id = ${ctx.actor.jurisdictionId} and ${visibleTask(ctx.actor)}
      and ${when(text, sql`(t.title ilike ${likePattern(text ?? '')} or t.number ilike ${likePattern(text ?? '')})`)}
      and ${when(state, sql`t.state = ${state ?? ''}`)}
      and ${open === undefined ? sql`true` : sql`(t.state = any(${openStates}::text[])) = ${open}`}
      and ${when(unitId, sql`(t.line_unit_id = ${unitId ?? null} or t.territorial_unit_id = ${unitId ?? null})`)}
      and ${when(documentId, sql`t.document_id = ${documentId ?? null}`)}
      and ${when(dueTo, sql`t.due_order <= ${dueTo ?? today}::date`)}
      and ${overdue === undefined ? sql`true` : sql`(t.due_order < ${today}::date and t.state = any(${openStates}::text[])) = ${overdue}`}
      and ${sourceChanged === undefined ? sql`true` : sql`(t.source_change is not null) = ${sourceChanged}`}
      and ${from ? sql`(t.due_order, t.id) > (${from[0]}::date, ${from[1]}::uuid)` : sql`true`}
    order by t.due_order, t.id limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await namedRows(ctx, shown),
    next: rows.length > limit && last ? cursorText([last.deadlineDate ?? '9999-12-31', last.id]) : null,
  };
}

async function namedRows(ctx: Ctx, rows: readonly Row[]): Promise<contract.TaskRow[]> {
  const refs = await unitRefs(
    ctx.tx,
    rows.flatMap((row) => [row.lineUnitId, ...(row.territorialUnitId ? [row.territorialUnitId] : [])]),
  );
  const today = todayOf(ctx);
  return rows.map(({ lineUnitId, territorialUnitId, ...row }) => ({
    ...row,
    lineUnit: refs.get(lineUnitId)!,
    territorialUnit: territorialUnitId ? (refs.get(territorialUnitId) ?? null) : null,
    overdue: taskStates[row.state].open && row.deadlineDate !== null && row.deadlineDate < today,
  }));
}

type FullRow = Row & {
  readonly supportUnitIds: readonly string[];
  readonly directiveId: string;
  readonly sourceText: string;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly headings: string[];
  readonly issuedBy: string;
  readonly note: string;
  readonly jurisdictionId: string;
  readonly changedIn: contract.TaskView['changedIn'];
};

export async function getTask(
  ctx: Ctx,
  { id }: Input<typeof contract.getTask>,
): Promise<Reply<typeof contract.getTask>> {
  const { rows } = await sql<FullRow>`
    select ${rowColumns}, t.jurisdiction_id as "jurisdictionId", t.support_unit_ids as "supportUnitIds",
      t.directive_id as "directiveId", i.text as "sourceText", i.span_start as "sourceStart",
      i.span_end as "sourceEnd", i.headings, t.issued_by as "issuedBy", t.note,
      (select jsonb_build_object('documentId', n.id, 'documentTitle', n.title, 'text', c.text)
        from documents n left join directives c on c.jurisdiction_id = n.jurisdiction_id
          and c.id = t.source_change_directive_id
        where n.jurisdiction_id = t.jurisdiction_id and n.id = t.source_change_document_id) as "changedIn"
    from tasks t
    join documents d on d.jurisdiction_id = t.jurisdiction_id and d.id = t.document_id
    join directives i on i.jurisdiction_id = t.jurisdiction_id and i.id = t.directive_id
    where t.jurisdiction_id = ${ctx.actor.jurisdictionId} and t.id = ${id} and ${visibleTask(ctx.actor)}`.execute(
    ctx.tx,
  );
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { supportUnitIds, issuedBy, ...row } = found;
  const [named] = await namedRows(ctx, [row]);
  const events = await readHistory(ctx, { jurisdictionId: row.jurisdictionId, recordType: 'task', recordId: id });
  const people = await personRefs(ctx.tx, [issuedBy, ...events.flatMap((event) => event.actorId ?? [])]);
  const units = await unitRefs(ctx.tx, [...supportUnitIds, ...events.flatMap((event) => event.unitId ?? [])]);
  const task: Task = { state: row.state, lineUnitId: row.lineUnitId, territorialUnitId: row.territorialUnitId };
  return {
    ...row,
    ...named!,
    supportUnits: supportUnitIds.flatMap((unitId) => units.get(unitId) ?? []),
    issuedBy: people.get(issuedBy)!,
    history: events.map(({ sequence, type, at, actorId, unitId, data }) => ({
      sequence,
      type,
      at,
      by: actorId ? (people.get(actorId) ?? null) : null,
      unit: unitId ? (units.get(unitId) ?? null) : null,
      note: typeof data.note === 'string' ? data.note : '',
    })),
    actions: allTaskVerbs.map((verb) => actionOf(ctx, verb, task)),
  };
}

function actionOf(ctx: Ctx, verb: TaskVerb, task: Task): contract.TaskView['actions'][number] {
  const refusal = whyNotTask(verb, task, ctx.actor);
  if (!refusal || !isProblemCode(refusal.code)) return { verb, refusal: null };
  const { code, params } = refusal;
  return { verb, refusal: { code, params: { ...params }, title: problemTitle(code, params, ctx.locale) } };
}
