import { comment } from '@duban/cases/remarks';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 批注 */
export async function commentOnCase(
  ctx: Ctx,
  { id, version, text }: Input<typeof contract.commentOnCase>,
): Promise<Reply<typeof contract.commentOnCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(comment(found, ctx.actor, text)));
}
