import { dateAt } from '@duban/calendar/beijing-time';
import type { PromiseDraft, PromiseEvent, PromiseRecord, PromiseResult } from '@duban/mandates/promises/promise';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';

/** The only writer of `promises`. */

export type NewPromise = {
  readonly draft: PromiseDraft;
  readonly deadlineText: string | null;
  readonly deadlineDate: string | null;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly directiveId: string;
  readonly sourceText: string;
};

export async function recordPromise(ctx: Ctx, of: NewPromise): Promise<{ id: string; number: string }> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { rows } = await sql<{ next: number }>`select nextval('promise_numbers') as next`.execute(tx);
  const number = `CN-${dateAt(ctx.now()).slice(0, 4)}-${String(rows[0]!.next).padStart(5, '0')}`;
  const { draft, documentId, directiveId } = of;
  const version = await appendEvents(ctx, {
    recordType: 'promise',
    recordId: id,
    jurisdictionId: actor.jurisdictionId,
    events: [{ type: 'promise.recorded', data: { number, ...draft, directiveId, documentId } }],
  });
  await sql`
    insert into promises (jurisdiction_id, id, version, number, state, promised_by, unit_id, promised_to, text,
      deadline_text, deadline_date, outcome, document_id, document_title, directive_id, source_text, recorded_at,
      recorded_by)
    values (${actor.jurisdictionId}, ${id}, ${version}, ${number}, 'open', ${draft.promisedBy}, ${draft.unitId},
      ${draft.promisedTo}, ${draft.text}, ${of.deadlineText}, ${of.deadlineDate}, '', ${documentId},
      ${of.documentTitle}, ${directiveId}, ${of.sourceText}, ${ctx.now().toString()}, ${actor.personId})`.execute(tx);
  return { id, number };
}

export type LockedPromise = PromiseRecord & { readonly id: string; readonly version: number };

/** @throws Problem `record.not_found`, `record.stale` */
export async function lockPromise({ tx, actor }: Ctx, id: string, version: number): Promise<LockedPromise> {
  const { rows } = await sql<LockedPromise>`
    select id, version, state, unit_id as "unitId" from promises
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

export async function writeSettled(
  ctx: Ctx,
  { id }: LockedPromise,
  events: readonly PromiseEvent[],
  result: PromiseResult,
  note: string,
): Promise<{ id: string; version: number; state: PromiseResult }> {
  const { jurisdictionId } = ctx.actor;
  const version = await appendEvents(ctx, { recordType: 'promise', recordId: id, jurisdictionId, events });
  const settledOn = result === 'withdrawn' ? null : dateAt(ctx.now());
  await sql`
    update promises set version = ${version}, state = ${result}, outcome = ${note}, settled_on = ${settledOn}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version, state: result };
}
