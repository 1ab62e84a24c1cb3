import { fileCase as decide } from '@duban/cases/file-case';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { standardInForceOn } from './standard.store.ts';
import { todayOf } from './today.ts';

/** 立案, under the standard that is in force today. */
export async function fileCase(
  ctx: Ctx,
  { id, version, ...input }: Input<typeof contract.fileCase>,
): Promise<Reply<typeof contract.fileCase>> {
  const found = await lockCase(ctx, id, version);
  const standard = await standardInForceOn(ctx.tx, found.jurisdictionId, input, todayOf(ctx));
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, input, standard)));
}
