import type * as contract from '@duban/contract/campaigns';
import type { Input, Reply } from '@duban/contract/endpoint';
import { dateAt } from '@duban/calendar/beijing-time';
import { refuse } from '@duban/kit/refusal';
import {
  allCampaignVerbs,
  coverageOf,
  mayPlan,
  whyNotCampaign,
  whyNotChangeCampaign,
} from '@duban/plans/campaigns/campaign';
import { timeElapsed } from '@duban/plans/progress/time-and-work';
import { sql } from 'kysely';
import { currentCalendar } from '../calendar/module.ts';
import type { Ctx } from '../kernel/context.ts';
import { readHistory } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { refusalView } from '../kernel/refusal-view.ts';
import { personRefs, unitLineOf, unitRefs } from '../organisation/module.ts';

/** Reads of campaigns. Everybody who works in the jurisdiction may know what it has undertaken. */

type Row = Omit<contract.CampaignRow, 'leadUnit' | 'elapsed' | 'parts' | 'projects'> & {
  readonly leadUnitId: string;
  readonly statedParts: number | null;
  readonly statedProjects: number | null;
  readonly statedQualifier: string | null;
  readonly knownParts: number;
  readonly total: number;
  readonly open: number;
  readonly completed: number;
  readonly overdue: number;
};

const rowsOf = (ctx: Ctx, id: string | null) => sql<Row>`
  select c.id, c.version, c.number, c.name, c.state, c.parent_id as "parentId", c.lead_unit_id as "leadUnitId",
    c.starts_on as "startsOn", c.finish_by as "finishBy", c.stated_parts as "statedParts",
    c.stated_projects as "statedProjects", c.stated_qualifier as "statedQualifier",
    (select count(*) from campaigns part where part.jurisdiction_id = c.jurisdiction_id and part.parent_id = c.id
      and part.state <> 'withdrawn') as "knownParts",
    p.total, p.open, p.completed, p.overdue
  from campaigns c cross join lateral (
    select count(*) as total, count(*) filter (where p.state in ('planned', 'under_way', 'suspended')) as open,
      count(*) filter (where p.state = 'completed') as completed,
      count(*) filter (where p.state in ('planned', 'under_way', 'suspended')
        and p.finish_by < ${dateAt(ctx.now())}::date) as overdue
    from projects p
    where p.jurisdiction_id = c.jurisdiction_id and p.campaign_id = c.id and p.state <> 'withdrawn') p
  where c.jurisdiction_id = ${ctx.actor.jurisdictionId} and ${id === null ? sql`true` : sql`c.id = ${id}`}
  order by c.finish_by, c.number`;

export async function listCampaigns(ctx: Ctx): Promise<Reply<typeof contract.listCampaigns>> {
  const { rows } = await rowsOf(ctx, null).execute(ctx.tx);
  return { rows: await views(ctx, rows) };
}

async function views(ctx: Ctx, rows: readonly Row[]): Promise<contract.CampaignRow[]> {
  const units = await unitRefs(
    ctx.tx,
    rows.map(({ leadUnitId }) => leadUnitId),
  );
  const { calendar } = await currentCalendar(ctx.tx, ctx.actor.jurisdictionId);
  const today = dateAt(ctx.now());
  return rows.map((row) => {
    const { leadUnitId, statedParts, statedProjects, statedQualifier, knownParts, total, open, completed, overdue } =
      row;
    const { id, version, number, name, state, parentId, startsOn, finishBy } = row;
    return {
      id,
      version,
      number,
      name,
      state,
      parentId,
      startsOn,
      finishBy,
      leadUnit: units.get(leadUnitId)!,
      elapsed: timeElapsed({ first: startsOn, last: finishBy }, today, calendar),
      parts: coverageOf(statedParts, knownParts),
      projects: {
        total,
        open,
        completed,
        overdue,
        said: coverageOf(statedProjects, total),
        saidQualifier: statedQualifier,
      },
    };
  });
}

type Full = {
  readonly purpose: string;
  readonly tag: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
};

export async function getCampaign(
  ctx: Ctx,
  { id }: Input<typeof contract.getCampaign>,
): Promise<Reply<typeof contract.getCampaign>> {
  const { jurisdictionId } = ctx.actor;
  const [row] = (await rowsOf(ctx, id).execute(ctx.tx)).rows;
  if (!row) throw problem('record.not_found');
  const [view] = await views(ctx, [row]);
  const { rows: full } = await sql<Full>`
    select purpose, tag, created_at as "createdAt", created_by as "createdBy" from campaigns
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  const { rows: bases } = await sql<contract.CampaignBasis>`
    select title, organ, document_number as "documentNumber", level, date_text as "dateText", date_year as year,
      date_month as month, date_day as day, document_id as "documentId"
    from campaign_bases where jurisdiction_id = ${jurisdictionId} and campaign_id = ${id} order by position`.execute(
    ctx.tx,
  );
  const { purpose, tag, createdAt, createdBy } = full[0]!;
  const events = await readHistory(ctx, { jurisdictionId, recordType: 'campaign', recordId: id });
  const people = await personRefs(ctx.tx, [createdBy, ...events.flatMap((event) => event.actorId ?? [])]);
  const forbidden = mayPlan(ctx.actor, await unitLineOf(ctx.tx, row.leadUnitId))
    ? null
    : refuse('campaign.role_needed');
  const campaign = { state: row.state, leadUnitId: row.leadUnitId, openProjects: row.open };
  return {
    ...view!,
    purpose,
    tag,
    createdAt,
    bases,
    statedParts: row.statedParts,
    statedProjects: row.statedProjects,
    createdBy: people.get(createdBy)!,
    history: events.map(({ sequence, type, at, actorId, data }) => ({
      sequence,
      type,
      at,
      by: actorId ? (people.get(actorId) ?? null) : null,
      note: typeof data.note === 'string' ? data.note : '',
    })),
    whyNotChange: refusalView(forbidden ?? whyNotChangeCampaign(campaign), ctx.locale),
    actions: allCampaignVerbs.map((verb) => ({
      verb,
      refusal: refusalView(forbidden ?? whyNotCampaign(verb, campaign), ctx.locale),
    })),
  };
}

export async function openProjectsOf({ tx, actor }: Ctx, campaignId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from projects where jurisdiction_id = ${actor.jurisdictionId}
      and campaign_id = ${campaignId} and state in ('planned', 'under_way', 'suspended')`.execute(tx);
  return rows[0]!.open;
}

/** @throws Problem when the campaign above does not exist, or is the campaign itself or a part of it */
export async function demandParent({ tx, actor }: Ctx, id: string | null, parentId: string | null): Promise<void> {
  if (parentId === null) return;
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from campaigns where jurisdiction_id = ${actor.jurisdictionId} and id = ${parentId}
      union select c.id, c.parent_id from campaigns c join above on c.id = above.parent_id
      where c.jurisdiction_id = ${actor.jurisdictionId})
    select id from above`.execute(tx);
  if (rows.length === 0) throw problem('record.not_found');
  if (rows.some((above) => above.id === id)) throw problem('campaign.parent_own_part');
}
