import { closeOut } from '@duban/cases/close-out';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase, momentOf } from './case.store.ts';

/** 销号 */
export async function closeOutCase(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.closeOutCase>,
): Promise<Reply<typeof contract.closeOutCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(closeOut(found, ctx.actor, note, momentOf(ctx))));
}
