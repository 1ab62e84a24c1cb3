import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/model-readings';
import { whyNotAskModel } from '@duban/mandates/suggestions/model-reading';
import { languageModel } from '../adapters/language-model.ts';
import type { Ctx } from '../kernel/context.ts';
import { demand, problem } from '../kernel/problem.ts';
import { appendToDocument, lockDocument } from './document.store.ts';
import { lastReadingView } from './model-reading.queries.ts';
import { failReading, insertReading, lastReadingOf } from './model-reading.store.ts';

/**
 * A person has the clean text of a document sent to the language model. Who asked and where it goes is on record before
 * anything is sent; the sending itself is the errand that follows.
 */
export async function askModel(
  ctx: Ctx,
  { id, version }: Input<typeof contract.askModel>,
): Promise<Reply<typeof contract.askModel>> {
  const document = await lockDocument(ctx, id, version);
  const model = languageModel();
  const last = await lastReadingOf(ctx, document.jurisdictionId, id);
  demand(whyNotAskModel(model !== null, last, ctx.actor, ctx.now()));
  if (!model) throw problem('model.switched_off');
  if (last?.state === 'waiting') await failReading(ctx, last, 'abandoned');
  const asked = { documentId: id, host: model.host, model: model.name, characters: document.text.length };
  await insertReading(ctx, asked);
  const { documentId: _, ...data } = asked;
  const made = await appendToDocument(ctx, document, { type: 'document.model_asked', data });
  return { id, version: made, reading: (await lastReadingView(ctx, id))! };
}
