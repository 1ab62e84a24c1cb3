import type { Input, Reply } from '@duban/contract/endpoint';
import type { Locale } from '@duban/contract/problem-texts';
import type * as contract from '@duban/contract/snapshots';
import { whyNotOpenLists } from '@duban/rankings/lists';
import { mayPublish, whyNotRaiseObjection } from '@duban/rankings/objection';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { partOfField } from './counted-cases.ts';
import { frozenPart } from './frozen-cases.ts';
import { demandListsOpen } from './get-ranking.ts';
import { objectionsTo } from './objection.store.ts';
import { nameOf } from './peer-group.store.ts';
import { publishedRows } from './raise-objection.ts';
import { withListsFor } from './ranking-view.ts';
import { countedCases } from './ranking.queries.ts';
import { editionsOf, findSnapshot, readSnapshots } from './snapshot.store.ts';
import { readUnitTree, unitRefOf } from './unit-tree.ts';

/** Reads of published rankings: what was published, as it was published. */

export async function listSnapshots(
  ctx: Ctx,
  of: Input<typeof contract.listSnapshots>,
): Promise<Reply<typeof contract.listSnapshots>> {
  const { snapshots, next } = await readSnapshots(ctx, of);
  return { snapshots: snapshots.map((row) => ({ ...row, groupName: nameIn(row, ctx.locale) })), next };
}

export async function getSnapshot(
  ctx: Ctx,
  { id }: Input<typeof contract.getSnapshot>,
): Promise<Reply<typeof contract.getSnapshot>> {
  const found = await findSnapshot(ctx, id);
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const objections = await objectionsTo(ctx, id, tree);
  const pending = new Set(objections.flatMap(({ state, unit }) => (state === 'raised' ? [unit.id] : [])));
  const groupName = nameIn(found.row, ctx.locale);
  const ranking = withListsFor(found.ranking, ctx.actor, tree);
  return {
    ...found.row,
    groupName,
    ranking: { ...ranking, group: { ...ranking.group, name: groupName } },
    remark: found.remark,
    publisher: unitRefOf(tree.get(found.publisherUnitId)!),
    jurisdictionName: tree.get(ctx.actor.jurisdictionId)!.name,
    editions: await editionsOf(ctx, found),
    objections,
    whyNotObject: publishedRows(found, pending).flatMap((row) => {
      const why = whyNotRaiseObjection(row, ctx.actor, ctx.now().epochMilliseconds);
      return why ? [{ unitId: row.unitId, code: why.code, params: { ...why.params } }] : [];
    }),
    mayAnswer: mayPublish(ctx.actor),
  };
}

export async function listSnapshotCases(
  ctx: Ctx,
  { id, unitId, count, cursor, limit }: Input<typeof contract.listSnapshotCases>,
): Promise<Reply<typeof contract.listSnapshotCases>> {
  const { ranking } = await findSnapshot(ctx, id);
  if (unitId !== undefined && !ranking.rows.some((row) => row.unit.id === unitId)) throw problem('record.not_found');
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  demandListsOpen(ctx, tree, unitId);
  if (unitId !== undefined) demand(whyNotOpenLists(ctx.actor, tree.get(unitId)?.line ?? [unitId]));
  const { jurisdictionId } = ctx.actor;
  const rows = frozenPart(jurisdictionId, id, partOfField(count), 'unit', unitId);
  return countedCases(ctx.tx, { jurisdictionId, field: count, rows, cursor, limit }, tree);
}

/** Standing groups are named in the reader's language; what was published is otherwise left as it is. */
function nameIn({ groupKey, groupName }: { groupKey: string; groupName: string }, locale: Locale): string {
  return nameOf({ key: groupKey, name: groupName }, locale);
}
