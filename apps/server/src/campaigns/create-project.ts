import type * as contract from '@duban/contract/projects';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotChangeCampaign } from '@duban/plans/campaigns/campaign';
import { mayPlanProject, whyNotSpan } from '@duban/plans/projects/project';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { demandKnown, holdCampaign, insertProject, linesOf } from './project.store.ts';

export async function createProject(
  ctx: Ctx,
  { campaignId, ...facts }: Input<typeof contract.createProject>,
): Promise<Reply<typeof contract.createProject>> {
  const campaign = await holdCampaign(ctx, campaignId);
  await demandKnown(ctx, facts);
  const lines = await linesOf(ctx, campaign.leadUnitId, facts.lineUnitId);
  if (!mayPlanProject(ctx.actor, lines)) throw problem('project.role_needed');
  demand(whyNotChangeCampaign(campaign) ?? whyNotSpan(facts, campaign));
  return insertProject(ctx, campaignId, facts);
}
