import { refuseToFile as decide } from '@duban/cases/refuse-to-file';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 不予立案 */
export async function refuseToFile(
  ctx: Ctx,
  { id, version, reason, note }: Input<typeof contract.refuseToFile>,
): Promise<Reply<typeof contract.refuseToFile>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, { reason, note })));
}
