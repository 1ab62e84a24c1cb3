import { allCampaignStates, allCampaignVerbs } from '@duban/plans/campaigns/campaign';
import { z } from 'zod';
import { RefusalView } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';

/** Campaigns 专项行动: what they are for, what they rest on, their parts, and how far they are. */

const params = z.object({ id: Id });
const version = z.int();
const readers = ['dispatcher', 'leader', 'inspector', 'handler', 'cppcc_member', 'cppcc_office'] as const;
const planners = ['dispatcher', 'leader'] as const;

export const CampaignStateCode = z.enum(allCampaignStates);
export const CampaignVerbCode = z.enum(allCampaignVerbs);

export const basisLevels = ['central', 'provincial', 'municipal', 'county', 'street'] as const;

/** What a campaign rests on 政策依据. The date is kept as it is written, with as much of it as is known. */
export const CampaignBasis = z.object({
  title: lineOfText(200),
  organ: z.string().trim().max(100),
  documentNumber: z.string().trim().max(60),
  level: z.enum(basisLevels),
  /** for example 2019年6月19日, 5月21日, 去年9.29 */
  dateText: z.string().trim().max(40),
  year: z.int().min(1949).max(2100).nullable(),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
  /** the mandate that was imported */
  documentId: Id.nullable(),
});
export type CampaignBasis = z.output<typeof CampaignBasis>;

const Count = z.int().min(0).max(1_000_000);

const facts = {
  name: lineOfText(100),
  purpose: z.string().trim().max(2000),
  parentId: Id.nullable(),
  leadUnitId: Id,
  startsOn: Day,
  finishBy: Day,
  statedParts: Count.nullable(),
  statedProjects: Count.nullable(),
  statedQualifier: z.string().trim().max(20).nullable(),
  tag: lineOfText(40).nullable(),
  bases: z.array(CampaignBasis).max(50),
};

/** How far what is named covers what is said; `unnamed` is null where more are known than were said. */
const CoverageView = z.object({ stated: z.int(), known: z.int(), unnamed: z.int().nullable() });

export const CampaignRow = z.object({
  id: Id,
  version,
  number: z.string(),
  name: z.string(),
  state: CampaignStateCode,
  parentId: Id.nullable(),
  leadUnit: UnitRef,
  startsOn: Day,
  finishBy: Day,
  /** working days that lie behind, today included, of all its working days; above 1 after the last day */
  elapsed: z.object({ numerator: z.int(), denominator: z.int() }).nullable(),
  parts: CoverageView.nullable(),
  projects: z.object({
    total: z.int(),
    /** neither completed nor withdrawn */
    open: z.int(),
    completed: z.int(),
    /** open past their day */
    overdue: z.int(),
    said: CoverageView.nullable(),
    saidQualifier: z.string().nullable(),
  }),
});
export type CampaignRow = z.output<typeof CampaignRow>;

export const CampaignView = CampaignRow.extend({
  purpose: z.string(),
  statedParts: z.int().nullable(),
  statedProjects: z.int().nullable(),
  tag: z.string().nullable(),
  bases: z.array(CampaignBasis),
  createdAt: z.iso.datetime(),
  createdBy: PersonRef,
  history: z.array(
    z.object({ sequence: z.int(), type: z.string(), at: z.iso.datetime(), by: PersonRef.nullable(), note: z.string() }),
  ),
  whyNotChange: RefusalView.nullable(),
  /** what I may do now, and why not the rest */
  actions: z.array(z.object({ verb: CampaignVerbCode, refusal: RefusalView.nullable() })),
});
export type CampaignView = z.output<typeof CampaignView>;

const changed = z.object({ id: Id, version });

export const listCampaigns = endpoint({
  name: 'listCampaigns',
  summary: 'All campaigns of the jurisdiction with their parts, by their last day',
  method: 'GET',
  path: '/v1/campaigns',
  allow: readers,
  reply: z.object({ rows: z.array(CampaignRow) }),
});

export const getCampaign = endpoint({
  name: 'getCampaign',
  summary: 'One campaign with what it rests on, its history, and what I may do',
  method: 'GET',
  path: '/v1/campaigns/:id',
  allow: readers,
  params,
  reply: CampaignView,
  problems: ['record.not_found'],
});

export const createCampaign = endpoint({
  name: 'createCampaign',
  summary: 'Write a campaign down',
  method: 'POST',
  path: '/v1/campaigns',
  allow: planners,
  body: z.object(facts),
  reply: changed.extend({ number: z.string() }),
  problems: ['campaign.role_needed', 'campaign.span_reversed', 'campaign.tag_taken', 'record.not_found'],
});

export const changeCampaign = endpoint({
  name: 'changeCampaign',
  summary: 'Change what is said about a campaign, with the reason',
  method: 'PUT',
  path: '/v1/campaigns/:id',
  allow: planners,
  params,
  body: z.object({ version, ...facts, note: lineOfText(500) }),
  reply: changed,
  problems: [
    'record.not_found',
    'record.stale',
    'campaign.role_needed',
    'campaign.span_reversed',
    'campaign.tag_taken',
    'campaign.ended',
    'campaign.parent_own_part',
  ],
});

const verbProblems = [
  'record.not_found',
  'record.stale',
  'campaign.role_needed',
  'campaign.wrong_state',
  'campaign.projects_open',
] as const;

const verbEndpoint = <Verb extends (typeof allCampaignVerbs)[number]>(verb: Verb, name: string, summary: string) =>
  endpoint({
    name,
    summary,
    method: 'POST',
    path: `/v1/campaigns/:id/${verb}`,
    allow: planners,
    params,
    body: z.object({ version, note: lineOfText(500) }),
    reply: changed.extend({ state: CampaignStateCode }),
    problems: verbProblems,
  });

export const startCampaign = verbEndpoint('start', 'startCampaign', 'Start a campaign');
export const closeCampaign = verbEndpoint('close', 'closeCampaign', 'Close a campaign whose projects are all done');
export const reopenCampaign = verbEndpoint('reopen', 'reopenCampaign', 'Go on with a campaign that was closed');
export const withdrawCampaign = verbEndpoint('withdraw', 'withdrawCampaign', 'Withdraw a campaign, with the reason');
