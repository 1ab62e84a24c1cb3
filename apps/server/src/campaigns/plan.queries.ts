import { dateAt } from '@duban/calendar/beijing-time';
import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/plans';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs, unitRefs } from '../organisation/module.ts';
import { readPlan, type StoredPlan } from './plan.store.ts';

/** Plans for pages: rows and links as they were entered. The page computes the dates with the server's own function. */

export async function getCampaignPlan(
  ctx: Ctx,
  { id }: Input<typeof contract.getCampaignPlan>,
): Promise<Reply<typeof contract.getCampaignPlan>> {
  const { rows } = await sql`
    select from campaigns where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  if (rows.length === 0) throw problem('record.not_found');
  return planView(ctx, await readPlan(ctx, { campaignId: id }));
}

export async function getProjectPlan(
  ctx: Ctx,
  { id }: Input<typeof contract.getProjectPlan>,
): Promise<Reply<typeof contract.getProjectPlan>> {
  const plan = await readPlan(ctx, { projectId: id });
  if (plan.projects.length === 0) throw problem('record.not_found');
  return planView(ctx, plan);
}

async function planView(ctx: Ctx, { projects, rows, links, calendars }: StoredPlan): Promise<contract.PlanView> {
  const units = await unitRefs(
    ctx.tx,
    [...projects, ...rows].flatMap(({ lineUnitId, territorialUnitId }) =>
      [lineUnitId, territorialUnitId].filter((id) => id !== null),
    ),
  );
  const people = await personRefs(
    ctx.tx,
    rows.flatMap(({ responsiblePersonId }) => responsiblePersonId ?? []),
  );
  return {
    today: dateAt(ctx.now()),
    projects: projects.map(({ lineUnitId, territorialUnitId, state, ...project }) => ({
      ...project,
      state: state as contract.PlanView['projects'][number]['state'],
      lineUnit: units.get(lineUnitId)!,
      territorialUnit: territorialUnitId ? (units.get(territorialUnitId) ?? null) : null,
    })),
    rows: rows.map((row) => ({ ...row, fixedDates: [...row.fixedDates] })),
    links: [...links],
    calendars: calendars.map(({ week, shift, stops, days, ...calendar }) => ({
      ...calendar,
      week: typeof week === 'string' ? week : [...week],
      shift: shift ?? 'day',
      stops: [...(stops ?? [])],
      days: [...(days ?? [])],
    })),
    units: [...units.values()],
    people: [...people.values()],
  };
}
