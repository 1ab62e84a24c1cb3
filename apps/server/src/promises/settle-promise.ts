import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/promises';
import { settlePromise as settle } from '@duban/mandates/promises/promise';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { lockPromise, writeSettled } from './promise.store.ts';

export async function settlePromise(
  ctx: Ctx,
  { id, version, result, note }: Input<typeof contract.settlePromise>,
): Promise<Reply<typeof contract.settlePromise>> {
  const promise = await lockPromise(ctx, id, version);
  return writeSettled(ctx, promise, unwrap(settle(promise, result, ctx.actor, note)), result, note);
}
