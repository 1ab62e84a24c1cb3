import { urge } from '@duban/cases/remarks';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 催办 */
export async function urgeCase(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.urgeCase>,
): Promise<Reply<typeof contract.urgeCase>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(urge(found, ctx.actor, note)));
}
