import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/snapshots';
import { whyNotAnswerObjection } from '@duban/rankings/objection';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';
import { lockObjection, notCounted, writeAnswer } from './objection.store.ts';

export async function answerObjection(
  ctx: Ctx,
  { id, version, result, text, exemptCaseIds }: Input<typeof contract.answerObjection>,
): Promise<Reply<typeof contract.answerObjection>> {
  const found = await lockObjection(ctx, id, version);
  demand(whyNotAnswerObjection(found, ctx.actor, { result, exempted: exemptCaseIds.length }));
  const exemptedCaseIds = [...new Set(exemptCaseIds)];
  const cases = await notCounted(ctx, found, exemptedCaseIds);
  if (cases > 0) throw problem('objection.case_not_counted', { cases });
  const next = await appendEvents(ctx, {
    recordType: 'ranking_objection',
    recordId: id,
    jurisdictionId: ctx.actor.jurisdictionId,
    events: [{ type: 'objection.answered', data: { result, text, exemptedCaseIds } }],
  });
  await writeAnswer(ctx, found, { result, text, exemptedCaseIds }, next);
  return { id, version: next };
}
