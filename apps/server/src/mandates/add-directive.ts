import type * as contract from '@duban/contract/document-review';
import type { Input, Reply } from '@duban/contract/endpoint';
import { describeSpan } from '@duban/mandates/directives/describe-span';
import { resolveUnit } from '@duban/mandates/units/resolve-units';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import { lockDocument, takeStep } from './document.store.ts';
import { proposal } from './propose.ts';
import { todayOf } from './today.ts';

const LONGEST = 2_000;

/** A sentence that the rules did not take, chosen by a person. What can be read out of it is filled in. */
export async function addDirective(
  ctx: Ctx,
  { id, version, start, end }: Input<typeof contract.addDirective>,
): Promise<Reply<typeof contract.addDirective>> {
  const document = await lockDocument(ctx, id, version);
  if (end > document.text.length || start >= end || end - start > LONGEST) throw problem('document.span_outside');
  const found = describeSpan(document.text, document.outline, { start, end }, document.documentDate);
  if (!found) throw problem('document.span_outside');
  const units = await unitNames(ctx.tx, ctx.actor.jurisdictionId, todayOf(ctx));
  const { rawStart, rawEnd } = await rawSpan(ctx, id, found);
  const mentions = found.leadUnits.map((mention) => resolveUnit(mention, 'lead', units));
  const directive = proposal(
    ctx.newId(),
    {
      ...found,
      units: mentions,
      rawStart,
      rawEnd,
      quantities: found.quantities.map((quantity) => ({ ...quantity, rawStart, rawEnd })),
    },
    units,
  );
  const added = { ...directive, origin: 'added' as const, state: 'accepted' as const };
  const step = await takeStep(ctx, document, {
    event: { type: 'directive.added', data: { directiveId: added.id, start: found.start, end: found.end } },
    added: [added],
  });
  return { ...step, directiveId: added.id };
}

/** Where the span stands in the file: between the raw places of the nearest repairs, which the clean text is moved by. */
async function rawSpan({ tx, actor }: Ctx, id: string, span: { start: number; end: number }) {
  const { rows } = await sql<{ shift: number }>`
    select coalesce(max((r ->> 'rawEnd')::int - (r ->> 'end')::int), 0) as shift
    from documents d, jsonb_array_elements(d.repairs) r
    where d.jurisdiction_id = ${actor.jurisdictionId} and d.id = ${id} and (r ->> 'end')::int <= ${span.start}
      and (r ->> 'applied')::boolean`.execute(tx);
  const shift = rows[0]?.shift ?? 0;
  return { rawStart: span.start + shift, rawEnd: span.end + shift };
}
