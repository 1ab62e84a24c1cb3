import { dateAt } from '@duban/calendar/beijing-time';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { PointOnMap } from '@duban/contract/places';
import type * as contract from '@duban/contract/projects';
import { allProjectVerbs, openProjectStates, whyNotChangeProject, whyNotProject } from '@duban/plans/projects/project';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { cursorOf, cursorText } from '../kernel/cursor.ts';
import { readHistory } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { refusalView } from '../kernel/refusal-view.ts';
import { personRefs, unitRefs } from '../organisation/module.ts';
import { linesOf } from './project.store.ts';
import { visibleProject } from './project-visibility.ts';

/** Reads of projects for pages. */

type Row = Omit<
  contract.ProjectRow,
  'lineUnit' | 'territorialUnit' | 'responsibleLeader' | 'responsiblePerson' | 'overdue' | 'point'
> & {
  readonly lineUnitId: string;
  readonly territorialUnitId: string | null;
  readonly responsibleLeaderId: string | null;
  readonly responsiblePersonId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

const rowColumns = sql`
  p.id, p.version, p.number, p.name, p.campaign_id as "campaignId", p.state, p.stage, p.line_unit_id as "lineUnitId",
  p.territorial_unit_id as "territorialUnitId", p.responsible_leader_id as "responsibleLeaderId",
  p.responsible_person_id as "responsiblePersonId", p.place_text as "placeText", p.point[0] as longitude,
  p.point[1] as latitude, p.starts_on as "startsOn", p.finish_by as "finishBy", p.completed_on as "completedOn"`;

type Filter = Omit<Input<typeof contract.listProjects>, 'after' | 'limit'>;

function matching(ctx: Ctx, { campaignId, text, state, open, stage, unitId, overdue }: Filter): RawBuilder<boolean> {
  const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const isOpen = sql`p.state = any(${openProjectStates}::text[])`;
  return sql<boolean>`p.jurisdiction_id = ${ctx.actor.jurisdictionId} and ${visibleProject(ctx.actor)}
    and ${campaignId ? sql`p.campaign_id = ${campaignId}` : sql`true`}
    and ${text ? sql`(p.name ilike ${pattern} or p.number ilike ${pattern} or p.place_text ilike ${pattern})` : sql`true`}
    and ${state ? sql`p.state = ${state}` : sql`true`}
    and ${open === undefined ? sql`true` : sql`${isOpen} = ${open}`}
    and ${stage ? sql`p.stage = ${stage}` : sql`true`}
    and ${unitId ? sql`${unitId} in (p.line_unit_id, p.territorial_unit_id)` : sql`true`}
    and ${overdue === undefined ? sql`true` : sql`(${isOpen} and p.finish_by < ${dateAt(ctx.now())}::date) = ${overdue}`}`;
}

export async function listProjects(
  ctx: Ctx,
  { after, limit, ...filter }: Input<typeof contract.listProjects>,
): Promise<Reply<typeof contract.listProjects>> {
  const from = cursorOf(after, 2);
  const { rows } = await sql<Row>`
    select ${rowColumns} from projects p
    where ${matching(ctx, filter)}
      and ${from ? sql`(p.finish_by, p.id) > (${from[0]}::date, ${from[1]}::uuid)` : sql`true`}
    order by p.finish_by, p.id limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await namedRows(ctx, shown),
    next: rows.length > limit && last ? cursorText([last.finishBy, last.id]) : null,
  };
}

async function namedRows(ctx: Ctx, rows: readonly Row[]): Promise<contract.ProjectRow[]> {
  const units = await unitRefs(
    ctx.tx,
    rows.flatMap((row) => [row.lineUnitId, row.territorialUnitId ?? []].flat()),
  );
  const people = await personRefs(
    ctx.tx,
    rows.flatMap((row) => [row.responsibleLeaderId ?? [], row.responsiblePersonId ?? []].flat()),
  );
  const today = dateAt(ctx.now());
  return rows.map(
    ({ lineUnitId, territorialUnitId, responsibleLeaderId, responsiblePersonId, longitude, latitude, ...row }) => ({
      ...row,
      lineUnit: units.get(lineUnitId)!,
      territorialUnit: territorialUnitId ? (units.get(territorialUnitId) ?? null) : null,
      responsibleLeader: responsibleLeaderId ? (people.get(responsibleLeaderId) ?? null) : null,
      responsiblePerson: responsiblePersonId ? (people.get(responsiblePersonId) ?? null) : null,
      point: pointOf(longitude, latitude),
      overdue: openProjectStates.includes(row.state) && row.finishBy < today,
    }),
  );
}

function pointOf(longitude: number | null, latitude: number | null): PointOnMap | null {
  return longitude === null || latitude === null ? null : { longitude, latitude };
}

type Full = Row & {
  readonly description: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly leadUnitId: string;
  readonly campaign: contract.ProjectView['campaign'];
  readonly task: contract.ProjectView['task'];
};

export async function getProject(
  ctx: Ctx,
  { id }: Input<typeof contract.getProject>,
): Promise<Reply<typeof contract.getProject>> {
  const { jurisdictionId } = ctx.actor;
  const { rows } = await sql<Full>`
    select ${rowColumns}, p.description, p.created_at as "createdAt", p.created_by as "createdBy",
      c.lead_unit_id as "leadUnitId",
      jsonb_build_object('id', c.id, 'number', c.number, 'name', c.name, 'finishBy', c.finish_by) as campaign,
      (select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) from tasks t
        where t.jurisdiction_id = p.jurisdiction_id and t.id = p.task_id) as task
    from projects p join campaigns c on c.jurisdiction_id = p.jurisdiction_id and c.id = p.campaign_id
    where p.jurisdiction_id = ${jurisdictionId} and p.id = ${id} and ${visibleProject(ctx.actor)}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { description, createdAt, createdBy, leadUnitId, campaign, task, ...row } = found;
  const [view] = await namedRows(ctx, [row]);
  const events = await readHistory(ctx, { jurisdictionId, recordType: 'project', recordId: id });
  const people = await personRefs(ctx.tx, [createdBy, ...events.flatMap((event) => event.actorId ?? [])]);
  const lines = await linesOf(ctx, leadUnitId, row.lineUnitId);
  return {
    ...view!,
    description,
    campaign,
    task,
    createdAt,
    createdBy: people.get(createdBy)!,
    history: events.map(({ sequence, type, at, actorId, data }) => ({
      sequence,
      type,
      at,
      by: actorId ? (people.get(actorId) ?? null) : null,
      note: typeof data.note === 'string' ? data.note : '',
    })),
    whyNotChange: refusalView(whyNotChangeProject(row, ctx.actor, lines), ctx.locale),
    actions: allProjectVerbs.map((verb) => ({
      verb,
      refusal: refusalView(whyNotProject(verb, row, ctx.actor, lines), ctx.locale),
    })),
  };
}
