import { taskStates } from '@duban/mandates/tasks/task';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';

/** The columns of `tasks` that say what a newer version of the document did to the sentence behind a task. */

export type SourceChange = {
  /** the directive under which the tasks were made */
  readonly directiveId: string;
  readonly kind: 'withdrawn' | 'changed';
  readonly newDirectiveId: string | null;
};

type Flagged = { readonly id: string; readonly directiveId: string };

const openStates = Object.entries(taskStates).flatMap(([state, { open }]) => (open ? [state] : []));

/** @returns how many open tasks were flagged */
export async function markSourceChanges(
  ctx: Ctx,
  documentId: string,
  changes: readonly SourceChange[],
): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  const byDirective = new Map(changes.map((change) => [change.directiveId, change]));
  const { rows } = await sql<Flagged>`
    select id, directive_id as "directiveId" from tasks
    where jurisdiction_id = ${jurisdictionId} and directive_id = any(${[...byDirective.keys()]}::uuid[])
      and state = any(${openStates}::text[]) order by id for update`.execute(ctx.tx);
  for (const { id, directiveId } of rows) {
    const { kind, newDirectiveId } = byDirective.get(directiveId)!;
    const version = await appendEvents(ctx, {
      recordType: 'task',
      recordId: id,
      jurisdictionId,
      events: [{ type: 'task.source_changed', data: { kind, documentId, directiveId: newDirectiveId } }],
    });
    await sql`
      update tasks set version = ${version}, source_change = ${kind}, source_change_document_id = ${documentId},
        source_change_directive_id = ${newDirectiveId}
      where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  }
  return rows.length;
}

/** The link to the newer version was taken back: the sentence stands as it stood. */
export async function clearSourceChanges(ctx: Ctx, documentId: string): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const { rows } = await sql<Pick<Flagged, 'id'>>`
    select id from tasks where jurisdiction_id = ${jurisdictionId} and source_change_document_id = ${documentId}
    order by id for update`.execute(ctx.tx);
  for (const { id } of rows) await clearSourceChange(ctx, id, { type: 'task.source_restored', data: { documentId } });
}

/** Takes the flag off one task, whose row the caller holds. @returns its new version */
export async function clearSourceChange(
  ctx: Ctx,
  id: string,
  event: { readonly type: string; readonly data: object },
): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  const version = await appendEvents(ctx, { recordType: 'task', recordId: id, jurisdictionId, events: [event] });
  await sql`
    update tasks set version = ${version}, source_change = null, source_change_document_id = null,
      source_change_directive_id = null
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return version;
}
