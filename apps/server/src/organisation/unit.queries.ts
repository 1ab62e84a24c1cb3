import type * as contract from '@duban/contract/organisation';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { readHistory } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { pairingsOf } from './pairing.queries.ts';
import { todayOf } from './today.ts';

/** Reads of units for pages. The whole tree is sent at once: a county has a few thousand units at most. */

type Row = contract.UnitRow;

const rowColumns = sql<Row>`
  u.id, u.parent_id as "parentId", u.kind, u.name, u.short_name as "shortName", u.aliases, u.code,
  u.valid_from as "validFrom", u.valid_to as "validTo", u.version,
  exists (select from areas a where a.unit_id = u.id) as "hasArea"`;

export async function listUnits(
  ctx: Ctx,
  { on = todayOf(ctx), all }: Input<typeof contract.listUnits>,
): Promise<Reply<typeof contract.listUnits>> {
  const { rows } = await sql<Row>`
    select ${rowColumns} from units u
    where u.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and (${all} or (u.valid_from <= ${on} and (u.valid_to is null or u.valid_to > ${on})))
    order by nlevel(u.path), u.code nulls last, u.name`.execute(ctx.tx);
  return { units: rows };
}

export async function getUnit(
  ctx: Ctx,
  { id }: Input<typeof contract.getUnit>,
): Promise<Reply<typeof contract.getUnit>> {
  const { rows } = await sql<Row & { successorId: string | null }>`
    select ${rowColumns}, u.successor_id as "successorId" from units u
    where u.id = ${id} and u.jurisdiction_id = ${ctx.actor.jurisdictionId}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { successorId, ...row } = found;
  const line = await unitLineOf(ctx.tx, id);
  const refs = await unitRefs(ctx.tx, successorId ? [...line, successorId] : line);
  const codes = await ctx.tx
    .selectFrom('unit_codes')
    .select(['scheme', 'code', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('unit_id', '=', id)
    .orderBy('scheme')
    .orderBy('valid_from')
    .execute();
  const events = await readHistory(ctx, {
    jurisdictionId: ctx.actor.jurisdictionId,
    recordType: 'unit',
    recordId: id,
  });
  const people = await personRefs(ctx.tx, [...new Set(events.flatMap((event) => event.actorId ?? []))]);
  return {
    ...row,
    line: line.flatMap((unitId) => refs.get(unitId) ?? []),
    codes: codes as contract.UnitView['codes'],
    successor: successorId ? (refs.get(successorId) ?? null) : null,
    pairings: await pairingsOf(ctx, { all: true, unitId: id }),
    history: events.map(({ type, at, data, actorId }) => ({
      type,
      at,
      data,
      by: actorId ? (people.get(actorId) ?? null) : null,
    })),
  };
}

export async function listAreas(ctx: Ctx): Promise<Reply<typeof contract.listAreas>> {
  const today = todayOf(ctx);
  const { rows } = await sql<Reply<typeof contract.listAreas>['areas'][number]>`
    select jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) as unit,
      u.parent_id as "parentId", jsonb_agg(a.ring order by a.part) as rings
    from areas a join units u on u.id = a.unit_id
    where a.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and u.valid_from <= ${today} and (u.valid_to is null or u.valid_to > ${today})
    group by u.id order by nlevel(u.path), u.code nulls last, u.name`.execute(ctx.tx);
  return { areas: rows };
}

/** The unit and all units above it, nearest first; empty when there is no such unit. */
export async function unitLineOf(tx: Tx, unitId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ path: string }>`select path::text as path from units where id = ${unitId}`.execute(tx);
  return rows[0] ? lineOfPath(rows[0].path) : [];
}

/** Path labels are unit ids with underscores for hyphens, from the top down. */
export function lineOfPath(path: string): readonly string[] {
  return path
    .split('.')
    .map((label) => label.replaceAll('_', '-'))
    .reverse();
}

/** How units are called today, by id. Unknown ids are left out. */
export async function unitRefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, contract.UnitRef>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'name', 'short_name as shortName', 'kind'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row as contract.UnitRef]));
}

/** What stands where the name of an erased person stood. */
export const erasedName = '（已删除）';

/** How people are called today, by id. Unknown ids are left out. */
export async function personRefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, contract.PersonRef>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, { id, name: name ?? erasedName }]));
}

export type UnitName = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly kind: contract.UnitRef['kind'];
  readonly code: string | null;
  readonly parentId: string | null;
};

/** All units of a jurisdiction that exist on a day, with every name they go by: the gazetteer for texts and sheets. */
export async function unitNames(tx: Tx, jurisdictionId: string, day: string): Promise<readonly UnitName[]> {
  const { rows } = await sql<UnitName>`
    select id, name, short_name as "shortName", aliases, kind, code, parent_id as "parentId" from units
    where jurisdiction_id = ${jurisdictionId} and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    order by nlevel(path), id`.execute(tx);
  return rows;
}
