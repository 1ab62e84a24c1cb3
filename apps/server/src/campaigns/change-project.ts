import type * as contract from '@duban/contract/projects';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotChangeProject, whyNotSpan } from '@duban/plans/projects/project';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { demandKnown, holdCampaign, linesOf, lockProject, writeProject } from './project.store.ts';

export async function changeProject(
  ctx: Ctx,
  { id, version, note, ...facts }: Input<typeof contract.changeProject>,
): Promise<Reply<typeof contract.changeProject>> {
  const project = await lockProject(ctx, id, version);
  const campaign = await holdCampaign(ctx, project.campaignId);
  const lines = await linesOf(ctx, campaign.leadUnitId, project.lineUnitId);
  demand(whyNotChangeProject(project, ctx.actor, lines) ?? whyNotSpan(facts, campaign));
  await demandKnown(ctx, facts);
  return writeProject(ctx, project, facts, note);
}
