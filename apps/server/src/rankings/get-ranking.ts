import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/rankings';
import { cohortOf } from '@duban/rankings/cohort';
import { parsePeriodKey } from '@duban/calendar/period';
import { mayOpenAllLists, whyNotOpenLists } from '@duban/rankings/lists';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { computeRanking, memberIds, scopeOf } from './compute-ranking.ts';
import { partOfField, partOfUnits } from './counted-cases.ts';
import { peerGroupOf, readGroup } from './peer-group.store.ts';
import { rankingView, withListsFor } from './ranking-view.ts';
import { countedCases } from './ranking.queries.ts';
import { membersByUnit, readUnitTree, type UnitTree } from './unit-tree.ts';

export async function getRanking(
  ctx: Ctx,
  choice: Input<typeof contract.getRanking>,
): Promise<Reply<typeof contract.getRanking>> {
  const computed = await computeRanking(ctx, choice);
  return withListsFor(rankingView(computed), ctx.actor, computed.tree);
}

export async function listRankedCases(
  ctx: Ctx,
  { period, group: key, unitId, count, asOf, cursor, limit }: Input<typeof contract.listRankedCases>,
): Promise<Reply<typeof contract.listRankedCases>> {
  const of = parsePeriodKey(period)!;
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const group = peerGroupOf(await readGroup(ctx, key), tree, of, ctx.locale);
  demandListsOpen(ctx, tree, unitId);
  const members = memberIds(group);
  if (unitId !== undefined && !members.has(unitId)) throw problem('record.not_found');
  const read = asOf === undefined ? ctx.now() : Temporal.Instant.from(asOf);
  const scope = scopeOf(ctx, group, cohortOf(of, read));
  const unitIds = [...membersByUnit(tree, members)]
    .filter(([, member]) => unitId === undefined || member === unitId)
    .map(([id]) => id);
  const rows = partOfUnits(partOfField(count), scope, unitIds);
  return countedCases(ctx.tx, { jurisdictionId: ctx.actor.jurisdictionId, field: count, rows, cursor, limit }, tree);
}

/** Without a unit the list is the whole group's, for those alone who may open all lists. */
export function demandListsOpen({ actor }: Pick<Ctx, 'actor'>, tree: UnitTree, unitId: string | undefined): void {
  if (unitId !== undefined) demand(whyNotOpenLists(actor, tree.get(unitId)?.line ?? [unitId]));
  else if (!mayOpenAllLists(actor)) throw problem('ranking.lists_closed');
}
