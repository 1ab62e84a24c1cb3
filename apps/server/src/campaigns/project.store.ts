import { dateAt } from '@duban/calendar/beijing-time';
import type { PointOnMap } from '@duban/contract/places';
import type { CampaignState } from '@duban/plans/campaigns/campaign';
import type { Project, ProjectLines, ProjectState } from '@duban/plans/projects/project';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { unitLineOf } from '../organisation/module.ts';
import { visibleProject } from './project-visibility.ts';

/** The only writer of `projects`. */

export type ProjectFacts = {
  readonly name: string;
  readonly description: string;
  readonly placeText: string;
  readonly point: PointOnMap | null;
  readonly lineUnitId: string;
  readonly territorialUnitId: string | null;
  readonly responsibleLeaderId: string | null;
  readonly responsiblePersonId: string | null;
  readonly startsOn: string;
  readonly finishBy: string;
  readonly taskId: string | null;
};

export type CampaignOf = {
  readonly id: string;
  readonly state: CampaignState;
  readonly leadUnitId: string;
  readonly finishBy: string;
};

/** The campaign of a project, held so that it does not end meanwhile. @throws Problem `record.not_found` */
export async function holdCampaign({ tx, actor }: Ctx, id: string): Promise<CampaignOf> {
  const { rows } = await sql<CampaignOf>`
    select id, state, lead_unit_id as "leadUnitId", finish_by as "finishBy" from campaigns
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for share`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return found;
}

export async function linesOf({ tx }: Ctx, leadUnitId: string, lineUnitId: string): Promise<ProjectLines> {
  return { campaignLead: await unitLineOf(tx, leadUnitId), line: await unitLineOf(tx, lineUnitId) };
}

export async function insertProject(
  ctx: Ctx,
  campaignId: string,
  facts: ProjectFacts,
): Promise<{ id: string; version: number; number: string }> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { rows } = await sql<{ next: number }>`select nextval('project_numbers') as next`.execute(tx);
  const number = `XM-${dateAt(ctx.now()).slice(0, 4)}-${String(rows[0]!.next).padStart(5, '0')}`;
  const version = await append(ctx, id, { type: 'project.created', data: { number, campaignId, ...facts } });
  await sql`
    insert into projects (jurisdiction_id, id, version, campaign_id, number, name, state, description, place_text,
      point, line_unit_id, territorial_unit_id, responsible_leader_id, responsible_person_id, starts_on, finish_by,
      plan_version, task_id, directive_id, created_at, created_by)
    values (${actor.jurisdictionId}, ${id}, ${version}, ${campaignId}, ${number}, ${facts.name}, 'planned',
      ${facts.description}, ${facts.placeText}, ${pointText(facts.point)}, ${facts.lineUnitId},
      ${facts.territorialUnitId}, ${facts.responsibleLeaderId}, ${facts.responsiblePersonId}, ${facts.startsOn},
      ${facts.finishBy}, 1, ${facts.taskId}, ${directiveOf(ctx, facts.taskId)}, ${ctx.now().toString()},
      ${actor.personId})`.execute(tx);
  return { id, version, number };
}

export type LockedProject = Project & {
  readonly id: string;
  readonly version: number;
  readonly campaignId: string;
  readonly planVersion: number;
};

/** @throws Problem `record.not_found` also when the caller may not see it, `record.stale` */
export async function lockProject(ctx: Ctx, id: string, version: number): Promise<LockedProject> {
  const found = await lockVisible(ctx, id);
  if (found.version !== version) throw problem('record.stale');
  return found;
}

async function lockVisible(ctx: Ctx, id: string): Promise<LockedProject> {
  const { rows } = await sql<LockedProject>`
    select p.id, p.version, p.campaign_id as "campaignId", p.plan_version as "planVersion", p.state,
      p.line_unit_id as "lineUnitId", p.territorial_unit_id as "territorialUnitId"
    from projects p
    where p.jurisdiction_id = ${ctx.actor.jurisdictionId} and p.id = ${id} and ${visibleProject(ctx.actor)}
    for update of p`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return found;
}

