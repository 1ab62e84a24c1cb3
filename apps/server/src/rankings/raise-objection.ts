import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/snapshots';
import { type PublishedRow, whyNotRaiseObjection } from '@duban/rankings/objection';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';
import { notCounted, writeObjection } from './objection.store.ts';
import { findSnapshot, type FoundSnapshot } from './snapshot.store.ts';

/** Makes a record, so there is no version to check: two at once meet the unique index of pending objections. */
export async function raiseObjection(
  ctx: Ctx,
  { id: snapshotId, unitId, reason, caseIds }: Input<typeof contract.raiseObjection>,
): Promise<Reply<typeof contract.raiseObjection>> {
  const found = await findSnapshot(ctx, snapshotId);
  const row = publishedRows(found, new Set()).find((each) => each.unitId === unitId);
  if (!row) throw problem('record.not_found');
  demand(whyNotRaiseObjection(row, ctx.actor, ctx.now().epochMilliseconds));
  const cases = await notCounted(ctx, { snapshotId, unitId }, caseIds);
  if (cases > 0) throw problem('objection.case_not_counted', { cases });
  const id = ctx.newId();
  const version = await appendEvents(ctx, {
    recordType: 'ranking_objection',
    recordId: id,
    jurisdictionId: ctx.actor.jurisdictionId,
    events: [{ type: 'objection.raised', data: { snapshotId, unitId, reason, caseIds } }],
  });
  await writeObjection(ctx, { id, snapshotId, unitId, reason, caseIds, version });
  return { id };
}

/** The rows of a snapshot as the domain asks about them. @param pending units whose objection waits for its answer */
export function publishedRows({ row, ranking }: FoundSnapshot, pending: ReadonlySet<string>): PublishedRow[] {
  return ranking.rows.map(({ unit }) => ({
    unitId: unit.id,
    unitName: unit.name,
    objectionsUntil: Temporal.Instant.from(row.objectionsUntil).epochMilliseconds,
    superseded: row.supersededBy !== null,
    pending: pending.has(unit.id),
  }));
}
