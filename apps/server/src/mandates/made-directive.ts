import { describeSpan } from '@duban/mandates/directives/describe-span';
import type { Span } from '@duban/mandates/mandate';
import { resolveUnit } from '@duban/mandates/units/resolve-units';
import type { JobCtx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import type { NewDirective } from './directive.store.ts';
import type { LockedDocument } from './document.store.ts';
import { proposal } from './propose.ts';
import { rawSpansOf } from './read-again.ts';
import { todayOf } from './today.ts';

/**
 * Directives at places that a person chose, whatever the rules think of them: what can be read out of each is filled in.
 *
 * @throws Problem `document.span_outside` when a place holds nothing but blanks and punctuation
 */
export async function directivesAt(
  ctx: JobCtx,
  document: LockedDocument,
  spans: readonly Span[],
): Promise<NewDirective[]> {
  const found = spans.map((span) => {
    const described = describeSpan(document.text, document.outline, span, document.documentDate);
    if (!described) throw problem('document.span_outside');
    return described;
  });
  const units = await unitNames(ctx.tx, document.jurisdictionId, todayOf(ctx));
  const placed = await rawSpansOf(ctx, document, found);
  const quantities = await rawSpansOf(
    ctx,
    document,
    found.flatMap((one) => one.quantities),
  );
  return placed.map((one) => {
    const named = [
      ...one.leadUnits.map((mention) => resolveUnit(mention, 'lead', units)),
      ...one.supportUnits.map((mention) => resolveUnit(mention, 'support', units)),
    ];
    const within = quantities.filter(({ start, end }) => start >= one.start && end <= one.end);
    return proposal(ctx.newId(), { ...one, units: named, quantities: within }, units, document.speaker);
  });
}
