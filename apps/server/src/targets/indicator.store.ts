import { dateAt } from '@duban/calendar/beijing-time';
import type { IndicatorDraft, TargetState } from '@duban/plans/targets/target';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import type { Origin, Recorded } from './target.store.ts';

/** The only writer of `indicators`. */

export type NewIndicator = Origin & {
  readonly draft: IndicatorDraft;
  readonly period: string | null;
  readonly lineUnitId: string | null;
};

export async function recordIndicator(ctx: Ctx, of: NewIndicator): Promise<Recorded> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { rows } = await sql<{ next: number }>`select nextval('indicator_numbers') as next`.execute(tx);
  const number = `ZB-${dateAt(ctx.now()).slice(0, 4)}-${String(rows[0]!.next).padStart(5, '0')}`;
  const { draft, documentId, directiveId } = of;
  const version = await appendEvents(ctx, {
    recordType: 'indicator',
    recordId: id,
    jurisdictionId: actor.jurisdictionId,
    events: [{ type: 'indicator.recorded', data: { number, ...draft, directiveId, documentId } }],
  });
  await sql`
    insert into indicators (jurisdiction_id, id, version, number, state, name, basis, unit, better, source, period,
      line_unit_id, document_id, document_title, directive_id, source_text, recorded_at, recorded_by)
    values (${actor.jurisdictionId}, ${id}, ${version}, ${number}, 'in_force', ${draft.name}, ${draft.basis},
      ${draft.unit}, ${draft.better}, ${draft.source}, ${of.period}, ${of.lineUnitId}, ${documentId},
      ${of.documentTitle}, ${directiveId}, ${of.sourceText}, ${ctx.now().toString()}, ${actor.personId})`.execute(tx);
  return { id, number };
}

export type LockedIndicator = { readonly id: string; readonly version: number; readonly state: TargetState };

/** @throws Problem `record.not_found`, `record.stale` */
export async function lockIndicator({ tx, actor }: Ctx, id: string, version: number): Promise<LockedIndicator> {
  const { rows } = await sql<LockedIndicator>`
    select id, version, state from indicators
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

export async function writeIndicator(
  ctx: Ctx,
  { id }: LockedIndicator,
  of: IndicatorDraft & { readonly state: TargetState },
  note: string,
): Promise<{ id: string; version: number }> {
  const type = of.state === 'withdrawn' ? 'indicator.withdrawn' : 'indicator.changed';
  const version = await appendEvents(ctx, {
    recordType: 'indicator',
    recordId: id,
    jurisdictionId: ctx.actor.jurisdictionId,
    events: [{ type, data: { ...of, note } }],
  });
  await sql`
    update indicators set version = ${version}, state = ${of.state}, name = ${of.name}, basis = ${of.basis},
      unit = ${of.unit}, better = ${of.better}, source = ${of.source}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version };
}
