import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotDiscard } from '@duban/mandates/review/review';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { directivesOf } from './directive.store.ts';
import { lockDocument, markDiscarded } from './document.store.ts';
import { stepReply } from './review-steps.ts';
import { unflagTasksOf } from './version-flags.ts';

export async function discardDocument(
  ctx: Ctx,
  { id, version, reason }: Input<typeof contract.discardDocument>,
): Promise<Reply<typeof contract.discardDocument>> {
  const document = await lockDocument(ctx, id, version);
  demand(whyNotDiscard(document, await directivesOf(ctx, document)));
  // A newer version that was none leaves the tasks of the version before as they were.
  await unflagTasksOf(ctx, document);
  return stepReply(ctx, document, await markDiscarded(ctx, document, reason), []);
}
