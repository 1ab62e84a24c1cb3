import type * as contract from '@duban/contract/projects';
import type { Input, Reply } from '@duban/contract/endpoint';
import { isOwnProject, mayPlanProject, projectStates } from '@duban/plans/projects/project';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { holdCampaign, linesOf, lockProject, writeStage } from './project.store.ts';
import { demandStage } from './stage.store.ts';

export async function reachStage(
  ctx: Ctx,
  { id, version, stage, note }: Input<typeof contract.reachStage>,
): Promise<Reply<typeof contract.reachStage>> {
  const project = await lockProject(ctx, id, version);
  const campaign = await holdCampaign(ctx, project.campaignId);
  const lines = await linesOf(ctx, campaign.leadUnitId, project.lineUnitId);
  if (!mayPlanProject(ctx.actor, lines) && !isOwnProject(project, ctx.actor)) throw problem('project.role_needed');
  if (!projectStates[project.state].open) throw problem('project.ended', { project_state: project.state });
  await demandStage(ctx, stage);
  return writeStage(ctx, project, stage, note);
}
