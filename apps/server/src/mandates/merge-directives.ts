import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { spanOver, whyNotMerge } from '@duban/mandates/review/split-merge';
import type { Ctx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { directivesOf, type NewDirective, type StoredDirective } from './directive.store.ts';
import { lockDocument } from './document.store.ts';
import { directivesAt } from './made-directive.ts';
import { takeStep } from './review-steps.ts';

/** One order that runs over several sentences. Nothing that a part said about who, where and how much is lost. */
export async function mergeDirectives(
  ctx: Ctx,
  { id, version, directiveIds }: Input<typeof contract.mergeDirectives>,
): Promise<Reply<typeof contract.mergeDirectives>> {
  const document = await lockDocument(ctx, id, version);
  const all = await directivesOf(ctx, document);
  demand(whyNotMerge(all, directiveIds));
  const chosen = all.filter((directive) => directiveIds.includes(directive.id));
  const [made] = await directivesAt(ctx, document, [spanOver(chosen)]);
  const merged = ofAll(made!, chosen);
  const step = await takeStep(ctx, document, {
    event: { type: 'directives.merged', data: { directiveIds, into: merged.id, text: merged.action } },
    changes: chosen.map((before) => ({ before, after: { state: 'replaced' } })),
    added: [merged],
  });
  return { ...step, directiveId: merged.id };
}

function ofAll(made: NewDirective, parts: readonly StoredDirective[]): NewDirective {
  const leads = parts.flatMap(({ lineUnitId }) => lineUnitId ?? []);
  const dated = parts.find(({ deadlineDate }) => deadlineDate !== null) ?? parts.find((part) => part.deadlineText);
  const unique = (ids: readonly string[]) => [...new Set(ids)];
  return {
    ...made,
    origin: 'merged',
    cameOf: parts.map(({ id }) => id),
    rules: ['merged_by_a_person'],
    outcome: parts[0]!.outcome,
    action: parts
      .map(({ action }) => action.replace(/[。；;]$/, ''))
      .join('；')
      .slice(0, 400),
    lineUnitId: leads[0] ?? null,
    territorialUnitIds: unique(parts.flatMap((part) => part.territorialUnitIds)),
    supportUnitIds: unique([...leads.slice(1), ...parts.flatMap((part) => part.supportUnitIds)]).filter(
      (unitId) => unitId !== leads[0],
    ),
    mentions: parts.flatMap((part) => part.mentions),
    deadlineText: dated?.deadlineText ?? null,
    deadlineDate: dated?.deadlineDate ?? null,
    period: parts.find(({ period }) => period !== null)?.period ?? null,
    targetText: unique(parts.flatMap(({ targetText }) => (targetText === '' ? [] : [targetText])))
      .join('；')
      .slice(0, 400),
    targets: parts.flatMap((part) => part.targets).slice(0, 30),
    indicator: parts.find(({ indicator }) => indicator !== null)?.indicator ?? null,
    promise: parts.find(({ promise }) => promise !== null)?.promise ?? null,
    classCode: parts.find(({ classCode }) => classCode !== null)?.classCode ?? null,
    placeText: parts.find(({ placeText }) => placeText !== '')?.placeText ?? '',
  };
}
