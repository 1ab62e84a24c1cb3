import type { PlanCalendar } from '@duban/plans/network/plan-calendar';
import type { Plan, PlanLink, PlanProject, PlanRow } from '@duban/plans/plan/plan';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleProject } from './project-visibility.ts';

/** Reads plans whole, and writes what an edit changed. The only writer of `activities` and `activity_links`. */

export type StoredPlan = Omit<Plan, 'projects'> & { readonly projects: readonly StoredProject[] };
export type StoredProject = PlanProject & {
  readonly number: string;
  readonly name: string;
  readonly state: string;
  readonly planVersion: number;
  readonly lineUnitId: string;
  readonly territorialUnitId: string | null;
};

/** The calendar of rows and projects that name none: the territory's own working days. */
const officeCalendar: PlanCalendar = {
  id: 'office',
  name: '工作日',
  week: 'office',
  shift: 'day',
  stops: [],
  days: [],
};

/** @param of the campaign, or one project of it */
export async function readPlan(ctx: Ctx, of: { campaignId: string } | { projectId: string }): Promise<StoredPlan> {
  const { tx, actor } = ctx;
  const wanted = 'campaignId' in of ? sql`p.campaign_id = ${of.campaignId}` : sql`p.id = ${of.projectId}`;
  const { rows: projects } = await sql<StoredProject>`
    select p.id, p.number, p.name, p.state, p.starts_on as "startsOn", p.finish_by as "finishBy",
      p.calendar_id as "calendarId", p.plan_version as "planVersion", p.line_unit_id as "lineUnitId",
      p.territorial_unit_id as "territorialUnitId"
    from projects p
    where p.jurisdiction_id = ${actor.jurisdictionId} and ${wanted} and p.state <> 'withdrawn'
      and ${visibleProject(actor)}
    order by p.number`.execute(tx);
  const ids = projects.map(({ id }) => id);
  const { rows } = await sql<PlanRow>`
    select id, project_id as "projectId", section_id as "sectionId", position, name, kind, duration, shortest,
      calendar_id as "calendarId", fixed_dates as "fixedDates", rigid, stage, line_unit_id as "lineUnitId",
      territorial_unit_id as "territorialUnitId", responsible_person_id as "responsiblePersonId",
      started_on as "startedOn", finished_on as "finishedOn", remaining, gate, replaces_id as "replacesId",
      replaces_days_before as "replacesDaysBefore"
    from activities where jurisdiction_id = ${actor.jurisdictionId} and project_id = any(${ids}::uuid[])
    order by project_id, position, id`.execute(tx);
  const { rows: links } = await sql<PlanLink>`
    select l.from_id as "fromId", l.to_id as "toId", l.kind, l.lag, l.lag_time as "lagTime", l.rigid
    from activity_links l
      join activities f on f.jurisdiction_id = l.jurisdiction_id and f.id = l.from_id
      join activities t on t.jurisdiction_id = l.jurisdiction_id and t.id = l.to_id
    where l.jurisdiction_id = ${actor.jurisdictionId}
      and f.project_id = any(${ids}::uuid[]) and t.project_id = any(${ids}::uuid[])
    order by l.from_id, l.to_id, l.kind`.execute(tx);
  const { rows: calendars } = await sql<PlanCalendar>`
    select id, name, week, shift, stops, days from plan_calendars where jurisdiction_id = ${actor.jurisdictionId}
    order by name`.execute(tx);
  return { projects, rows, links, calendars: [officeCalendar, ...calendars] };
}

export async function writePlan(ctx: Ctx, before: Plan, after: Plan): Promise<void> {
  await writeProjects(ctx, changedOf(before.projects, after.projects, (project) => project.id).written);
  const links = changedOf(before.links, after.links, nameOf);
  const rows = changedOf(before.rows, after.rows, (row) => row.id);
  await removeLinks(ctx, links.removed);
  // Rows point at their section and at what they replace: constraints look at the end of the transaction.
  await removeRows(ctx, rows.removed);
  const stood = new Set(before.rows.map(({ id }) => id));
  await insertRows(
    ctx,
    rows.written.filter(({ id }) => !stood.has(id)),
  );
  await updateRows(
    ctx,
    rows.written.filter(({ id }) => stood.has(id)),
  );
  await writeLinks(ctx, links.written);
}

const nameOf = ({ fromId, toId, kind }: PlanLink) => `${fromId} ${toId} ${kind}`;

