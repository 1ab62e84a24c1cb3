import type { ModelReadingFault, ModelReadingState } from '@duban/mandates/suggestions/model-reading';
import type { DropReason } from '@duban/mandates/suggestions/weigh-suggestions';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';

/**
 * The only writer of `model_readings`. A reading is a record with a history of its own, so that what the other machine
 * does is on record without making the page of a reviewer stale; only new proposals are an event of the document.
 */
export type StoredReading = {
  readonly id: string;
  readonly documentId: string;
  readonly jurisdictionId: string;
  readonly state: ModelReadingState;
  readonly host: string;
  readonly model: string;
  readonly characters: number;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly sentAt: string | null;
  readonly finishedAt: string | null;
  readonly sendings: number;
  readonly pieces: number;
  readonly answered: number;
  readonly requests: number;
  readonly proposed: number;
  readonly confirmed: number;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  readonly fault: ModelReadingFault | null;
};

/** Names the job that follows. */
export const modelAsked = 'model_reading.asked';

const columns = sql`
  id, document_id as "documentId", jurisdiction_id as "jurisdictionId", state, host, model, characters,
  asked_at as "askedAt", asked_by as "askedBy", sent_at as "sentAt", finished_at as "finishedAt", sendings, pieces, answered,
  requests, proposed, confirmed, dropped, fault`;

/** The newest reading of a document. */
export async function lastReadingOf(
  { tx }: Pick<JobCtx, 'tx'>,
  jurisdictionId: string,
  documentId: string,
): Promise<StoredReading | null> {
  const { rows } = await sql<StoredReading>`
    select ${columns} from model_readings
    where jurisdiction_id = ${jurisdictionId} and document_id = ${documentId}
    order by asked_at desc, id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

export async function lockReading(
  { tx }: Pick<JobCtx, 'tx'>,
  jurisdictionId: string,
  id: string,
): Promise<StoredReading | null> {
  const { rows } = await sql<StoredReading>`
    select ${columns} from model_readings where jurisdiction_id = ${jurisdictionId} and id = ${id}
    for update`.execute(tx);
  return rows[0] ?? null;
}

type Asked = Pick<StoredReading, 'documentId' | 'host' | 'model' | 'characters'>;

export async function insertReading(ctx: Ctx, asked: Asked): Promise<void> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { documentId, host, model, characters } = asked;
  const at = { id, jurisdictionId: actor.jurisdictionId };
  const version = await append(ctx, at, { type: modelAsked, data: asked });
  await sql`
    insert into model_readings (jurisdiction_id, id, document_id, version, state, host, model, characters, asked_at,
      asked_by)
    values (${actor.jurisdictionId}, ${id}, ${documentId}, ${version}, 'waiting', ${host}, ${model}, ${characters},
      ${ctx.now().toString()}, ${actor.personId})`.execute(tx);
}

/** @param sha256 of the text that is sent, hexadecimal: what left the machine can be proved */
export async function markSent(ctx: JobCtx, reading: StoredReading, pieces: number, sha256: string): Promise<void> {
  const { documentId, host, model, characters } = reading;
  const data = { documentId, host, model, characters, pieces, sha256 };
  const version = await append(ctx, reading, { type: 'model_reading.sent', data });
  await sql`
    update model_readings set version = ${version}, sent_at = ${ctx.now().toString()}, pieces = ${pieces},
      sendings = sendings + 1
    where jurisdiction_id = ${reading.jurisdictionId} and id = ${reading.id}`.execute(ctx.tx);
}

export type ReadingResult = Pick<
  StoredReading,
  'answered' | 'requests' | 'proposed' | 'confirmed' | 'dropped' | 'fault'
>;

/** Failed is a reading of which nothing came back; what came in part is done, and says what was wrong. */
export async function finishReading(ctx: JobCtx, reading: StoredReading, result: ReadingResult): Promise<void> {
  const state = result.fault !== null && result.answered === 0 ? 'failed' : 'done';
  const version = await append(ctx, reading, { type: `model_reading.${state}`, data: result });
  const { answered, requests, proposed, confirmed, dropped, fault } = result;
  await sql`
    update model_readings set version = ${version}, state = ${state}, finished_at = ${ctx.now().toString()},
      answered = ${answered}, requests = ${requests}, proposed = ${proposed}, confirmed = ${confirmed},
      dropped = ${JSON.stringify(dropped)}::jsonb, fault = ${fault}
    where jurisdiction_id = ${reading.jurisdictionId} and id = ${reading.id}`.execute(ctx.tx);
}

const nothing = { answered: 0, requests: 0, proposed: 0, confirmed: 0, dropped: {} };
export const failReading = (ctx: JobCtx, reading: StoredReading, fault: ModelReadingFault): Promise<void> =>
  finishReading(ctx, reading, { ...nothing, fault });

const append = (
  ctx: JobCtx & Partial<Pick<Ctx, 'actor'>>,
  { id, jurisdictionId }: Pick<StoredReading, 'id' | 'jurisdictionId'>,
  event: NewEvent,
): Promise<number> => appendEvents(ctx, { recordType: 'model_reading', recordId: id, jurisdictionId, events: [event] });
