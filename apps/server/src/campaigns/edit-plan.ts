import { dateAt } from '@duban/calendar/beijing-time';
import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/plans';
import { openDraft } from '@duban/plans/network/draft';
import { editPlan as edit, isProgress, type PlanEdit } from '@duban/plans/plan/edit-plan';
import { networkOf, type Plan, type PlanRow } from '@duban/plans/plan/plan';
import { isOwnProject, mayPlanProject, projectStates, whyNotSpan } from '@duban/plans/projects/project';
import { sql } from 'kysely';
import { currentCalendar } from '../calendar/module.ts';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { demand, granted, problem } from '../kernel/problem.ts';
import { readPlan, writePlan } from './plan.store.ts';
import {
  type CampaignOf,
  demandParties,
  holdCampaign,
  linesOf,
  type LockedProject,
  lockPlan,
} from './project.store.ts';
import { demandStage } from './stage.store.ts';

// Lock → check the plan's version → edit the whole (pure) → compute the network, which refuses what cannot be → write
// what changed. The plan of the campaign is computed whole, because links run between its projects.

export async function editPlan(
  ctx: Ctx,
  { id, planVersion, edits, note }: Input<typeof contract.editPlan>,
): Promise<Reply<typeof contract.editPlan>> {
  const project = await lockPlan(ctx, id, planVersion);
  const campaign = await holdCampaign(ctx, project.campaignId);
  await demandMayEdit(ctx, project, campaign, edits);
  const before = await readPlan(ctx, { campaignId: campaign.id });
  const after = granted(edit(before, edits));
  demandOwnRows(before, after, id);
  await demandNewParties(ctx, before, after);
  for (const { id: of, ...span } of after.projects) if (of === id) demand(whyNotSpan(span, campaign));
  for (const stage of new Set(after.rows.map((row) => row.stage))) if (stage) await demandStage(ctx, stage);
  const { calendar } = await currentCalendar(ctx.tx, ctx.actor.jurisdictionId);
  granted(openDraft(networkOf(after, dateAt(ctx.now())), calendar));
  await writePlan(ctx, before, after);
  return { planVersion: await appendEdited(ctx, project, edits, note) };
}

async function demandMayEdit(
  ctx: Ctx,
  project: LockedProject,
  campaign: CampaignOf,
  edits: readonly PlanEdit[],
): Promise<void> {
  const lines = await linesOf(ctx, campaign.leadUnitId, project.lineUnitId);
  const may = mayPlanProject(ctx.actor, lines) || (edits.every(isProgress) && isOwnProject(project, ctx.actor));
  if (!may) throw problem('project.role_needed');
  if (!projectStates[project.state].open) throw problem('project.ended', { project_state: project.state });
}

/** Links may come from other projects of the campaign; rows and dates of these are edited where they belong. */
function demandOwnRows(before: Plan, after: Plan, projectId: string): void {
  const stood = new Set<object>([...before.rows, ...before.projects]);
  const touched = after.rows.some((row) => row.projectId !== projectId && !stood.has(row));
  const moved = after.projects.some((project) => project.id !== projectId && !stood.has(project));
  const own = new Set(after.rows.filter((row) => row.projectId === projectId).map((row) => row.id));
  const kept = new Set(after.rows.map((row) => row.id));
  const removed = before.rows.some((row) => row.projectId !== projectId && !kept.has(row.id));
  const links = new Set<object>(before.links);
  const elsewhere = after.links.some((link) => !links.has(link) && !own.has(link.toId));
  if (touched || moved || removed || elsewhere) throw problem('plan.elsewhere');
}

/** What rows named before may have been closed since; only what is named anew must be there. */
async function demandNewParties(ctx: Ctx, before: Plan, after: Plan): Promise<void> {
  const known = new Set(before.rows.flatMap(partiesOf));
  const fresh = (id: string | null) => id !== null && !known.has(id);
  await demandParties(ctx, {
    unitIds: after.rows.flatMap(({ lineUnitId, territorialUnitId }) => [lineUnitId, territorialUnitId]).filter(fresh),
    personIds: after.rows.map(({ responsiblePersonId }) => responsiblePersonId).filter(fresh),
  });
}

const partiesOf = ({ lineUnitId, territorialUnitId, responsiblePersonId }: PlanRow) => [
  lineUnitId,
  territorialUnitId,
  responsiblePersonId,
];

async function appendEdited(
  ctx: Ctx,
  { id, planVersion }: LockedProject,
  edits: readonly PlanEdit[],
  note: string,
): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  const version = await appendEvents(ctx, {
    recordType: 'project',
    recordId: id,
    jurisdictionId,
    events: [{ type: 'project.plan_edited', data: { edits, note } }],
  });
  await sql`
    update projects set version = ${version}, plan_version = ${planVersion + 1}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return planVersion + 1;
}