function changedOf<Item>(before: readonly Item[], after: readonly Item[], key: (item: Item) => string) {
  const stood = new Map(before.map((item) => [key(item), item]));
  const stands = new Set(after.map(key));
  return {
    // An edit puts a new object where it changed something, and leaves all others.
    written: after.filter((item) => stood.get(key(item)) !== item),
    removed: before.filter((item) => !stands.has(key(item))),
  };
}

async function writeProjects({ tx, actor }: Ctx, projects: readonly PlanProject[]): Promise<void> {
  for (const { id, startsOn, finishBy } of projects) {
    await sql`
      update projects set starts_on = ${startsOn}, finish_by = ${finishBy}
      where jurisdiction_id = ${actor.jurisdictionId} and id = ${id}`.execute(tx);
  }
}

async function removeLinks({ tx, actor }: Ctx, links: readonly PlanLink[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    delete from activity_links l using jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      as gone ("fromId" uuid, "toId" uuid, kind text)
    where l.jurisdiction_id = ${actor.jurisdictionId} and l.from_id = gone."fromId" and l.to_id = gone."toId"
      and l.kind = gone.kind`.execute(tx);
}

async function removeRows({ tx, actor }: Ctx, rows: readonly PlanRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await sql`
    delete from activities where jurisdiction_id = ${actor.jurisdictionId} and id = any(${ids}::uuid[])`.execute(tx);
}

/** A row of the wire as SQL reads it. */
const rowsOf = (rows: readonly PlanRow[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "projectId" uuid, "sectionId" uuid,
    position double precision, name text, kind text, duration int, shortest int, "calendarId" uuid,
    "fixedDates" jsonb, rigid boolean, stage text, "lineUnitId" uuid, "territorialUnitId" uuid,
    "responsiblePersonId" uuid, "startedOn" date, "finishedOn" date, remaining int, gate jsonb, "replacesId" uuid,
    "replacesDaysBefore" int)`;

const gate = sql`case when r.gate = 'null'::jsonb then null else r.gate end`;

/** Ids come from the client: one that any plan already has is refused, never written over. */
async function insertRows({ tx, actor }: Ctx, rows: readonly PlanRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into activities (jurisdiction_id, id, project_id, section_id, position, name, kind, duration, shortest,
      calendar_id, fixed_dates, rigid, stage, line_unit_id, territorial_unit_id, responsible_person_id, started_on,
      finished_on, remaining, gate, replaces_id, replaces_days_before)
    select ${actor.jurisdictionId}, r.id, r."projectId", r."sectionId", r.position, r.name, r.kind, r.duration,
      r.shortest, r."calendarId", r."fixedDates", r.rigid, r.stage, r."lineUnitId", r."territorialUnitId",
      r."responsiblePersonId", r."startedOn", r."finishedOn", r.remaining, ${gate}, r."replacesId",
      r."replacesDaysBefore"
    from ${rowsOf(rows)}`.execute(tx);
}

async function updateRows({ tx, actor }: Ctx, rows: readonly PlanRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update activities a set section_id = r."sectionId", position = r.position, name = r.name, kind = r.kind,
      duration = r.duration, shortest = r.shortest, calendar_id = r."calendarId", fixed_dates = r."fixedDates",
      rigid = r.rigid, stage = r.stage, line_unit_id = r."lineUnitId", territorial_unit_id = r."territorialUnitId",
      responsible_person_id = r."responsiblePersonId", started_on = r."startedOn", finished_on = r."finishedOn",
      remaining = r.remaining, gate = ${gate}, replaces_id = r."replacesId",
      replaces_days_before = r."replacesDaysBefore"
    from ${rowsOf(rows)}
    where a.jurisdiction_id = ${actor.jurisdictionId} and a.id = r.id and a.project_id = r."projectId"`.execute(tx);
}

async function writeLinks({ tx, actor }: Ctx, links: readonly PlanLink[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into activity_links (jurisdiction_id, from_id, to_id, kind, lag, lag_time, rigid)
    select ${actor.jurisdictionId}, "fromId", "toId", kind, lag, "lagTime", rigid
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      as l ("fromId" uuid, "toId" uuid, kind text, lag int, "lagTime" text, rigid boolean)
    on conflict (jurisdiction_id, from_id, to_id, kind) do update
      set lag = excluded.lag, lag_time = excluded.lag_time, rigid = excluded.rigid`.execute(tx);
}
