import type * as contract from '@duban/contract/projects';
import type { Input, Reply } from '@duban/contract/endpoint';
import { projectTransitions, type ProjectVerb, whyNotProject } from '@duban/plans/projects/project';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { holdCampaign, linesOf, lockProject, writeProjectState } from './project.store.ts';

// Six commands that differ in a row of the transition table.

const pastTense = {
  begin: 'begun',
  suspend: 'suspended',
  resume: 'resumed',
  complete: 'completed',
  reopen: 'reopened',
  withdraw: 'withdrawn',
} as const satisfies Record<ProjectVerb, string>;

type Wanted = Input<typeof contract.beginProject>;

const settle =
  (verb: ProjectVerb) =>
  async (ctx: Ctx, { id, version, note }: Wanted): Promise<Reply<typeof contract.beginProject>> => {
    const project = await lockProject(ctx, id, version);
    const campaign = await holdCampaign(ctx, project.campaignId);
    demand(whyNotProject(verb, project, ctx.actor, await linesOf(ctx, campaign.leadUnitId, project.lineUnitId)));
    const event = { type: `project.${pastTense[verb]}`, data: { note } };
    return writeProjectState(ctx, project, event, projectTransitions[verb].to);
  };

export const beginProject = settle('begin');
export const suspendProject = settle('suspend');
export const resumeProject = settle('resume');
export const completeProject = settle('complete');
export const reopenProject = settle('reopen');
export const withdrawProject = settle('withdraw');
