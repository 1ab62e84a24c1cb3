import * as contract from '@duban/contract/campaigns';
import { defineModule, route } from '../kernel/module.ts';
import { getCampaign, listCampaigns } from './campaign.queries.ts';
import { changeCampaign } from './change-campaign.ts';
import { createCampaign } from './create-campaign.ts';
import { closeCampaign, reopenCampaign, startCampaign, withdrawCampaign } from './settle-campaign.ts';

/** Campaigns and their parts. */
export const campaignsModule = defineModule({
  name: 'campaigns',
  routes: [
    route(contract.listCampaigns, listCampaigns),
    route(contract.getCampaign, getCampaign),
    route(contract.createCampaign, createCampaign),
    route(contract.changeCampaign, changeCampaign),
    route(contract.startCampaign, startCampaign),
    route(contract.closeCampaign, closeCampaign),
    route(contract.reopenCampaign, reopenCampaign),
    route(contract.withdrawCampaign, withdrawCampaign),
  ],
  constraints: { campaigns_one_tag: 'campaign.tag_taken' },
});
