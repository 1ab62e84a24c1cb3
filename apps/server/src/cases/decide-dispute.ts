import { decideDispute as decide } from '@duban/cases/decide-dispute';
import type * as contract from '@duban/contract/cases';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { unwrap } from '../kernel/problem.ts';
import { appendToCase, lockCase } from './case.store.ts';
import { clockTerms, standardOfCase } from './case-terms.ts';
import { chargeOf } from './dispatch-case.ts';

/** 裁定争议 */
export async function decideDispute(
  ctx: Ctx,
  { id, version, reason, ...units }: Input<typeof contract.decideDispute>,
): Promise<Reply<typeof contract.decideDispute>> {
  const found = await lockCase(ctx, id, version);
  const charge = await chargeOf(ctx, units);
  const terms = { ...(await clockTerms(ctx, found)), standard: await standardOfCase(ctx, found) };
  return appendToCase(ctx, found, unwrap(decide(found, ctx.actor, charge, reason, terms)));
}
