import { defaultDisputeLimit, raiseDispute as decide } from '@duban/cases/raise-dispute';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms } from './case-terms.ts';
import { unitToCharge } from './charged-units.ts';

/** 提出争议 */
export async function raiseDispute(
  ctx: Ctx,
  { id, version, reason, decidingUnitId }: Input<typeof contract.raiseDispute>,
): Promise<Reply<typeof contract.raiseDispute>> {
  const found = await lockCase(ctx, id, version);
  const decidingUnit = await unitToCharge(ctx, decidingUnitId);
  const terms = { ...(await clockTerms(ctx, found)), limit: defaultDisputeLimit };
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, { reason, decidingUnit }, terms)));
}
