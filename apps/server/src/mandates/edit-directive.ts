import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { whyNotDecide } from '@duban/mandates/review/review';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { demandCharge } from './charged-units.ts';
import { directiveOf, lockDocument, takeStep } from './document.store.ts';

/** What the reviewer changed is thereby accepted. */
export async function editDirective(
  ctx: Ctx,
  { id, directiveId, version, ...edit }: Input<typeof contract.editDirective>,
): Promise<Reply<typeof contract.editDirective>> {
  const document = await lockDocument(ctx, id, version);
  const before = await directiveOf(ctx, document, directiveId);
  demand(whyNotDecide(before));
  await demandCharge(ctx, edit);
  return takeStep(ctx, document, {
    event: { type: 'directive.edited', data: { directiveId, ...edit } },
    changes: [{ before, after: { ...edit, state: 'accepted', edited: true, rejectedReason: null } }],
  });
}
