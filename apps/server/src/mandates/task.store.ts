import type { Task, TaskState } from '@duban/mandates/tasks/task';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import type { StoredDirective } from './directive.store.ts';
import { storableText } from './storable.ts';
import { visibleTask } from './task-visibility.ts';
import { todayOf } from './today.ts';

/** The only writer of `tasks`. */

export type LockedTask = Task & {
  readonly id: string;
  readonly version: number;
  readonly jurisdictionId: string;
  readonly sourceChange: 'withdrawn' | 'changed' | null;
};

type NewTask = {
  readonly directive: StoredDirective;
  readonly documentId: string;
  readonly territorialUnitId: string | null;
  readonly provisional: boolean;
};

export async function insertTask(
  ctx: Ctx,
  { directive, documentId, territorialUnitId, provisional }: NewTask,
): Promise<{ id: string; number: string }> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { rows } = await sql<{ next: number }>`select nextval('task_numbers') as next`.execute(tx);
  const number = `RW-${todayOf(ctx).slice(0, 4)}-${String(rows[0]!.next).padStart(5, '0')}`;
  const facts = {
    number,
    directiveId: directive.id,
    documentId,
    lineUnitId: directive.lineUnitId,
    territorialUnitId,
    deadlineDate: directive.deadlineDate,
  };
  const version = await appendEvents(ctx, {
    recordType: 'task',
    recordId: id,
    jurisdictionId: actor.jurisdictionId,
    events: [{ type: 'task.issued', data: facts }],
  });
  await sql`
    insert into tasks (jurisdiction_id, id, version, number, state, title, document_id, directive_id, line_unit_id,
      territorial_unit_id, support_unit_ids, deadline_text, deadline_date, period, provisional, target_text, note,
      issued_at, issued_by)
    values (${actor.jurisdictionId}, ${id}, ${version}, ${number}, 'issued', ${storableText(directive.action)}, ${documentId},
      ${directive.id}, ${directive.lineUnitId}, ${territorialUnitId}, ${[...directive.supportUnitIds]}::uuid[],
      ${directive.deadlineText}, ${directive.deadlineDate}, ${directive.period}, ${provisional}, ${directive.targetText}, '',
      ${ctx.now().toString()}, ${actor.personId})`.execute(tx);
  return { id, number };
}

/** @throws Problem `record.not_found` also when the caller may not see it, `record.stale` */
export async function lockTask(ctx: Ctx, id: string, version: number): Promise<LockedTask> {
  const { tx, actor } = ctx;
  const { rows } = await sql<LockedTask>`
    select t.id, t.version, t.jurisdiction_id as "jurisdictionId", t.state, t.line_unit_id as "lineUnitId",
      t.territorial_unit_id as "territorialUnitId", t.source_change as "sourceChange"
    from tasks t
    where t.jurisdiction_id = ${actor.jurisdictionId} and t.id = ${id} and ${visibleTask(actor)}
    for update of t`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

export async function appendToTask(
  ctx: Ctx,
  task: LockedTask,
  events: readonly NewEvent[],
  state: TaskState,
  note: string,
): Promise<{ id: string; version: number; state: TaskState }> {
  const { id, jurisdictionId } = task;
  const version = await appendEvents(ctx, { recordType: 'task', recordId: id, jurisdictionId, events });
  await sql`
    update tasks set version = ${version}, state = ${state}, note = case when ${note} = '' then note else ${note} end
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version, state };
}
