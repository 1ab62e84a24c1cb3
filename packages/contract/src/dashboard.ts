import { dashboardCounts, redReasons } from '@duban/rankings/red';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, UnitRef } from './organisation.ts';
import { rankingReaders } from './peer-groups.ts';
import { MeasuredRateView, PeriodKey, PeriodView } from './rankings.ts';

/** The leaders' page: what is red, why, since when, and which unit holds it. Units only; persons are never counted. */

export const RedReason = z.enum(redReasons);
export const DashboardCount = z.enum(dashboardCounts);

export const RateGrade = z.enum(['good', 'fair', 'poor', 'no_rate', 'below_minimum']);

/** a unit and all units below it; absent: the caller's own territory */
const scope = { unitId: Id.optional() };

/** the day that weeks begin with: 1 Monday … 7 Sunday */
const weekStart = z.coerce.number().int().min(1).max(7).default(1);

export const WeekPoint = z.object({
  period: PeriodView,
  complete: z.boolean(),
  due: z.int(),
  rectified: z.int(),
  onTime: z.int(),
  relapsed: z.int(),
  unknown: z.int(),
  arrived: z.int(),
  rectification: MeasuredRateView.nullable(),
  onTimeRate: MeasuredRateView.nullable(),
});
export type WeekPoint = z.output<typeof WeekPoint>;

export const getDashboard = endpoint({
  name: 'getDashboard',
  summary: 'What is red now, why, since when and which unit holds it, with the totals around it',
  method: 'GET',
  path: '/v1/dashboard',
  allow: rankingReaders,
  query: z.object({ ...scope, weekStart }),
  reply: z.object({
    asOf: z.iso.datetime(),
    /** the unit whose territory and line is shown */
    scope: UnitRef,
    totals: z.record(DashboardCount, z.int()),
    reasons: z.array(z.object({ reason: RedReason, cases: z.int(), since: z.iso.datetime() })),
    /** units that hold red cases, most first; at most twenty */
    holders: z.array(
      z.object({
        unit: UnitRef,
        red: z.int(),
        open: z.int(),
        since: z.iso.datetime(),
        reasons: z.array(z.object({ reason: RedReason, cases: z.int() })),
      }),
    ),
    /** this week so far, and the week before */
    thisWeek: WeekPoint,
    lastWeek: WeekPoint,
  }),
  problems: ['record.not_found', 'dashboard.outside'],
});

export const RedCaseView = z.object({
  caseId: Id,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  reason: RedReason.nullable(),
  /** since when it is red; of a case that is not, when its limit ends */
  since: z.iso.datetime().nullable(),
  /** whose move it is; null: it waits for the dispatchers */
  holder: UnitRef.nullable(),
  finishBy: z.iso.datetime().nullable(),
});
export type RedCaseView = z.output<typeof RedCaseView>;

export const listDashboardCases = endpoint({
  name: 'listDashboardCases',
  summary: 'The cases behind a number of the dashboard, longest overdue first',
  method: 'GET',
  path: '/v1/dashboard/cases',
  allow: rankingReaders,
  query: z.object({
    ...scope,
    count: DashboardCount,
    reason: RedReason.optional(),
    /** only cases held by this unit or a unit below it */
    holderId: Id.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ cases: z.array(RedCaseView), next: z.string().nullable() }),
  problems: ['record.not_found', 'dashboard.outside'],
});

export const getTerritoryRates = endpoint({
  name: 'getTerritoryRates',
  summary: 'Rates of the streets by where the cases lie, whoever handles them: for the map',
  method: 'GET',
  path: '/v1/dashboard/territory',
  allow: rankingReaders,
  query: z.object({ period: PeriodKey }),
  reply: z.object({
    period: PeriodView,
    asOf: z.iso.datetime(),
    minimumDue: z.int(),
    grades: z.array(z.object({ grade: RateGrade, fromPercent: z.int() })),
    units: z.array(
      z.object({
        unit: UnitRef,
        due: z.int(),
        rectified: z.int(),
        rectification: MeasuredRateView.nullable(),
        grade: RateGrade,
        red: z.int(),
      }),
    ),
  }),
});

export const getTrend = endpoint({
  name: 'getTrend',
  summary: 'The rates of the last weeks, this one included',
  method: 'GET',
  path: '/v1/dashboard/trend',
  allow: rankingReaders,
  query: z.object({ ...scope, weekStart, weeks: z.coerce.number().int().min(2).max(53).default(12) }),
  reply: z.object({ scope: UnitRef, weeks: z.array(WeekPoint) }),
  problems: ['record.not_found', 'dashboard.outside'],
});
