import { FIXED_DATE_KINDS, LAG_TIMES, LINK_KINDS } from '@duban/plans/network/activity';
import { allPlanRowKinds } from '@duban/plans/plan/plan';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, lineOfText, PersonRef, UnitRef } from './organisation.ts';
import { ProjectStateCode } from './projects.ts';

/**
 * Plans: the rows and links of projects as people entered them. Dates are computed from them by `@duban/plans`, here
 * and there alike, so the wire carries none.
 */

const readers = ['dispatcher', 'leader', 'inspector', 'handler', 'cppcc_member', 'cppcc_office'] as const;
const Days = z.int().min(0).max(20_000);

export const FixedDate = z.object({ kind: z.enum(FIXED_DATE_KINDS), date: Day });

/** A row with the ids of its units and people, as an edit sends it. */
export const PlanRowInput = z.object({
  id: Id,
  projectId: Id,
  sectionId: Id.nullable(),
  position: z.number().min(-1e12).max(1e12),
  name: lineOfText(200),
  kind: z.enum(allPlanRowKinds),
  duration: Days,
  shortest: Days.nullable(),
  calendarId: Id.nullable(),
  fixedDates: z.array(FixedDate).max(6),
  rigid: z.boolean(),
  stage: z
    .string()
    .regex(/^[a-z][a-z_]{0,39}$/)
    .nullable(),
  lineUnitId: Id.nullable(),
  territorialUnitId: Id.nullable(),
  responsiblePersonId: Id.nullable(),
  startedOn: Day.nullable(),
  finishedOn: Day.nullable(),
  remaining: Days.nullable(),
  gate: z.object({ argue: Days, coordinate: Days, approve: Days }).nullable(),
  replacesId: Id.nullable(),
  replacesDaysBefore: Days.nullable(),
});
export type PlanRowInput = z.output<typeof PlanRowInput>;

export const PlanLink = z.object({
  fromId: Id,
  toId: Id,
  kind: z.enum(LINK_KINDS),
  lag: z.int().min(-20_000).max(20_000),
  lagTime: z.enum(LAG_TIMES),
  rigid: z.boolean(),
});

const LinkName = PlanLink.pick({ fromId: true, toId: true, kind: true });

export const PlanEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add_row'), row: PlanRowInput }),
  z.object({
    kind: z.literal('change_row'),
    id: Id,
    change: PlanRowInput.omit({ id: true, projectId: true }).partial(),
  }),
  z.object({ kind: z.literal('remove_rows'), ids: z.array(Id).min(1).max(2000) }),
  z.object({
    kind: z.literal('move_rows'),
    ids: z.array(Id).min(1).max(2000),
    sectionId: Id.nullable(),
    position: z.number().min(-1e12).max(1e12),
  }),
  z.object({ kind: z.literal('add_link'), link: PlanLink }),
  z.object({
    kind: z.literal('change_link'),
    of: LinkName,
    change: PlanLink.omit({ fromId: true, toId: true }).partial(),
  }),
  z.object({ kind: z.literal('remove_link'), of: LinkName }),
  z.object({
    kind: z.literal('project_dates'),
    projectId: Id,
    change: z.object({ startsOn: Day, finishBy: Day }).partial(),
  }),
]);

export const PlanCalendarView = z.object({
  id: z.string(),
  name: z.string(),
  week: z.union([z.enum(['office', 'every_day']), z.array(z.int().min(1).max(7))]),
  shift: z.enum(['day', 'night']),
  stops: z.array(z.object({ kind: z.string(), name: z.string(), from: z.string(), to: z.string() })),
  days: z.array(z.object({ date: Day, works: z.boolean() })),
});

export const PlanView = z.object({
  today: Day,
  projects: z.array(
    z.object({
      id: Id,
      number: z.string(),
      name: z.string(),
      state: ProjectStateCode,
      startsOn: Day,
      finishBy: Day,
      calendarId: Id.nullable(),
      planVersion: z.int(),
      lineUnit: UnitRef,
      territorialUnit: UnitRef.nullable(),
    }),
  ),
  rows: z.array(PlanRowInput),
  links: z.array(PlanLink),
  /** the first is the office calendar, for rows and projects that name none */
  calendars: z.array(PlanCalendarView),
  /** everybody and every unit that a row names */
  units: z.array(UnitRef),
  people: z.array(PersonRef),
});
export type PlanView = z.output<typeof PlanView>;

export const getCampaignPlan = endpoint({
  name: 'getCampaignPlan',
  summary: 'The rows and links of all projects of a campaign that I may see',
  method: 'GET',
  path: '/v1/campaigns/:id/plan',
  allow: readers,
  params: z.object({ id: Id }),
  reply: PlanView,
  problems: ['record.not_found'],
});

export const getProjectPlan = endpoint({
  name: 'getProjectPlan',
  summary: 'The rows and links of a project',
  method: 'GET',
  path: '/v1/projects/:id/plan',
  allow: readers,
  params: z.object({ id: Id }),
  reply: PlanView,
  problems: ['record.not_found'],
});

export const editPlan = endpoint({
  name: 'editPlan',
  summary: 'Change rows, links and dates of a project’s plan, all or none',
  method: 'POST',
  path: '/v1/projects/:id/plan/edits',
  allow: ['dispatcher', 'leader', 'handler'],
  params: z.object({ id: Id }),
  body: z.object({
    planVersion: z.int(),
    edits: z.array(PlanEdit).min(1).max(2000),
    note: z.string().trim().max(500),
  }),
  reply: z.object({ planVersion: z.int() }),
  problems: [
    'record.not_found',
    'record.stale',
    'project.role_needed',
    'project.ended',
    'plan.elsewhere',
    'plan.row_taken',
  ],
});
