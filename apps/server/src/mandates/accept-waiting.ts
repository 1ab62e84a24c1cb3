import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { underHeading } from '@duban/mandates/outline/under-heading';
import { partByDoubt } from '@duban/mandates/review/doubts';
import type { Ctx } from '../kernel/context.ts';
import type { NewEvent } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { decidedNow } from './decided-now.ts';
import { directivesOf, type StoredDirective } from './directive.store.ts';
import { lockDocument, type LockedDocument } from './document.store.ts';
import { takeStep } from './review-steps.ts';

/** Two commands in one file: accepting at once differs only in how much of the document is meant. */

export async function acceptUnderHeading(
  ctx: Ctx,
  { id, version, heading }: Input<typeof contract.acceptUnderHeading>,
): Promise<Reply<typeof contract.acceptUnderHeading>> {
  const document = await lockDocument(ctx, id, version);
  const span = underHeading(document.outline, heading, document.text.length);
  const waiting = (await waitingIn(ctx, document)).filter(
    ({ start }) => span !== null && start >= span.start && start < span.end,
  );
  if (waiting.length === 0) throw problem('document.nothing_under_heading');
  const title = document.outline[heading]?.title ?? '';
  return acceptClear(ctx, document, waiting, (directiveIds, left) => ({
    type: 'directives.accepted_under_heading',
    data: { heading: title, directiveIds, left },
  }));
}

export async function acceptAll(
  ctx: Ctx,
  { id, version }: Input<typeof contract.acceptAll>,
): Promise<Reply<typeof contract.acceptAll>> {
  const document = await lockDocument(ctx, id, version);
  const waiting = await waitingIn(ctx, document);
  if (waiting.length === 0) throw problem('document.nothing_waiting');
  return acceptClear(ctx, document, waiting, (directiveIds, left) => ({
    type: 'directives.accepted_all',
    data: { directiveIds, left },
  }));
}

const waitingIn = async (ctx: Ctx, document: LockedDocument): Promise<StoredDirective[]> =>
  (await directivesOf(ctx, document)).filter(({ state }) => state === 'proposed');

/** What is in doubt is left for a person, and said. */
async function acceptClear(
  ctx: Ctx,
  document: LockedDocument,
  waiting: readonly StoredDirective[],
  event: (directiveIds: readonly string[], left: number) => NewEvent,
): Promise<Reply<typeof contract.acceptAll>> {
  const { clear, doubtful } = partByDoubt(waiting, document);
  if (clear.length === 0) throw problem('document.all_in_doubt', { count: doubtful.length });
  const step = await takeStep(ctx, document, {
    event: event(
      clear.map(({ id }) => id),
      doubtful.length,
    ),
    changes: clear.map((before) => ({ before, after: { state: 'accepted', ...decidedNow(ctx) } })),
  });
  const left = doubtful.map(({ directive, why: { code, params } }) => ({
    directiveId: directive.id,
    code,
    params: { ...params },
  }));
  return { ...step, accepted: clear.length, left };
}
