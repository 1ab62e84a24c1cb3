import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { lockDocument, undoStep } from './document.store.ts';

export async function undoReview(
  ctx: Ctx,
  { id, version }: Input<typeof contract.undoReview>,
): Promise<Reply<typeof contract.undoReview>> {
  const document = await lockDocument(ctx, id, version);
  const undone = await undoStep(ctx, document);
  if (!undone) throw problem('document.nothing_to_undo');
  return undone;
}
