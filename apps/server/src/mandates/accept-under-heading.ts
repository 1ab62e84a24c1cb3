import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { underHeading } from '@duban/mandates/outline/under-heading';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { directivesOf, lockDocument, takeStep } from './document.store.ts';

export async function acceptUnderHeading(
  ctx: Ctx,
  { id, version, heading }: Input<typeof contract.acceptUnderHeading>,
): Promise<Reply<typeof contract.acceptUnderHeading>> {
  const document = await lockDocument(ctx, id, version);
  const span = underHeading(document.outline, heading, document.text.length);
  const all = await directivesOf(ctx, document);
  const below = all.filter(
    (directive) =>
      directive.state === 'proposed' && span !== null && directive.start >= span.start && directive.start < span.end,
  );
  if (below.length === 0) throw problem('document.nothing_under_heading');
  const step = await takeStep(ctx, document, {
    event: {
      type: 'directives.accepted_under_heading',
      data: { heading: document.outline[heading]?.title ?? '', directiveIds: below.map((directive) => directive.id) },
    },
    changes: below.map((before) => ({ before, after: { state: 'accepted' } })),
  });
  return { ...step, accepted: below.length };
}
