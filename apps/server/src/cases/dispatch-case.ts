import type { Case } from '@duban/cases/case';
import { type Charge, dispatch } from '@duban/cases/dispatch';
import type { CaseEvent } from '@duban/cases/events';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Decision } from '@duban/kit/refusal';
import type { Ctx } from '../kernel/context.ts';
import { problem, unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms, standardOfCase } from './case-terms.ts';
import { unitsToCharge } from './charged-units.ts';
import { territoryOf } from './place.ts';

/** 派遣. The territory is picked from the point unless the dispatcher names it. */
export async function dispatchCase(
  ctx: Ctx,
  { id, version, lineUnitId, territorialUnitId, handlingUnitId, note }: Input<typeof contract.dispatchCase>,
): Promise<Reply<typeof contract.dispatchCase>> {
  const found = await lockCase(ctx, id, version);
  const territory = territorialUnitId ?? (await territoryOfCase(ctx, found));
  if (!territory) throw problem('case.territory_unknown');
  const charge = await chargeOf(ctx, { lineUnitId, territorialUnitId: territory, handlingUnitId });
  return appendToCase(ctx, found, unwrap(await decideDispatch(ctx, found, charge, note)));
}

export async function decideDispatch(
  ctx: Ctx,
  found: Case,
  charge: Charge,
  note: string,
): Promise<Decision<CaseEvent>> {
  const terms = { ...(await clockTerms(ctx, found)), standard: await standardOfCase(ctx, found) };
  return dispatch(found, ctx.actor, charge, note, terms);
}

/** By the point; without one the unit named when the case was reported. */
export async function territoryOfCase(ctx: Ctx, found: Case): Promise<string | null> {
  return (await territoryOf(ctx, found.place)) ?? found.territorialUnit?.id ?? null;
}

export async function chargeOf(
  ctx: Ctx,
  {
    lineUnitId,
    territorialUnitId,
    handlingUnitId,
  }: Record<'lineUnitId' | 'territorialUnitId' | 'handlingUnitId', string>,
): Promise<Charge> {
  const [lineUnit, territorialUnit, handlingUnit] = await unitsToCharge(ctx, [
    lineUnitId,
    territorialUnitId,
    handlingUnitId,
  ]);
  if (!lineUnit || !territorialUnit || !handlingUnit) throw problem('case.unit_unknown');
  return { lineUnit, territorialUnit, handlingUnit };
}
