import type * as contract from '@duban/contract/campaigns';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotChangeCampaign, whyNotFacts } from '@duban/plans/campaigns/campaign';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { demandParent } from './campaign.queries.ts';
import { demandMayPlan, lockCampaign, writeFacts } from './campaign.store.ts';

export async function changeCampaign(
  ctx: Ctx,
  { id, version, note, ...facts }: Input<typeof contract.changeCampaign>,
): Promise<Reply<typeof contract.changeCampaign>> {
  const campaign = await lockCampaign(ctx, id, version);
  await demandMayPlan(ctx, campaign.leadUnitId);
  if (facts.leadUnitId !== campaign.leadUnitId) await demandMayPlan(ctx, facts.leadUnitId);
  demand(whyNotChangeCampaign(campaign) ?? whyNotFacts(facts));
  await demandParent(ctx, id, facts.parentId);
  return writeFacts(ctx, campaign, facts, note);
}
