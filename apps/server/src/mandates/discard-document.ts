import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotDiscard } from '@duban/mandates/review/review';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { directivesOf, lockDocument, markDiscarded } from './document.store.ts';

export async function discardDocument(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.discardDocument>,
): Promise<Reply<typeof contract.discardDocument>> {
  const document = await lockDocument(ctx, id, version);
  demand(whyNotDiscard(document, await directivesOf(ctx, document)));
  return { id, version: await markDiscarded(ctx, document, reason) };
}
