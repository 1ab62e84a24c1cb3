import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import { markColumns, type Part, parts, partOf, type Scope } from './counted-cases.ts';

/** The cases a published ranking was counted from, kept with it, in the shape of the parts of `counted-cases.ts`. */

const columnOfMark = {
  extended: 'extended',
  returned: 'returned',
  reworked: 'reworked',
  awaitingCheck: 'awaiting_check',
  informedOnly: 'informed_only',
} as const;

/** @param by `member`: as counted; `unit`: the unit of the case itself, as listed */
export function frozenPart(
  jurisdictionId: string,
  snapshotId: string,
  part: Part,
  by: 'member' | 'unit',
  memberId?: string,
): RawBuilder<unknown> {
  const marks = markColumns.map((mark) => sql`${sql.lit(mark)} = any(marks) as ${sql.id(columnOfMark[mark])}`);
  return sql`
    select case_id, round, ${sql.id(`${by}_id`)} as unit_id, outcome, ${sql.join(marks)}, finish_by, closed_at
    from ranking_snapshot_cases
    where jurisdiction_id = ${jurisdictionId} and snapshot_id = ${snapshotId} and part = ${part}
      and (${memberId === undefined} or member_id = ${memberId ?? null}::uuid)`;
}

/** Writes down what is counted now. Must come before the snapshot itself, which closes the list. */
export async function freezeCases(
  tx: Tx,
  scope: Scope,
  snapshotId: string,
  memberOf: ReadonlyMap<string, string>,
): Promise<void> {
  const marks = markColumns.map((mark) => sql`case when ${sql.id(columnOfMark[mark])} then ${sql.lit(mark)} end`);
  for (const part of parts) {
    await sql`
      insert into ranking_snapshot_cases
        (jurisdiction_id, snapshot_id, part, case_id, round, member_id, unit_id, outcome, marks, finish_by, closed_at)
      select ${scope.jurisdictionId}, ${snapshotId}, ${part}, case_id, round, m.member_id, counted.unit_id, outcome,
        array_remove(array[${sql.join(marks)}], null), finish_by, closed_at
      from (${partOf(part, scope)}) counted
      join ${memberTable(memberOf)} on m.unit_id = counted.unit_id`.execute(tx);
  }
}

/** `m(unit_id, member_id)`: which member each unit counts for. */
export function memberTable(memberOf: ReadonlyMap<string, string>): RawBuilder<unknown> {
  return sql`unnest(${[...memberOf.keys()]}::uuid[], ${[...memberOf.values()]}::uuid[]) as m (unit_id, member_id)`;
}
