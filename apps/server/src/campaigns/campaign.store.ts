import { dateAt } from '@duban/calendar/beijing-time';
import type { CampaignBasis } from '@duban/contract/campaigns';
import { mayPlan, type CampaignFacts, type CampaignState } from '@duban/plans/campaigns/campaign';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { unitLineOf } from '../organisation/module.ts';

/** The only writer of `campaigns` and `campaign_bases`. */

export type StoredFacts = CampaignFacts & { readonly bases: readonly CampaignBasis[] };

export type LockedCampaign = {
  readonly id: string;
  readonly version: number;
  readonly state: CampaignState;
  readonly leadUnitId: string;
};

/** @throws Problem `record.not_found` for a unit of elsewhere, `campaign.role_needed` */
export async function demandMayPlan({ tx, actor }: Ctx, leadUnitId: string): Promise<void> {
  const line = await unitLineOf(tx, leadUnitId);
  if (!line.includes(actor.jurisdictionId)) throw problem('record.not_found');
  if (!mayPlan(actor, line)) throw problem('campaign.role_needed');
}

export async function insertCampaign(
  ctx: Ctx,
  facts: StoredFacts,
): Promise<{ id: string; version: number; number: string }> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { rows } = await sql<{ next: number }>`select nextval('campaign_numbers') as next`.execute(tx);
  const number = `ZX-${dateAt(ctx.now()).slice(0, 4)}-${String(rows[0]!.next).padStart(3, '0')}`;
  const version = await append(ctx, id, [{ type: 'campaign.created', data: { number, ...facts } }]);
  await sql`
    insert into campaigns (jurisdiction_id, id, version, number, parent_id, name, state, purpose, lead_unit_id,
      starts_on, finish_by, stated_parts, stated_projects, stated_qualifier, tag, created_at, created_by)
    values (${actor.jurisdictionId}, ${id}, ${version}, ${number}, ${facts.parentId}, ${facts.name}, 'preparing',
      ${facts.purpose}, ${facts.leadUnitId}, ${facts.startsOn}, ${facts.finishBy}, ${facts.statedParts},
      ${facts.statedProjects}, ${facts.statedQualifier}, ${facts.tag}, ${ctx.now().toString()},
      ${actor.personId})`.execute(tx);
  await writeBases(ctx, id, facts.bases);
  return { id, version, number };
}

/** @throws Problem `record.not_found`, `record.stale` */
export async function lockCampaign({ tx, actor }: Ctx, id: string, version: number): Promise<LockedCampaign> {
  const { rows } = await sql<LockedCampaign>`
    select id, version, state, lead_unit_id as "leadUnitId" from campaigns
    where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

export async function writeFacts(
  ctx: Ctx,
  { id }: LockedCampaign,
  facts: StoredFacts,
  note: string,
): Promise<{ id: string; version: number }> {
  const version = await append(ctx, id, [{ type: 'campaign.changed', data: { ...facts, note } }]);
  await sql`
    update campaigns set version = ${version}, parent_id = ${facts.parentId}, name = ${facts.name},
      purpose = ${facts.purpose}, lead_unit_id = ${facts.leadUnitId}, starts_on = ${facts.startsOn},
      finish_by = ${facts.finishBy}, stated_parts = ${facts.statedParts}, stated_projects = ${facts.statedProjects},
      stated_qualifier = ${facts.statedQualifier}, tag = ${facts.tag}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  await sql`
    delete from campaign_bases where jurisdiction_id = ${ctx.actor.jurisdictionId} and campaign_id = ${id}`.execute(
    ctx.tx,
  );
  await writeBases(ctx, id, facts.bases);
  return { id, version };
}

export async function writeState(
  ctx: Ctx,
  { id }: LockedCampaign,
  event: NewEvent,
  state: CampaignState,
): Promise<{ id: string; version: number; state: CampaignState }> {
  const version = await append(ctx, id, [event]);
  await sql`
    update campaigns set version = ${version}, state = ${state}
    where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return { id, version, state };
}

async function writeBases(ctx: Ctx, campaignId: string, bases: readonly CampaignBasis[]): Promise<void> {
  for (const [position, basis] of bases.entries()) {
    await sql`
      insert into campaign_bases (jurisdiction_id, id, campaign_id, position, title, organ, document_number, level,
        date_text, date_year, date_month, date_day, document_id)
      values (${ctx.actor.jurisdictionId}, ${ctx.newId()}, ${campaignId}, ${position}, ${basis.title}, ${basis.organ},
        ${basis.documentNumber}, ${basis.level}, ${basis.dateText}, ${basis.year}, ${basis.month}, ${basis.day},
        ${basis.documentId})`.execute(ctx.tx);
  }
}

function append(ctx: Ctx, recordId: string, events: readonly NewEvent[]): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  return appendEvents(ctx, { recordType: 'campaign', recordId, jurisdictionId, events });
}
