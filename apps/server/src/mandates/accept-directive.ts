import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotDecide } from '@duban/mandates/review/review';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { decidedNow } from './decided-now.ts';
import { directiveOf } from './directive.store.ts';
import { lockDocument } from './document.store.ts';
import { takeStep } from './review-steps.ts';

export async function acceptDirective(
  ctx: Ctx,
  { id, directiveId, version }: Input<typeof contract.acceptDirective>,
): Promise<Reply<typeof contract.acceptDirective>> {
  const document = await lockDocument(ctx, id, version);
  const before = await directiveOf(ctx, document, directiveId);
  demand(whyNotDecide(before));
  return takeStep(ctx, document, {
    event: { type: 'directive.accepted', data: { directiveId, text: before.action } },
    changes: [{ before, after: { state: 'accepted', rejectedReason: null, ...decidedNow(ctx) } }],
  });
}
