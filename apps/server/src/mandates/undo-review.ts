import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { lockDocument } from './document.store.ts';
import { redoStep, undoStep } from './review-steps.ts';

/** Back one step, and forth again: two commands that are each other's mirror. */

export async function undoReview(
  ctx: Ctx,
  { id, version }: Input<typeof contract.undoReview>,
): Promise<Reply<typeof contract.undoReview>> {
  const document = await lockDocument(ctx, id, version);
  const undone = await undoStep(ctx, document);
  if (!undone) throw problem('document.nothing_to_undo');
  return undone;
}

export async function redoReview(
  ctx: Ctx,
  { id, version }: Input<typeof contract.redoReview>,
): Promise<Reply<typeof contract.redoReview>> {
  const document = await lockDocument(ctx, id, version);
  const redone = await redoStep(ctx, document);
  if (!redone) throw problem('document.nothing_to_redo');
  return redone;
}
