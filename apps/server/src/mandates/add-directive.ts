import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { longestDirective } from '@duban/mandates/review/split-merge';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { decidedNow } from './decided-now.ts';
import { lockDocument } from './document.store.ts';
import { directivesAt } from './made-directive.ts';
import { takeStep } from './review-steps.ts';

/** A sentence that the rules did not take, chosen by a person. What can be read out of it is filled in. */
export async function addDirective(
  ctx: Ctx,
  { id, version, start, end }: Input<typeof contract.addDirective>,
): Promise<Reply<typeof contract.addDirective>> {
  const document = await lockDocument(ctx, id, version);
  if (end > document.text.length || start >= end || end - start > longestDirective) {
    throw problem('document.span_outside');
  }
  const [made] = await directivesAt(ctx, document, [{ start, end }]);
  const added = { ...made!, origin: 'added' as const, state: 'accepted' as const, ...decidedNow(ctx) };
  const step = await takeStep(ctx, document, {
    event: {
      type: 'directive.added',
      data: { directiveId: added.id, start: added.start, end: added.end, text: added.action },
    },
    added: [added],
  });
  return { ...step, directiveId: added.id };
}
