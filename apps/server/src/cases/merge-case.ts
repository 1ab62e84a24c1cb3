import { merge } from '@duban/cases/merge';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { problem, unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase, lockVisible } from './case.store.ts';

/** 归并. Two cases change; they are locked in the order of their ids, so that two merges cannot wait for each other. */
export async function mergeCase(
  ctx: Ctx,
  { id, version, intoId, note }: Input<typeof contract.mergeCase>,
): Promise<Reply<typeof contract.mergeCase>> {
  if (intoId < id) await lockVisible(ctx, intoId);
  const found = await lockCase(ctx, id, version);
  const into = await lockVisible(ctx, intoId);
  if (!into) throw problem('record.not_found');
  const [decided] = unwrap(merge(found, into, ctx.actor, note));
  if (!decided) throw new Error('a merge without its events');
  await appendToCase(ctx, into, [decided.absorbed]);
  return appendToCase(ctx, found, [decided.merged]);
}
