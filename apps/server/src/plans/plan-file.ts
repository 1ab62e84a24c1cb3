import type { CrewNeeds } from '@duban/plans/network/crew-project';
import type { CrewProject } from '@duban/plans/crews/project';
import { FIXED_DATE_KINDS, LAG_TIMES, LINK_KINDS } from '@duban/plans/network/activity';
import type { Network } from '@duban/plans/network/network';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { z } from 'zod';

/**
 * Our own file of a plan, described in `packages/plans/README.md`. With `today` it is dated and counts working days of
 * its calendars; without it is abstract, and its time runs in periods from 0 that all work. Fields that nobody knows are
 * refused: a mistyped one would silently give another plan.
 */
const days = z.int();
const text = z.string();

const calendar = z.strictObject({
  id: text,
  name: text.default(''),
  week: z.union([z.literal(['office', 'every_day']), z.array(z.literal([1, 2, 3, 4, 5, 6, 7]))]).default('office'),
  holidays: z.literal(['off', 'worked']).optional(),
  shift: z.literal(['day', 'night']).optional(),
  stops: z
    .array(
      z.strictObject({ kind: z.literal(['winter', 'rain', 'holiday', 'other']), name: text, from: text, to: text }),
    )
    .optional(),
  days: z.array(z.strictObject({ date: text, works: z.boolean() })).optional(),
});

const activity = z.strictObject({
  id: text,
  name: text.default(''),
  duration: days,
  shortest: days.optional(),
  calendar: text.optional(),
  section: text.optional(),
  rigid: z.boolean().optional(),
  fixed: z.array(z.strictObject({ kind: z.literal([...FIXED_DATE_KINDS]), date: text })).optional(),
  progress: z.strictObject({ started: text, finished: text.optional(), remaining: days.optional() }).optional(),
  demands: z.record(text, days).optional(),
  cost: days.optional(),
  costFalls: z.literal(['at_start', 'evenly']).optional(),
});

const link = z.strictObject({
  from: text,
  to: text,
  kind: z.literal([...LINK_KINDS]).default('finish_start'),
  lag: days.default(0),
  lagTime: z.literal([...LAG_TIMES]).optional(),
  rigid: z.boolean().optional(),
});

/** A day where the plan is dated, a period where it is not. */
const moment = z.union([text, days]);

const planShape = z.strictObject({
  name: text.optional(),
  today: text.optional(),
  finishBy: text.optional(),
  calendars: z.array(calendar).optional(),
  activities: z.array(activity),
  links: z.array(link).default([]),
  gates: z
    .array(
      z.strictObject({
        before: text,
        calendar: text.optional(),
        steps: z.strictObject({ argue: days, coordinate: days, approve: days }),
      }),
    )
    .optional(),
  pairs: z.array(z.strictObject({ removal: text, replacement: text, daysBefore: days.optional() })).optional(),
  crews: z
    .array(
      z.strictObject({
        id: text,
        capacity: days,
        calendar: text.optional(),
        changes: z.array(z.strictObject({ from: moment, capacity: days })).optional(),
      }),
    )
    .default([]),
  budget: z.strictObject({ releases: z.array(z.strictObject({ from: moment, amount: days })) }).optional(),
});

export type PlanShape = z.infer<typeof planShape>;

export type PlanFile =
  | { readonly kind: 'dated'; readonly network: Network; readonly needs: CrewNeeds | null }
  | { readonly kind: 'abstract'; readonly project: CrewProject };

const OFFICE = { id: 'office', name: '工作日', week: 'office' } as const;

/** @returns a refusal that names the place in the file */
export function readPlanFile(json: string): PlanFile | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('plan_file.not_json', { reason: error.message.slice(0, 200) });
  }
  const parsed = planShape.safeParse(value);
  if (!parsed.success) return firstFault(parsed.error);
  return parsed.data.today === undefined ? abstractPlan(parsed.data) : datedPlan(parsed.data, parsed.data.today);
}

function firstFault({ issues }: z.ZodError): Refusal {
  const { path, message } = issues[0]!;
  const place = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`)).join('');
  return refuse('plan_file.field_invalid', {
    field: place.replace(/^\./, '') || '/',
    reason: message,
    more: issues.length - 1,
  });
}

function datedPlan(plan: PlanShape, today: string): PlanFile | Refusal {
  const { finishBy, activities, links, gates, pairs, crews, budget } = plan;
  const calendars = plan.calendars ?? [OFFICE];
  const network: Network = { today, finishBy, calendars, activities, links, gates, pairs };
  if (crews.length === 0 && !budget) return { kind: 'dated', network, needs: null };
  const moments = [...crews.flatMap(({ changes = [] }) => changes), ...(budget?.releases ?? [])];
  const period = moments.find(({ from }) => typeof from === 'number');
  if (period) return refuse('plan_file.date_wanted', { period: period.from });
  const needs: CrewNeeds = {
    crews: crews.map(({ changes, ...crew }) => ({
      ...crew,
      changes: changes?.map(({ from, capacity }) => ({ from: String(from), capacity })),
    })),
    demands: new Map(activities.flatMap(({ id, demands }) => (demands ? [[id, demands]] : []))),
    costs: new Map(activities.flatMap(({ id, cost, costFalls }) => (cost ? [[id, { cost, costFalls }]] : []))),
    releases: budget?.releases.map(({ from, amount }) => ({ from: String(from), amount })),
  };
  return { kind: 'dated', network, needs };
}

function abstractPlan(plan: PlanShape): PlanFile | Refusal {
  const { activities, links, crews, budget } = plan;
  const dated = (['finishBy', 'calendars', 'gates', 'pairs'] as const).find((field) => plan[field] !== undefined);
  const row = activities.findIndex(({ fixed, progress, calendar }) => fixed ?? progress ?? calendar);
  if (dated || row >= 0) return refuse('plan_file.today_missing', { field: dated ?? `activities[${row + 1}]` });
  const moments = [...crews.flatMap(({ changes = [] }) => changes), ...(budget?.releases ?? [])];
  const day = moments.find(({ from }) => typeof from === 'string');
  if (day) return refuse('plan_file.today_missing', { field: String(day.from) });
  return {
    kind: 'abstract',
    project: {
      activities: activities.map(({ id, duration, demands, cost, costFalls }) => ({
        id,
        duration,
        demands,
        cost,
        costFalls,
      })),
      links: links.map(({ from, to, kind, lag }) => ({ from, to, kind, lag })),
      crews: crews.map(({ id, capacity, changes }) => ({
        id,
        capacity,
        changes: changes?.map(({ from, capacity }) => ({ from: Number(from), capacity })),
      })),
      budget: budget && { releases: budget.releases.map(({ from, amount }) => ({ from: Number(from), amount })) },
    },
  };
}
