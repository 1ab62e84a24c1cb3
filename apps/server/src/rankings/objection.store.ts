import type { ObjectionView } from '@duban/contract/snapshots';
import type { Objection } from '@duban/rankings/objection';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { type UnitTree, unitRefOf } from './unit-tree.ts';

/** The only writer of `ranking_objections` and `ranking_exemptions`. */

export type StoredObjection = Objection & {
  readonly id: string;
  readonly snapshotId: string;
  readonly version: number;
};

export async function writeObjection(
  { tx, actor, now }: Ctx,
  of: { id: string; snapshotId: string; unitId: string; reason: string; caseIds: readonly string[]; version: number },
): Promise<void> {
  await sql`
    insert into ranking_objections (jurisdiction_id, id, snapshot_id, unit_id, state, reason, case_ids, raised_by,
      raised_at, version)
    values (${actor.jurisdictionId}, ${of.id}, ${of.snapshotId}, ${of.unitId}, 'raised', ${of.reason},
      ${[...of.caseIds]}::uuid[], ${actor.personId}, ${now().toString()}, ${of.version})`.execute(tx);
}

/** @throws Problem `record.not_found`, `record.stale` */
export async function lockObjection({ tx, actor }: Ctx, id: string, version: number): Promise<StoredObjection> {
  const { rows } = await sql<StoredObjection>`
    select id, snapshot_id as "snapshotId", unit_id as "unitId", state, version from ranking_objections
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

export type Answer = {
  readonly result: 'upheld' | 'rejected';
  readonly text: string;
  readonly exemptedCaseIds: readonly string[];
};

export async function writeAnswer({ tx, actor, now }: Ctx, of: StoredObjection, answer: Answer, version: number) {
  await sql`
    update ranking_objections set state = ${answer.result}, answer = ${answer.text}, answered_by = ${actor.personId},
      answered_at = ${now().toString()}, exempted_case_ids = ${[...answer.exemptedCaseIds]}::uuid[],
      version = ${version}
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${of.id}`.execute(tx);
  if (answer.exemptedCaseIds.length === 0) return;
  await sql`
    insert into ranking_exemptions (jurisdiction_id, case_id, round, objection_id, exempted_at)
    select jurisdiction_id, case_id, round, ${of.id}, ${now().toString()} from ranking_snapshot_cases
    where jurisdiction_id = ${actor.jurisdictionId} and snapshot_id = ${of.snapshotId} and part = 'cohort'
      and member_id = ${of.unitId} and case_id = any(${[...answer.exemptedCaseIds]}::uuid[])
    on conflict (jurisdiction_id, case_id, round) do nothing`.execute(tx);
}

/** How many of the cases were not counted for the unit in that edition. */
export async function notCounted(
  { tx, actor }: Ctx,
  of: { snapshotId: string; unitId: string },
  caseIds: readonly string[],
): Promise<number> {
  const wanted = new Set(caseIds);
  const { rows } = await sql<{ found: number }>`
    select count(distinct case_id) as found from ranking_snapshot_cases
    where jurisdiction_id = ${actor.jurisdictionId} and snapshot_id = ${of.snapshotId} and part = 'cohort'
      and member_id = ${of.unitId} and case_id = any(${[...wanted]}::uuid[])`.execute(tx);
  return wanted.size - rows[0]!.found;
}

type Row = Omit<ObjectionView, 'unit' | 'answer'> & {
  readonly unitId: string;
  readonly answer: string | null;
  readonly exemptedCaseIds: string[];
  readonly answeredBy: ObjectionView['raisedBy'];
  readonly answeredAt: string;
};

/** All objections to a snapshot, in the order in which they were raised. */
export async function objectionsTo({ tx, actor }: Ctx, snapshotId: string, tree: UnitTree): Promise<ObjectionView[]> {
  const person = (id: 'raised_by' | 'answered_by') => sql`
    jsonb_build_object('id', o.${sql.id(id)}, 'name',
      coalesce((select name from people where people.id = o.${sql.id(id)}), ''))`;
  const { rows } = await sql<Row>`
    select o.id, o.unit_id as "unitId", o.state, o.reason, o.case_ids as "caseIds", ${person('raised_by')} as "raisedBy",
      o.raised_at as "raisedAt", o.answer, o.exempted_case_ids as "exemptedCaseIds",
      ${person('answered_by')} as "answeredBy", o.answered_at as "answeredAt", o.version
    from ranking_objections o
    where o.jurisdiction_id = ${actor.jurisdictionId} and o.snapshot_id = ${snapshotId}
    order by o.raised_at, o.id`.execute(tx);
  return rows.map(({ unitId, answer, exemptedCaseIds, answeredBy, answeredAt, ...rest }) => ({
    ...rest,
    unit: unitRefOf(tree.get(unitId)!),
    answer: answer === null ? null : { text: answer, exemptedCaseIds, by: answeredBy, at: answeredAt },
  }));
}
