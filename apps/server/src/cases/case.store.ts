import type { Case } from '@duban/cases/case';
import { nextEscalation } from '@duban/cases/escalation';
import type { CaseEvent, RecordedCaseEvent } from '@duban/cases/events';
import { evolve } from '@duban/cases/evolve';
import type { CaseChanged } from '@duban/contract/case-command';
import type { Actor } from '@duban/kit/actor';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { appendEvents, readHistory } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { attachmentsWithoutTime, caseOf, type CaseRecord, rowOf } from './case-record.ts';
import { scopeOf, visibleIn } from './visibility.ts';

/** The only writer of `cases` and `case_alarms`: lock, append what happened, write the row as its history leaves it. */

/** The present moment as the database keeps it. */
export function momentOf(ctx: Pick<JobCtx, 'now'>): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ctx.now().epochMilliseconds);
}

/**
 * Locks a case that the caller may see.
 *
 * @throws Problem `record.not_found`, or `record.stale` when somebody changed it since the caller looked
 */
export async function lockCase(ctx: Ctx, id: string, version: number): Promise<Case> {
  const found = await lockVisible(ctx, id);
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  return found;
}

/** Locks a case that the caller may see, whatever its version; null when there is none. */
export async function lockVisible(ctx: Ctx, id: string): Promise<Case | null> {
  const scope = await scopeOf(ctx.tx, ctx.actor);
  const { rows } = await sql<CaseRecord>`
    select c.* from cases c
    where c.jurisdiction_id = ${ctx.actor.jurisdictionId} and c.id = ${id} and ${visibleIn(scope)}
    for update`.execute(ctx.tx);
  return rows[0] ? wholeCase(ctx.tx, rows[0]) : null;
}

/** For jobs, which act for nobody. */
export async function lockCaseForJob(tx: Tx, jurisdictionId: string, id: string): Promise<Case | null> {
  const row = await tx
    .selectFrom('cases')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? wholeCase(tx, row) : null;
}

/** The case of a row; what a row from before evidence was asked for does not know of its attachments is looked up. */
export async function wholeCase(tx: Tx, row: CaseRecord): Promise<Case> {
  const ids = attachmentsWithoutTime(row);
  if (ids.length === 0) return caseOf(row);
  const found = await tx
    .selectFrom('attachments')
    .select(['id', 'at'])
    .where('jurisdiction_id', '=', row.jurisdiction_id)
    .where('id', 'in', ids)
    .execute();
  return caseOf(row, new Map(found.map(({ id, at }) => [id, at])));
}

type Appender = JobCtx & { readonly actor?: Actor };

/** Appends what was decided and writes the row. */
export async function appendToCase(ctx: Appender, found: Case, events: readonly CaseEvent[]): Promise<CaseChanged> {
  const next = await append(ctx, found.id, found.jurisdictionId, found, events);
  await ctx.tx
    .updateTable('cases')
    .set(changedColumns(found, next))
    .where('jurisdiction_id', '=', found.jurisdictionId)
    .where('id', '=', found.id)
    .execute();
  await setAlarm(ctx, found, next);
  return { id: found.id, version: next.version, state: next.state };
}

/** Only what changed is written: an update that names the title would build the terms of the search anew each time. */
function changedColumns(found: Case, next: Case): Partial<ReturnType<typeof rowOf>> {
  const before = Object.entries(rowOf(found)).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const as = new Map<string, string | undefined>(before);
  return Object.fromEntries(
    Object.entries(rowOf(next)).filter(([name, value]) => JSON.stringify(value) !== as.get(name)),
  );
}

/** Begins a case with what was reported. */
export async function insertCase(ctx: Ctx, events: readonly CaseEvent[]): Promise<CaseChanged & { number: string }> {
  const next = await append(ctx, ctx.newId(), ctx.actor.jurisdictionId, null, events);
  await ctx.tx.insertInto('cases').values(rowOf(next)).execute();
  return { id: next.id, version: next.version, state: next.state, number: next.number };
}

async function append(
  ctx: Appender,
  caseId: string,
  jurisdictionId: string,
  found: Case | null,
  events: readonly CaseEvent[],
): Promise<Case> {
  const version = await appendEvents(ctx, { recordType: 'case', recordId: caseId, jurisdictionId, events });
  const first = version - events.length + 1;
  const at = momentOf(ctx).toString({ smallestUnit: 'millisecond' });
  const actorId = ctx.actor?.personId ?? null;
  const unitId = ctx.actor?.unitId ?? null;
  const next = events.reduce<Case | null>(
    (before, event, index) =>
      evolve(before, { ...event, caseId, jurisdictionId, sequence: first + index, at, actorId, unitId }),
    found,
  );
  if (!next) throw new Error('a case without events');
  return next;
}

/** The history as the domain reads it. */
export async function caseHistory(ctx: JobCtx, jurisdictionId: string, caseId: string): Promise<RecordedCaseEvent[]> {
  const rows = await readHistory(ctx, { jurisdictionId, recordType: 'case', recordId: caseId });
  return rows.map((row) => ({ ...row, caseId, jurisdictionId }) as unknown as RecordedCaseEvent);
}

async function setAlarm(ctx: JobCtx, before: Case, next: Case): Promise<void> {
  const now = momentOf(ctx);
  const [was, is] = [nextEscalation(before, now)?.at, nextEscalation(next, now)?.at];
  if (was !== is) await writeAlarm(ctx.tx, next, is ?? null);
}

/** @param at when the next escalation of the case falls due; null when no clock runs */
export async function writeAlarm(
  tx: Tx,
  { jurisdictionId, id }: Pick<Case, 'jurisdictionId' | 'id'>,
  at: string | null,
): Promise<void> {
  if (at === null) {
    await sql`delete from case_alarms where jurisdiction_id = ${jurisdictionId} and case_id = ${id}`.execute(tx);
    return;
  }
  await sql`
    insert into case_alarms (jurisdiction_id, case_id, next_at) values (${jurisdictionId}, ${id}, ${at})
    on conflict (jurisdiction_id, case_id) do update set next_at = excluded.next_at`.execute(tx);
}
