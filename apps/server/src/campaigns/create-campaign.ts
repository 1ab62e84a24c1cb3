import type * as contract from '@duban/contract/campaigns';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotFacts } from '@duban/plans/campaigns/campaign';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { demandParent } from './campaign.queries.ts';
import { demandMayPlan, insertCampaign } from './campaign.store.ts';

export async function createCampaign(
  ctx: Ctx,
  facts: Input<typeof contract.createCampaign>,
): Promise<Reply<typeof contract.createCampaign>> {
  await demandMayPlan(ctx, facts.leadUnitId);
  demand(whyNotFacts(facts));
  await demandParent(ctx, null, facts.parentId);
  return insertCampaign(ctx, facts);
}
