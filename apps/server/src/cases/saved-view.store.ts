import type * as contract from '@duban/contract/case-lists';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';

/**
 * Filters that people keep under a name: for themselves, or shared with their unit. They are settings and not records:
 * they have no history.
 */
type View = Reply<typeof contract.saveView>;

const MOST_VIEWS = 50;

const columns = (personId: string) => sql<View>`
  id, name, filter, shared, version, person_id = ${personId} as mine`;

export async function listSavedViews({ tx, actor }: Ctx): Promise<Reply<typeof contract.listSavedViews>> {
  const { rows } = await sql<View>`
    select ${columns(actor.personId)} from saved_views
    where jurisdiction_id = ${actor.jurisdictionId}
      and (person_id = ${actor.personId} or (shared and unit_id = ${actor.unitId}))
    order by person_id = ${actor.personId} desc, name, id`.execute(tx);
  return { views: rows };
}

export async function saveView(
  ctx: Ctx,
  { name, filter, shared }: Input<typeof contract.saveView>,
): Promise<Reply<typeof contract.saveView>> {
  const { tx, actor } = ctx;
  const { rows: own } = await sql<{ count: number }>`
    select count(*) as count from saved_views
    where jurisdiction_id = ${actor.jurisdictionId} and person_id = ${actor.personId}`.execute(tx);
  if ((own[0]?.count ?? 0) >= MOST_VIEWS) throw problem('view.too_many', { most: MOST_VIEWS });
  const { rows } = await sql<View>`
    insert into saved_views (jurisdiction_id, id, person_id, unit_id, name, filter, shared, version)
    values (${actor.jurisdictionId}, ${ctx.newId()}, ${actor.personId}, ${actor.unitId}, ${name},
      ${JSON.stringify(filter)}, ${shared}, 1)
    returning ${columns(actor.personId)}`.execute(tx);
  return found(rows);
}

export async function changeView(
  { tx, actor }: Ctx,
  { id, version, name, filter, shared }: Input<typeof contract.changeView>,
): Promise<Reply<typeof contract.changeView>> {
  const { rows: before } = await sql<{ version: number }>`
    select version from saved_views where jurisdiction_id = ${actor.jurisdictionId} and id = ${id}
      and person_id = ${actor.personId} for update`.execute(tx);
  if (found(before).version !== version) throw problem('record.stale');
  const { rows } = await sql<View>`
    update saved_views set name = ${name}, filter = ${JSON.stringify(filter)}, shared = ${shared},
      unit_id = ${actor.unitId}, version = version + 1
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id}
    returning ${columns(actor.personId)}`.execute(tx);
  return found(rows);
}

export async function deleteView(
  { tx, actor }: Ctx,
  { id }: Input<typeof contract.deleteView>,
): Promise<Reply<typeof contract.deleteView>> {
  const { rows } = await sql<{ id: string }>`
    delete from saved_views where jurisdiction_id = ${actor.jurisdictionId} and id = ${id}
      and person_id = ${actor.personId} returning id`.execute(tx);
  return found(rows);
}

function found<Row>([row]: readonly Row[]): Row {
  if (!row) throw problem('record.not_found');
  return row;
}
