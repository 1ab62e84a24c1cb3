import { approveRequest as decide } from '@duban/cases/decide-request';
import type * as contract from '@duban/contract/case-handling';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms } from './case-terms.ts';

/** 批准申请 */
export async function approveRequest(
  ctx: Ctx,
  { id, version, note }: Input<typeof contract.approveRequest>,
): Promise<Reply<typeof contract.approveRequest>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, note, await clockTerms(ctx, found))));
}
