import type { ClockKind } from '@duban/calendar/time-limit';
import type { EvidenceRule } from '@duban/cases/words';
import type { Standard, StandardRow } from '@duban/cases/standards';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Standards } from '../../generated/database.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { momentOf } from './case.store.ts';

/** The only writer of the standards table. Rows are never changed but for the last day on which they hold. */

export function standardOf(row: Selectable<Standards>): Standard {
  return {
    id: row.id,
    jurisdictionId: row.jurisdiction_id,
    category: row.category,
    classCode: row.class_code,
    className: row.class_name,
    conditionCode: row.condition_code,
    conditionText: row.condition_text,
    acceptLimit: { amount: row.accept_amount, clock: row.accept_clock as ClockKind },
    finishLimit: { amount: row.finish_amount, clock: row.finish_clock as ClockKind },
    closingCondition: row.closing_condition,
    basis: row.basis,
    responsible: row.responsible,
    communityDuty: row.community_duty,
    evidence: row.evidence as EvidenceRule,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export async function standardById(tx: Tx, jurisdictionId: string, id: string): Promise<Standard | null> {
  const row = await tx
    .selectFrom('standards')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? standardOf(row) : null;
}

/** The row for a class and a condition on a day; the database allows one at most. */
export async function standardInForceOn(
  tx: Tx,
  jurisdictionId: string,
  key: { readonly classCode: string; readonly conditionCode: string },
  day: string,
): Promise<Standard | null> {
  const row = await tx
    .selectFrom('standards')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('class_code', '=', key.classCode)
    .where('condition_code', '=', key.conditionCode)
    .where('valid_from', '<=', day)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', day)]))
    .executeTakeFirst();
  return row ? standardOf(row) : null;
}

export type NewVersion = {
  readonly name: string;
  readonly basis: string;
  readonly validFrom: string;
  readonly replaces: 'table' | 'rows';
};

/** Writes a version with its rows; what it replaces ends on the day before. @returns the id of the version */
export async function insertStandards(ctx: Ctx, version: NewVersion, rows: readonly StandardRow[]): Promise<string> {
  const { jurisdictionId } = ctx.actor;
  const versionId = ctx.newId();
  await ctx.tx
    .insertInto('standard_versions')
    .values({
      jurisdiction_id: jurisdictionId,
      id: versionId,
      name: version.name,
      basis: version.basis,
      valid_from: version.validFrom,
      imported_at: momentOf(ctx).toString(),
      imported_by: ctx.actor.personId,
      row_count: rows.length,
    })
    .execute();
  const keys = rows.map((row) => [row.classCode, row.conditionCode]);
  await sql`
    update standards s set valid_to = ${version.validFrom}::date - 1
    where s.jurisdiction_id = ${jurisdictionId} and s.valid_from < ${version.validFrom}
      and (s.valid_to is null or s.valid_to >= ${version.validFrom})
      and (${version.replaces === 'table'} or exists (
        select from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) k
        where k ->> 0 = s.class_code and k ->> 1 = s.condition_code))`.execute(ctx.tx);
  await ctx.tx
    .insertInto('standards')
    .values(
      rows.map((row, position) => ({
        jurisdiction_id: jurisdictionId,
        id: ctx.newId(),
        version_id: versionId,
        position,
        category: row.category,
        class_code: row.classCode,
        class_name: row.className,
        condition_code: row.conditionCode,
        condition_text: row.conditionText,
        accept_amount: row.acceptLimit.amount,
        accept_clock: row.acceptLimit.clock,
        finish_amount: row.finishLimit.amount,
        finish_clock: row.finishLimit.clock,
        closing_condition: row.closingCondition,
        basis: row.basis,
        responsible: row.responsible,
        community_duty: row.communityDuty,
        evidence: row.evidence,
        valid_from: version.validFrom,
        valid_to: null,
      })),
    )
    .execute();
  return versionId;
}

/** Which version of the table a row came with. */
export async function standardVersionOf(tx: Tx, { jurisdictionId, id }: Standard): Promise<string> {
  const row = await tx
    .selectFrom('standards')
    .select('version_id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.version_id;
}

/** The day on which the newest row began to hold; null before anything was imported. */
export async function latestValidFrom({ tx, actor }: Ctx): Promise<string | null> {
  const { rows } = await sql<{ latest: string | null }>`
    select max(valid_from) as latest from standards where jurisdiction_id = ${actor.jurisdictionId}`.execute(tx);
  return rows[0]?.latest ?? null;
}
