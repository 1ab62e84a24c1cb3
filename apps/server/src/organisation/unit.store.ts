import type { CodeScheme } from '@duban/organisation/code';
import type { UnitKind } from '@duban/organisation/unit-kind';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { audit } from './audit.store.ts';

/** The only writer of units, their codes and their boundaries. */

export type Unit = {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly code: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly version: number;
};

const columns = [
  'id',
  'jurisdiction_id as jurisdictionId',
  'parent_id as parentId',
  'kind',
  'name',
  'short_name as shortName',
  'aliases',
  'code',
  'valid_from as validFrom',
  'valid_to as validTo',
  'version',
] as const;

/** A unit of the caller's jurisdiction, or `record.not_found`. */
export async function findUnit(ctx: Ctx, id: string): Promise<Unit> {
  const found = await ctx.tx
    .selectFrom('units')
    .select(columns)
    .where('id', '=', id)
    .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
    .executeTakeFirst();
  if (!found) throw problem('record.not_found');
  return found as Unit;
}

/** The unit, held against others until the transaction ends; `record.stale` when it is no longer that version. */
export async function lockUnit(ctx: Ctx, id: string, version: number): Promise<Unit> {
  const found = await ctx.tx
    .selectFrom('units')
    .select(columns)
    .where('id', '=', id)
    .where('jurisdiction_id', '=', ctx.actor.jurisdictionId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found as Unit;
}

/** Does the unit exist on that day? */
export function existsOn({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo > day);
}

export type NewUnit = Omit<Unit, 'id' | 'jurisdictionId' | 'validTo' | 'version'> & { readonly id?: string };

/** Writes a new unit and its first event. With `parentId: null` it is the top of a new jurisdiction. */
export async function insertUnit(
  ctx: JobCtx & Partial<Pick<Ctx, 'actor'>>,
  unit: NewUnit,
  jurisdictionId: string | null,
): Promise<{ id: string; version: number }> {
  const id = unit.id ?? ctx.newId();
  const jurisdiction = jurisdictionId ?? id;
  const { parentId, kind, name, shortName, aliases, code, validFrom } = unit;
  // The jurisdiction's own id may be needed by the history before the row is there; the foreign key is deferred.
  const version = await appendEvents(ctx, {
    recordType: 'unit',
    recordId: id,
    jurisdictionId: jurisdiction,
    events: [{ type: 'unit.founded', data: { parentId, kind, name, shortName, aliases, code, validFrom } }],
  });
  await sql`
    insert into units (id, jurisdiction_id, parent_id, path, kind, name, short_name, aliases, code, valid_from, version)
    values (${id}, ${jurisdiction}, ${parentId}, '', ${kind}, ${name}, ${shortName}, ${[...aliases]}::text[], ${code},
      ${validFrom}, ${version})`.execute(ctx.tx);
  return { id, version };
}

export type UnitChange = {
  readonly parentId?: string;
  readonly name?: string;
  readonly shortName?: string;
  readonly aliases?: readonly string[];
  readonly code?: string | null;
  readonly validTo?: string;
  readonly successorId?: string | null;
};

/** Appends the event, writes the row, and writes the audit line. */
export async function changeUnit(ctx: Ctx, unit: Unit, event: NewEvent, change: UnitChange = {}) {
  const version = await appendEvents(ctx, {
    recordType: 'unit',
    recordId: unit.id,
    jurisdictionId: unit.jurisdictionId,
    events: [event],
  });
  const { parentId, name, shortName, aliases, code, validTo, successorId } = change;
  await ctx.tx
    .updateTable('units')
    .set({
      version,
      ...(parentId !== undefined && { parent_id: parentId }),
      ...(name !== undefined && { name }),
      ...(shortName !== undefined && { short_name: shortName }),
      ...(aliases !== undefined && { aliases: [...aliases] }),
      ...(code !== undefined && { code }),
      ...(validTo !== undefined && { valid_to: validTo }),
      ...(successorId !== undefined && { successor_id: successorId }),
    })
    .where('id', '=', unit.id)
    .execute();
  await audit(ctx, { event: event.type, subjectType: 'unit', subjectId: unit.id, subject: name ?? unit.name });
  return { id: unit.id, version };
}

/** Ends the unit's code of that scheme on the day on which the new one begins. */
export async function replaceCode(ctx: Ctx, unit: Unit, scheme: CodeScheme, code: string, validFrom: string) {
  await ctx.tx
    .updateTable('unit_codes')
    .set({ valid_to: validFrom })
    .where('unit_id', '=', unit.id)
    .where('scheme', '=', scheme)
    .where('valid_from', '<', validFrom)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', validFrom)]))
    .execute();
  await ctx.tx
    .insertInto('unit_codes')
    .values({
      id: ctx.newId(),
      jurisdiction_id: unit.jurisdictionId,
      unit_id: unit.id,
      scheme,
      code,
      valid_from: validFrom,
    })
    .execute();
}

export async function replaceArea(ctx: Ctx, unit: Unit, rings: readonly (readonly [number, number])[][]) {
  await ctx.tx.deleteFrom('areas').where('unit_id', '=', unit.id).execute();
  if (rings.length === 0) return;
  await ctx.tx
    .insertInto('areas')
    .values(
      rings.map((ring, index) => ({
        unit_id: unit.id,
        part: index + 1,
        jurisdiction_id: unit.jurisdictionId,
        ring: JSON.stringify(ring),
      })),
    )
    .execute();
}
