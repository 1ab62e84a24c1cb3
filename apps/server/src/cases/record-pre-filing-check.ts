import { recordPreFilingCheck as decide } from '@duban/cases/record-pre-filing-check';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';

/** 核实 */
export async function recordPreFilingCheck(
  ctx: Ctx,
  { id, version, result, note }: Input<typeof contract.recordPreFilingCheck>,
): Promise<Reply<typeof contract.recordPreFilingCheck>> {
  const found = await lockCase(ctx, id, version);
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, { result, note })));
}
