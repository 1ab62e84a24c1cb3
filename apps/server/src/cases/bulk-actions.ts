import { assign } from '@duban/cases/assign';
import type { Case } from '@duban/cases/case';
import type { CaseEvent } from '@duban/cases/events';
import { urge } from '@duban/cases/remarks';
import type * as contract from '@duban/contract/case-bulk';
import type { Input, Reply } from '@duban/contract/endpoint';
import { type Decision, refuse } from '@duban/kit/refusal';
import type { Ctx } from '../kernel/context.ts';
import { refusalView } from './case.queries.ts';
import { appendToCase, lockVisible } from './case.store.ts';
import { standardOfCase } from './case-terms.ts';
import { unitToCharge } from './charged-units.ts';
import { chargeOf, decideDispatch, territoryOfCase } from './dispatch-case.ts';

/**
 * Several cases in one command, which has the shape of many: lock → check version → decide → append, row by row. A row
 * that is refused says so and leaves the others alone; they are locked in the order of their ids.
 */
type Chosen = { readonly id: string; readonly version: number };
type BulkReply = Reply<typeof contract.urgeCases>;

async function eachCase(
  ctx: Ctx,
  chosen: readonly Chosen[],
  decide: (found: Case) => Promise<Decision<CaseEvent>>,
): Promise<BulkReply> {
  const unique = [...new Map(chosen.map((one) => [one.id, one])).values()];
  const done = new Map<string, BulkReply['results'][number]>();
  for (const { id, version } of [...unique].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = await lockVisible(ctx, id);
    const decision = await decideOn(found, version, decide);
    const number = found?.number ?? null;
    if (decision.refused) {
      done.set(id, { id, number, version: null, refusal: refusalView(ctx, decision) });
    } else if (found) {
      const changed = await appendToCase(ctx, found, decision.events);
      done.set(id, { id, number, version: changed.version, refusal: null });
    }
  }
  const results = unique.flatMap(({ id }) => done.get(id) ?? []);
  return { done: results.filter(({ refusal }) => refusal === null).length, results };
}

async function decideOn(
  found: Case | null,
  version: number,
  decide: (found: Case) => Promise<Decision<CaseEvent>>,
): Promise<Decision<CaseEvent>> {
  if (!found) return refuse('record.not_found');
  return found.version === version ? decide(found) : refuse('record.stale');
}

export async function dispatchCases(
  ctx: Ctx,
  { cases, lineUnitId, handledBy, note }: Input<typeof contract.dispatchCases>,
): Promise<Reply<typeof contract.dispatchCases>> {
  await unitToCharge(ctx, lineUnitId);
  return eachCase(ctx, cases, async (found) => {
    const territorialUnitId = await territoryOfCase(ctx, found);
    if (territorialUnitId === null) return refuse('case.territory_unknown');
    if (found.standardId === null) return refuse('case.not_filed');
    const handlingUnitId = handledBy === 'line' ? lineUnitId : await streetOf(ctx, territorialUnitId);
    return decideDispatch(ctx, found, await chargeOf(ctx, { lineUnitId, territorialUnitId, handlingUnitId }), note);
  });
}

/** The street answers for the ground of its communities, which are charged only by name. */
async function streetOf(ctx: Ctx, territorialUnitId: string): Promise<string> {
  const { line } = await unitToCharge(ctx, territorialUnitId);
  return line.at(-1) ?? territorialUnitId;
}

export async function assignCases(
  ctx: Ctx,
  { cases, unitId, note }: Input<typeof contract.assignCases>,
): Promise<Reply<typeof contract.assignCases>> {
  const unit = await unitToCharge(ctx, unitId);
  return eachCase(ctx, cases, async (found) => {
    if (found.standardId === null) return refuse('case.not_filed');
    return assign(found, ctx.actor, unit, note, await standardOfCase(ctx, found));
  });
}

export async function urgeCases(
  ctx: Ctx,
  { cases, note }: Input<typeof contract.urgeCases>,
): Promise<Reply<typeof contract.urgeCases>> {
  return eachCase(ctx, cases, async (found) => urge(found, ctx.actor, note));
}
