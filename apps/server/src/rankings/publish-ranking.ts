import { deadline } from '@duban/calendar/deadline';
import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/snapshots';
import type { Refusal } from '@duban/kit/refusal';
import { canonicalText, whyNotPublish } from '@duban/rankings/snapshot';
import { whyNotPublishAs } from '@duban/rankings/objection';
import { emptyTally } from '@duban/rankings/tally';
import { currentCalendar } from '../calendar/module.ts';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';
import { computeRanking, type Computed, memberIds, scopeOf } from './compute-ranking.ts';
import { freezeCases, frozenPart } from './frozen-cases.ts';
import { rankingView, withListsFor } from './ranking-view.ts';
import { tallyBy } from './ranking.queries.ts';
import { countsHashOf, lastEdition, type LastEdition, lockPublishing, writeSnapshot } from './snapshot.store.ts';
import { membersByUnit } from './unit-tree.ts';

/**
 * Publishing has no row to lock and no version to check: it makes a record. What stands in their place is the
 * fingerprint of the preview, so that nobody publishes numbers that he or she has not seen.
 */
export async function publishRanking(
  ctx: Ctx,
  { countsHash, remark, objectionDays, ...choice }: Input<typeof contract.publishRanking>,
): Promise<Reply<typeof contract.publishRanking>> {
  demand(whyNotPublishAs(ctx.actor));
  await lockPublishing(ctx.tx, ctx.actor.jurisdictionId);
  const computed = await computeRanking(ctx, choice);
  const before = await lastEdition(ctx.tx, ctx.actor.jurisdictionId, choice);
  if (countsHashOf(computed.ranking) !== countsHash) throw problem('ranking.changed_since_preview');
  demand(whyNotNow(ctx, computed, before));
  const id = ctx.newId();
  await freeze(ctx, id, computed);
  const edition = (before?.edition ?? 0) + 1;
  const { calendar } = await currentCalendar(ctx.tx, ctx.actor.jurisdictionId);
  const limit = { amount: objectionDays, clock: 'working-days' } as const;
  const objectionsUntil = deadline(ctx.now(), limit, calendar).at;
  const ranking = rankingView(computed);
  const written = await writeSnapshot(ctx, { id, choice, edition, ranking, countsHash, remark, objectionsUntil });
  await appendEvents(ctx, {
    recordType: 'ranking_snapshot',
    recordId: id,
    jurisdictionId: ctx.actor.jurisdictionId,
    events: [{ type: 'ranking.published', data: { ...choice, ...written, edition } }],
  });
  return { id };
}

export async function previewRanking(
  ctx: Ctx,
  choice: Input<typeof contract.previewRanking>,
): Promise<Reply<typeof contract.previewRanking>> {
  const computed = await computeRanking(ctx, choice);
  const before = await lastEdition(ctx.tx, ctx.actor.jurisdictionId, choice);
  const why = whyNotPublishAs(ctx.actor) ?? whyNotNow(ctx, computed, before);
  return {
    ranking: withListsFor(rankingView(computed), ctx.actor, computed.tree),
    countsHash: countsHashOf(computed.ranking),
    edition: (before?.edition ?? 0) + 1,
    whyNot: why && { code: why.code, params: { ...why.params } },
  };
}

function whyNotNow(_ctx: Ctx, { ranking }: Computed, before: LastEdition | null): Refusal | null {
  return whyNotPublish(ranking, before?.countsHash === countsHashOf(ranking) ? before.edition : null);
}

/** Writes the case list and counts it again: what is published is what the list says, also under concurrent writes. */
async function freeze(ctx: Ctx, id: string, { ranking, tree }: Computed): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const memberOf = membersByUnit(tree, memberIds(ranking.peerGroup));
  await freezeCases(ctx.tx, scopeOf(ctx, ranking.peerGroup, ranking.cohort), id, memberOf);
  const counted = await tallyBy(ctx.tx, (part) => frozenPart(jurisdictionId, id, part, 'member'));
  const same = ranking.rows.every(
    (row) => canonicalText(counted.get(row.unitId) ?? emptyTally) === canonicalText(row.tally),
  );
  if (!same) throw problem('ranking.changed_since_preview');
}
