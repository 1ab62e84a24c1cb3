import { sql } from 'kysely';
import type { Actor } from '@duban/kit/actor';
import type { JobCtx } from './context.ts';

export type NewEvent = { readonly type: string; readonly data?: object };

export type Append = {
  /** a noun: `case`, `task`, `document` */
  readonly recordType: string;
  readonly recordId: string;
  readonly jurisdictionId: string;
  readonly events: readonly NewEvent[];
};

/** Which jobs follow which event; set once from the modules at the start. */
let reactions: ReadonlyMap<string, readonly string[]> = new Map();

export function setReactions(of: ReadonlyMap<string, readonly string[]>): void {
  reactions = of;
}

/**
 * Appends events to a record's history and the jobs that follow from them, in one call and in the caller's
 * transaction. The database computes the hash chain and refuses any later change.
 *
 * @returns the record's new version, which is the sequence number of its last event.
 */
export async function appendEvents(ctx: JobCtx & { readonly actor?: Actor }, append: Append): Promise<number> {
  if (append.events.length === 0) throw new Error('a command that changes nothing must refuse, not append nothing');
  const events = append.events.map(({ type, data = {} }) => ({ type, data, jobs: reactions.get(type) ?? [] }));
  const at = ctx.now().toString();
  const appended = await sql<{ version: number }>`
    select append_history(
      ${append.jurisdictionId}, ${append.recordType}, ${append.recordId}, ${JSON.stringify(events)}::jsonb,
      ${ctx.actor?.personId ?? null}, ${ctx.actor?.unitId ?? null}, ${at}
    ) as version`.execute(ctx.tx);
  return appended.rows[0]!.version;
}

export type HistoryRow = {
  readonly sequence: number;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly actorId: string | null;
  readonly unitId: string | null;
  readonly at: string;
};

/** The whole history of a record, oldest first. */
export async function readHistory(
  ctx: JobCtx,
  of: Pick<Append, 'jurisdictionId' | 'recordType' | 'recordId'>,
): Promise<HistoryRow[]> {
  const rows = await ctx.tx
    .selectFrom('history')
    .select(['sequence', 'type', 'data', 'actor_id as actorId', 'unit_id as unitId', 'at'])
    .where('jurisdiction_id', '=', of.jurisdictionId)
    .where('record_type', '=', of.recordType)
    .where('record_id', '=', of.recordId)
    .orderBy('sequence')
    .execute();
  return rows as unknown as HistoryRow[];
}
