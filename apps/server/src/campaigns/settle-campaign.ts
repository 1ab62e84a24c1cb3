import type * as contract from '@duban/contract/campaigns';
import type { Input, Reply } from '@duban/contract/endpoint';
import { campaignTransitions, type CampaignVerb, whyNotCampaign } from '@duban/plans/campaigns/campaign';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { openProjectsOf } from './campaign.queries.ts';
import { demandMayPlan, lockCampaign, writeState } from './campaign.store.ts';

// Start, close, reopen and withdraw are one command with four names: they differ in a row of the transition table.

const pastTense = { start: 'started', close: 'closed', reopen: 'reopened', withdraw: 'withdrawn' } as const;

type Wanted = Input<typeof contract.startCampaign>;

const settle =
  (verb: CampaignVerb) =>
  async (ctx: Ctx, { id, version, note }: Wanted): Promise<Reply<typeof contract.startCampaign>> => {
    const campaign = await lockCampaign(ctx, id, version);
    await demandMayPlan(ctx, campaign.leadUnitId);
    demand(whyNotCampaign(verb, { ...campaign, openProjects: await openProjectsOf(ctx, id) }));
    const event = { type: `campaign.${pastTense[verb]}`, data: { note } };
    return writeState(ctx, campaign, event, campaignTransitions[verb].to);
  };

export const startCampaign = settle('start');
export const closeCampaign = settle('close');
export const reopenCampaign = settle('reopen');
export const withdrawCampaign = settle('withdraw');
