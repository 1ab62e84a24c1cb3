import * as campaigns from '@duban/contract/campaigns';
import * as plans from '@duban/contract/plans';
import * as projects from '@duban/contract/projects';
import { defineModule, route } from '../kernel/module.ts';
import { getCampaign, listCampaigns } from './campaign.queries.ts';
import { changeCampaign } from './change-campaign.ts';
import { changeProject } from './change-project.ts';
import { createCampaign } from './create-campaign.ts';
import { createProject } from './create-project.ts';
import { editPlan } from './edit-plan.ts';
import { getCampaignPlan, getProjectPlan } from './plan.queries.ts';
import { getProject, listProjects } from './project.queries.ts';
import { reachStage } from './reach-stage.ts';
import { closeCampaign, reopenCampaign, startCampaign, withdrawCampaign } from './settle-campaign.ts';
import {
  beginProject,
  completeProject,
  reopenProject,
  resumeProject,
  suspendProject,
  withdrawProject,
} from './settle-project.ts';
import { listStages, setStages } from './stage.store.ts';

/** Campaigns, the projects that carry them out, and the plans of these. */
export const campaignsModule = defineModule({
  name: 'campaigns',
  routes: [
    route(campaigns.listCampaigns, listCampaigns),
    route(campaigns.getCampaign, getCampaign),
    route(campaigns.createCampaign, createCampaign),
    route(campaigns.changeCampaign, changeCampaign),
    route(campaigns.startCampaign, startCampaign),
    route(campaigns.closeCampaign, closeCampaign),
    route(campaigns.reopenCampaign, reopenCampaign),
    route(campaigns.withdrawCampaign, withdrawCampaign),
    route(projects.listProjects, listProjects),
    route(projects.getProject, getProject),
    route(projects.createProject, createProject),
    route(projects.changeProject, changeProject),
    route(projects.reachStage, reachStage),
    route(projects.beginProject, beginProject),
    route(projects.suspendProject, suspendProject),
    route(projects.resumeProject, resumeProject),
    route(projects.completeProject, completeProject),
    route(projects.reopenProject, reopenProject),
    route(projects.withdrawProject, withdrawProject),
    route(projects.listStages, listStages),
    route(projects.setStages, setStages),
    route(plans.getCampaignPlan, getCampaignPlan),
    route(plans.getProjectPlan, getProjectPlan),
    route(plans.editPlan, editPlan),
  ],
  constraints: { campaigns_one_tag: 'campaign.tag_taken', activities_pkey: 'plan.row_taken' },
});
