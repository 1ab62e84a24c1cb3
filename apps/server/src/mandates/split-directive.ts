import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { partsOf, whyNotSplit } from '@duban/mandates/review/split-merge';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { directiveOf, type NewDirective, type StoredDirective } from './directive.store.ts';
import { lockDocument } from './document.store.ts';
import { directivesAt } from './made-directive.ts';
import { takeStep } from './review-steps.ts';

/** Each part is decided on by itself. Who is told at the beginning of a sentence is told for all of it. */
export async function splitDirective(
  ctx: Ctx,
  { id, directiveId, version, cuts }: Input<typeof contract.splitDirective>,
): Promise<Reply<typeof contract.splitDirective>> {
  const document = await lockDocument(ctx, id, version);
  const before = await directiveOf(ctx, document, directiveId);
  demand(whyNotSplit(before, document.text, cuts));
  const made = await directivesAt(ctx, document, partsOf(document.text, before, cuts));
  const parts = made.map((part) => inheriting(part, before));
  const step = await takeStep(ctx, document, {
    event: {
      type: 'directive.split',
      data: { directiveId, text: before.action, into: parts.map((part) => part.id) },
    },
    changes: [{ before, after: { state: 'replaced' } }],
    added: parts,
  });
  return { ...step, directiveIds: parts.map((part) => part.id) };
}

function inheriting(part: NewDirective, whole: StoredDirective): NewDirective {
  const namesNobody = part.mentions.length === 0;
  return {
    ...part,
    origin: 'split',
    cameOf: [whole.id],
    rules: ['split_by_a_person'],
    ...(namesNobody
      ? {
          mentions: whole.mentions,
          lineUnitId: whole.lineUnitId,
          territorialUnitIds: whole.territorialUnitIds,
          supportUnitIds: whole.supportUnitIds,
          outcome: part.outcome === 'target' || part.outcome === 'indicator' ? 'task' : part.outcome,
        }
      : {}),
    ...(part.deadlineText === null
      ? { deadlineText: whole.deadlineText, deadlineDate: whole.deadlineDate, period: part.period ?? whole.period }
      : {}),
  };
}
