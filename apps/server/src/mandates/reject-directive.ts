import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotDecide } from '@duban/mandates/review/review';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { decidedNow } from './decided-now.ts';
import { directiveOf } from './directive.store.ts';
import { lockDocument } from './document.store.ts';
import { takeStep } from './review-steps.ts';

export async function rejectDirective(
  ctx: Ctx,
  { id, directiveId, version, reason }: Input<typeof contract.rejectDirective>,
): Promise<Reply<typeof contract.rejectDirective>> {
  const document = await lockDocument(ctx, id, version);
  const before = await directiveOf(ctx, document, directiveId);
  demand(whyNotDecide(before));
  return takeStep(ctx, document, {
    event: { type: 'directive.rejected', data: { directiveId, text: before.action, reason } },
    changes: [{ before, after: { state: 'rejected', rejectedReason: reason, ...decidedNow(ctx) } }],
  });
}
