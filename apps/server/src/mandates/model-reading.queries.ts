import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/model-readings';
import { isAbandoned } from '@duban/mandates/suggestions/model-reading';
import { sql } from 'kysely';
import { languageModel } from '../adapters/language-model.ts';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs } from '../organisation/module.ts';
import { lastReadingOf } from './model-reading.store.ts';

/** Whether documents may be sent anywhere, and where to. */
export async function getLanguageModel(): Promise<Reply<typeof contract.getLanguageModel>> {
  const model = languageModel();
  return { model: model && { host: model.host, model: model.name } };
}

export async function getModelReading(
  ctx: Ctx,
  { id }: Input<typeof contract.getModelReading>,
): Promise<Reply<typeof contract.getModelReading>> {
  const { rows } = await sql`
    select from documents where jurisdiction_id = ${ctx.actor.jurisdictionId} and id = ${id}`.execute(ctx.tx);
  if (rows.length === 0) throw problem('record.not_found');
  return { reading: await lastReadingView(ctx, id) };
}

export async function lastReadingView(ctx: Ctx, documentId: string): Promise<contract.ModelReadingView | null> {
  const found = await lastReadingOf(ctx, ctx.actor.jurisdictionId, documentId);
  if (!found) return null;
  const { documentId: _, jurisdictionId: __, sendings: ___, askedBy, ...reading } = found;
  const people = await personRefs(ctx.tx, [askedBy]);
  return { ...reading, askedBy: people.get(askedBy)!, isAbandoned: isAbandoned(found, ctx.now()) };
}
