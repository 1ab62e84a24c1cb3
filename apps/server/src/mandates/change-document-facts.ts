import type * as contract from '@duban/contract/document-text';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Ctx } from '../kernel/context.ts';
import { type DocumentFacts, lockDocument } from './document.store.ts';
import { takeStep } from './review-steps.ts';

/** Title, date, organ, speaker and number as a person knows them. A new date moves the days of what is still open. */
export async function changeDocumentFacts(
  ctx: Ctx,
  { id, version, ...facts }: Input<typeof contract.changeDocumentFacts>,
): Promise<Reply<typeof contract.changeDocumentFacts>> {
  const document = await lockDocument(ctx, id, version);
  const { title, documentDate, organ, speaker, documentNumber } = document;
  const before: DocumentFacts = { title, documentDate, organ, speaker, documentNumber };
  const changed = (Object.keys(before) as (keyof DocumentFacts)[]).filter((field) => before[field] !== facts[field]);
  return takeStep(ctx, document, {
    event: {
      type: 'document.facts_changed',
      data: { changes: Object.fromEntries(changed.map((field) => [field, { from: before[field], to: facts[field] }])) },
    },
    document: { before: { facts: before }, after: { facts } },
  });
}
