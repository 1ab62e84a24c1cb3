import { allProjectStates, allProjectVerbs } from '@duban/plans/projects/project';
import { z } from 'zod';
import { RefusalView } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';
import { PointOnMap } from './places.ts';

/** Projects 项目 of campaigns: who leads, who carries out, who answers, by when, and how far they are. */

const params = z.object({ id: Id });
const version = z.int();
const readers = ['dispatcher', 'leader', 'inspector', 'handler', 'cppcc_member', 'cppcc_office'] as const;
const planners = ['dispatcher', 'leader'] as const;
const workers = ['dispatcher', 'leader', 'handler'] as const;

export const ProjectStateCode = z.enum(allProjectStates);
export const ProjectVerbCode = z.enum(allProjectVerbs);
const StageCode = z.string().regex(/^[a-z][a-z_]{0,39}$/);

const facts = {
  name: lineOfText(120),
  description: z.string().trim().max(2000),
  placeText: z.string().trim().max(200),
  /** CGCS2000 */
  point: PointOnMap.nullable(),
  lineUnitId: Id,
  territorialUnitId: Id.nullable(),
  responsibleLeaderId: Id.nullable(),
  responsiblePersonId: Id.nullable(),
  startsOn: Day,
  finishBy: Day,
  /** the task that ordered it, and the sentence behind that */
  taskId: Id.nullable(),
};

export const Stage = z.object({
  code: StageCode,
  name: lineOfText(40),
  countsAs: z.enum(['not_started', 'started', 'finished']),
});
export type Stage = z.output<typeof Stage>;

export const ProjectRow = z.object({
  id: Id,
  version,
  number: z.string(),
  name: z.string(),
  campaignId: Id,
  state: ProjectStateCode,
  stage: StageCode.nullable(),
  lineUnit: UnitRef,
  territorialUnit: UnitRef.nullable(),
  responsibleLeader: PersonRef.nullable(),
  responsiblePerson: PersonRef.nullable(),
  placeText: z.string(),
  point: PointOnMap.nullable(),
  startsOn: Day,
  finishBy: Day,
  overdue: z.boolean(),
  completedOn: Day.nullable(),
});
export type ProjectRow = z.output<typeof ProjectRow>;

export const ProjectView = ProjectRow.extend({
  description: z.string(),
  campaign: z.object({ id: Id, number: z.string(), name: z.string(), finishBy: Day }),
  task: z.object({ id: Id, number: z.string(), title: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  createdBy: PersonRef,
  history: z.array(
    z.object({ sequence: z.int(), type: z.string(), at: z.iso.datetime(), by: PersonRef.nullable(), note: z.string() }),
  ),
  whyNotChange: RefusalView.nullable(),
  actions: z.array(z.object({ verb: ProjectVerbCode, refusal: RefusalView.nullable() })),
});
export type ProjectView = z.output<typeof ProjectView>;

const changed = z.object({ id: Id, version });

export const listProjects = endpoint({
  name: 'listProjects',
  summary: 'Projects I may see, the most pressing first',
  method: 'GET',
  path: '/v1/projects',
  allow: readers,
  query: z.object({
    campaignId: Id.optional(),
    text: z.string().trim().max(100).optional(),
    state: ProjectStateCode.optional(),
    open: z.stringbool().optional(),
    stage: StageCode.optional(),
    unitId: Id.optional(),
    overdue: z.stringbool().optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({ rows: z.array(ProjectRow), next: z.string().nullable() }),
});

export const getProject = endpoint({
  name: 'getProject',
  summary: 'One project with its campaign, its history, and what I may do',
  method: 'GET',
  path: '/v1/projects/:id',
  allow: readers,
  params,
  reply: ProjectView,
  problems: ['record.not_found'],
});

const factsProblems = [
  'project.role_needed',
  'project.span_reversed',
  'project.after_campaign',
  'project.unit_unknown',
  'project.person_unknown',
  'record.not_found',
] as const;

export const createProject = endpoint({
  name: 'createProject',
  summary: 'Write a project of a campaign down',
  method: 'POST',
  path: '/v1/campaigns/:campaignId/projects',
  allow: planners,
  params: z.object({ campaignId: Id }),
  body: z.object(facts),
  reply: changed.extend({ number: z.string() }),
  problems: [...factsProblems, 'campaign.ended'],
});

export const changeProject = endpoint({
  name: 'changeProject',
  summary: 'Change a project, with the reason',
  method: 'PUT',
  path: '/v1/projects/:id',
  allow: planners,
  params,
  body: z.object({ version, ...facts, note: lineOfText(500) }),
  reply: changed,
  problems: [...factsProblems, 'record.stale', 'project.ended'],
});

export const reachStage = endpoint({
  name: 'reachStage',
  summary: 'Say which stage a project has reached',
  method: 'POST',
  path: '/v1/projects/:id/reach-stage',
  allow: workers,
  params,
  body: z.object({ version, stage: StageCode, note: z.string().trim().max(500) }),
  reply: changed,
  problems: ['record.not_found', 'record.stale', 'project.role_needed', 'project.ended', 'project.stage_unknown'],
});

const verbProblems = [
  'record.not_found',
  'record.stale',
  'project.role_needed',
  'project.wrong_state',
  'project.own_work',
] as const;

const verbEndpoint = (verb: (typeof allProjectVerbs)[number], name: string, summary: string) =>
  endpoint({
    name,
    summary,
    method: 'POST',
    path: `/v1/projects/:id/${verb}`,
    allow: workers,
    params,
    body: z.object({ version, note: lineOfText(500) }),
    reply: changed.extend({ state: ProjectStateCode }),
    problems: verbProblems,
  });

export const beginProject = verbEndpoint('begin', 'beginProject', 'Begin a project');
export const suspendProject = verbEndpoint('suspend', 'suspendProject', 'Suspend a project, with the reason');
export const resumeProject = verbEndpoint('resume', 'resumeProject', 'Resume a project');
export const completeProject = verbEndpoint('complete', 'completeProject', 'Confirm that a project is completed');
export const reopenProject = verbEndpoint('reopen', 'reopenProject', 'Go on with a project that was completed');
export const withdrawProject = verbEndpoint('withdraw', 'withdrawProject', 'Withdraw a project, with the reason');

export const listStages = endpoint({
  name: 'listStages',
  summary: 'The vocabulary of stages, in order',
  method: 'GET',
  path: '/v1/stages',
  allow: readers,
  reply: z.object({ stages: z.array(Stage) }),
});

export const setStages = endpoint({
  name: 'setStages',
  summary: 'Set the vocabulary of stages; a stage that projects stand in cannot be left out',
  method: 'PUT',
  path: '/v1/stages',
  allow: ['dispatcher'],
  body: z.object({ stages: z.array(Stage).min(1).max(40) }),
  reply: z.object({ stages: z.array(Stage) }),
  problems: ['stage.in_use', 'stage.code_twice'],
});
