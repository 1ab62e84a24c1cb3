import type { CivilDate } from '@duban/calendar/civil-date';
import type { Actor } from '@duban/kit/actor';
import { hasRole } from '@duban/kit/actor';
import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * A campaign 专项行动: one lead, one purpose, a first and a last day, and projects that carry it out. It may have parts;
 * a speech often says how many ("九大专项行动") and names only some, so the number said and the parts known stand beside
 * each other and neither is made up from the other.
 */
export const campaignStates = {
  preparing: { 'zh-CN': '筹备中', en: 'in preparation', open: true },
  running: { 'zh-CN': '进行中', en: 'running', open: true },
  closed: { 'zh-CN': '已结束', en: 'closed', open: false },
  withdrawn: { 'zh-CN': '已撤销', en: 'withdrawn', open: false },
} as const;
export type CampaignState = keyof typeof campaignStates;
export const allCampaignStates = Object.keys(campaignStates) as CampaignState[];

export const campaignVerbs = {
  start: { 'zh-CN': '启动', en: 'start' },
  close: { 'zh-CN': '结束', en: 'close' },
  reopen: { 'zh-CN': '恢复', en: 'reopen' },
  withdraw: { 'zh-CN': '撤销', en: 'withdraw' },
} as const;
export type CampaignVerb = keyof typeof campaignVerbs;
export const allCampaignVerbs = Object.keys(campaignVerbs) as CampaignVerb[];

/** From which states a verb leads where. Everything else is refused. */
export const campaignTransitions: Readonly<
  Record<CampaignVerb, { readonly from: readonly CampaignState[]; readonly to: CampaignState }>
> = {
  start: { from: ['preparing'], to: 'running' },
  close: { from: ['running'], to: 'closed' },
  reopen: { from: ['closed'], to: 'running' },
  withdraw: { from: ['preparing', 'running'], to: 'withdrawn' },
};

/** What people say about a campaign. */
export type CampaignFacts = {
  readonly name: string;
  readonly purpose: string;
  readonly parentId: string | null;
  readonly leadUnitId: string;
  readonly startsOn: CivilDate;
  /** the last day */
  readonly finishBy: CivilDate;
  /** how many parts are spoken of, named or not; null: nothing is said */
  readonly statedParts: number | null;
  /** how many projects are spoken of ("改造440个小区") */
  readonly statedProjects: number | null;
  /** 多, 余, 近 …, as said beside the number of projects */
  readonly statedQualifier: string | null;
  /** the tag by which cases of the ledger belong to it */
  readonly tag: string | null;
};

export type Campaign = {
  readonly state: CampaignState;
  readonly leadUnitId: string;
  /** projects that are neither completed nor withdrawn */
  readonly openProjects: number;
};

/** The dispatchers plan for the whole jurisdiction, a leader for the unit that leads the campaign and those below it. */
export function mayPlan(by: Actor, leadUnitLine: readonly string[]): boolean {
  return hasRole(by, 'dispatcher') || (hasRole(by, 'leader') && leadUnitLine.includes(by.unitId));
}

export function whyNotFacts({ startsOn, finishBy }: Pick<CampaignFacts, 'startsOn' | 'finishBy'>): Refusal | null {
  return startsOn <= finishBy ? null : refuse('campaign.span_reversed', { first: startsOn, last: finishBy });
}

export function whyNotChangeCampaign(campaign: Pick<Campaign, 'state'>): Refusal | null {
  return campaignStates[campaign.state].open ? null : refuse('campaign.ended', { campaign_state: campaign.state });
}

/** Why this cannot be done to the campaign now; null when it is possible. */
export function whyNotCampaign(verb: CampaignVerb, campaign: Campaign): Refusal | null {
  if (!campaignTransitions[verb].from.includes(campaign.state)) {
    return refuse('campaign.wrong_state', { campaign_state: campaign.state, campaign_verb: verb });
  }
  if (verb === 'close' && campaign.openProjects > 0) {
    return refuse('campaign.projects_open', { count: campaign.openProjects });
  }
  return null;
}

/**
 * How far what is named covers what is said. Qualifiers are bounds: 多, 余 and 以上 say at least so many, 近 and 不到 at
 * most; none says exactly so many.
 */
export type Coverage = { readonly stated: number; readonly known: number; readonly unnamed: number | null };

/** @returns null when no number is said; `unnamed` is null where more are known than were said */
export function coverageOf(stated: number | null, known: number): Coverage | null {
  if (stated === null) return null;
  return { stated, known, unnamed: known > stated ? null : stated - known };
}