/** @throws Problem `record.not_found` also when the caller may not see it, `record.stale` for an older plan */
export async function lockPlan(ctx: Ctx, id: string, planVersion: number): Promise<LockedProject> {
  const found = await lockVisible(ctx, id);
  if (found.planVersion !== planVersion) throw problem('record.stale');
  return found;
}

export async function writeProject(
  ctx: Ctx,
  { id }: LockedProject,
  facts: ProjectFacts,
  note: string,
): Promise<{ id: string; version: number }> {
  const version = await append(ctx, id, { type: 'project.changed', data: { ...facts, note } });
  await sql`
    update projects set version = ${version}, name = ${facts.name}, description = ${facts.description},
      place_text = ${facts.placeText}, point = ${pointText(facts.point)}, line_unit_id = ${facts.lineUnitId},
      territorial_unit_id = ${facts.territorialUnitId}, responsible_leader_id = ${facts.responsibleLeaderId},
      responsible_person_id = ${facts.responsiblePersonId}, starts_on = ${facts.startsOn},
      finish_by = ${facts.finishBy}, task_id = ${facts.taskId}, directive_id = ${directiveOf(ctx, facts.taskId)}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version };
}

export async function writeStage(
  ctx: Ctx,
  { id }: LockedProject,
  stage: string,
  note: string,
): Promise<{ id: string; version: number }> {
  const version = await append(ctx, id, { type: 'project.stage_reached', data: { stage, note } });
  await sql`
    update projects set version = ${version}, stage = ${stage}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version };
}

export async function writeProjectState(
  ctx: Ctx,
  { id }: LockedProject,
  event: NewEvent,
  state: ProjectState,
): Promise<{ id: string; version: number; state: ProjectState }> {
  const version = await append(ctx, id, event);
  await sql`
    update projects set version = ${version}, state = ${state},
      completed_on = ${state === 'completed' ? dateAt(ctx.now()) : null}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version, state };
}

/** @throws Problem `project.unit_unknown`, `project.person_unknown`, `record.not_found` for the task */
export async function demandKnown(ctx: Ctx, facts: ProjectFacts): Promise<void> {
  const { tx, actor } = ctx;
  await demandParties(ctx, {
    unitIds: [facts.lineUnitId, facts.territorialUnitId],
    personIds: [facts.responsibleLeaderId, facts.responsiblePersonId],
  });
  if (facts.taskId === null) return;
  const { rows } = await sql`
    select from tasks where jurisdiction_id = ${actor.jurisdictionId} and id = ${facts.taskId}`.execute(tx);
  if (rows.length === 0) throw problem('record.not_found');
}

type Parties = { readonly unitIds: readonly (string | null)[]; readonly personIds: readonly (string | null)[] };

/** Units and people are of this jurisdiction, and still there. @throws Problem when one is not */
export async function demandParties({ tx, actor, now }: Ctx, { unitIds, personIds }: Parties): Promise<void> {
  const units = [...new Set(unitIds.filter((id) => id !== null))];
  const people = [...new Set(personIds.filter((id) => id !== null))];
  const { rows } = await sql<{ units: number; people: number }>`
    select
      (select count(*) from units where jurisdiction_id = ${actor.jurisdictionId} and id = any(${units}::uuid[])
        and (valid_to is null or valid_to > ${dateAt(now())}::date)) as units,
      (select count(*) from people where jurisdiction_id = ${actor.jurisdictionId} and id = any(${people}::uuid[])
        and deactivated_at is null) as people`.execute(tx);
  if (rows[0]!.units !== units.length) throw problem('project.unit_unknown');
  if (rows[0]!.people !== people.length) throw problem('project.person_unknown');
}

const directiveOf = ({ actor }: Ctx, taskId: string | null) =>
  sql`(select directive_id from tasks where jurisdiction_id = ${actor.jurisdictionId} and id = ${taskId})`;

const pointText = (point: PointOnMap | null) => (point ? `(${point.longitude},${point.latitude})` : null);

function append(ctx: Ctx, recordId: string, event: NewEvent): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  return appendEvents(ctx, { recordType: 'project', recordId, jurisdictionId, events: [event] });
}
