import type * as contract from '@duban/contract/case-lists';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';

/** What units were told. A unit reads its own news and nobody else's. */

type Told = { at: string; clock: 'accept' | 'finish' | 'dispute'; code: string; unitId: string };

/** Who was told about the limits of a case, newest first. */
export async function escalationsOf({ tx, actor }: Ctx, caseId: string): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select at, clock, code, unit_id as "unitId" from notifications
    where jurisdiction_id = ${actor.jurisdictionId} and case_id = ${caseId} and kind = 'escalation'
    order by at desc, id desc limit 100`.execute(tx);
  return rows;
}

type Row = Reply<typeof contract.listNotifications>['rows'][number];

export async function listNotifications(
  ctx: Ctx,
  { after, limit }: Input<typeof contract.listNotifications>,
): Promise<Reply<typeof contract.listNotifications>> {
  const { tx, actor } = ctx;
  if (after !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)) {
    throw problem('case.cursor_invalid');
  }
  const { rows } = await sql<Row>`
    select n.id, n.at, n.kind, n.code, n.clock, n.case_id as "caseId", c.number as "caseNumber",
      c.title as "caseTitle", n.id <= ${await seenUpTo(ctx)} as seen
    from notifications n join cases c on c.jurisdiction_id = n.jurisdiction_id and c.id = n.case_id
    where n.jurisdiction_id = ${actor.jurisdictionId} and n.unit_id = ${actor.unitId}
      and (${after ?? null}::uuid is null or n.id < ${after ?? null}::uuid)
    order by n.id desc limit ${limit + 1}`.execute(tx);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, unseen: await unseenOf(ctx) };
}

export async function markNotificationsSeen(
  ctx: Ctx,
  { upToId }: Input<typeof contract.markNotificationsSeen>,
): Promise<Reply<typeof contract.markNotificationsSeen>> {
  const { personId, unitId } = ctx.actor;
  await sql`
    insert into notification_marks (person_id, unit_id, seen_up_to) values (${personId}, ${unitId}, ${upToId})
    on conflict (person_id, unit_id)
    do update set seen_up_to = greatest(notification_marks.seen_up_to, excluded.seen_up_to)`.execute(ctx.tx);
  return { unseen: await unseenOf(ctx) };
}

const nothingSeen = '00000000-0000-0000-0000-000000000000';

async function seenUpTo({ tx, actor }: Ctx): Promise<string> {
  const row = await tx
    .selectFrom('notification_marks')
    .select('seen_up_to')
    .where('person_id', '=', actor.personId)
    .where('unit_id', '=', actor.unitId)
    .executeTakeFirst();
  return row?.seen_up_to ?? nothingSeen;
}

/** Counted up to a hundred: more is shown as 99+. */
async function unseenOf(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from notifications where jurisdiction_id = ${ctx.actor.jurisdictionId}
        and unit_id = ${ctx.actor.unitId} and id > ${await seenUpTo(ctx)} limit 100) unseen`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
}
