import { closeWithoutHandling as decide } from '@duban/cases/close-without-handling';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 直接结案 */
export async function closeWithoutHandling(
  ctx: Ctx,
  { id, version, kind, note }: Input<typeof contract.closeWithoutHandling>,
): Promise<Reply<typeof contract.closeWithoutHandling>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, { kind, note })));
}
