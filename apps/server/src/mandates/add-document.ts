import type * as contract from '@duban/contract/mandates';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { Mandate } from '@duban/mandates/mandate';
import type { Ctx } from '../kernel/context.ts';
import type { UploadedFile } from '../kernel/module.ts';
import { demand, problem } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import { insertDocument } from './document.store.ts';
import { ingestApart } from './ingest-apart.ts';
import { linkVersion } from './link-version.ts';
import { proposal } from './propose.ts';
import { resemblingDocuments } from './resembling-documents.ts';
import { todayOf } from './today.ts';

export type ReadDocument = { readonly mandate: Mandate; readonly original: Uint8Array };

/** Reads the document before the transaction is opened: the slow part. */
export async function prepareDocument(
  { text, title, documentDate }: Input<typeof contract.addDocument>,
  file: UploadedFile | undefined,
): Promise<ReadDocument> {
  if (!file && !text?.trim()) throw problem('document.missing');
  const original = file?.bytes ?? new TextEncoder().encode(text);
  const name = file ? baseName(file.name) : `${title ?? '粘贴的文字'}.txt`;
  const mandate = await ingestApart(original, name, documentDate === null ? {} : { date: documentDate });
  if ('refused' in mandate) {
    demand(mandate);
    throw new Error('a refusal that was not one');
  }
  return { mandate, original };
}

/** The last part of a path, short enough to show; what the sender's folders are called is nobody's business. */
const baseName = (path: string): string =>
  path
    .split(/[\\/]/)
    .at(-1)!
    .replaceAll(/\p{Cc}/gu, '')
    .slice(-120);

/**
 * Makes a record, so there is no version to check: the same original twice meets a unique index. A document that is a
 * newer version of another carries its decisions on at once; one that only looks like it says so and leaves it to a person.
 */
export async function addDocument(
  ctx: Ctx,
  { title: given, previousId }: Input<typeof contract.addDocument>,
  { mandate, original }: ReadDocument,
): Promise<Reply<typeof contract.addDocument>> {
  const units = await unitNames(ctx.tx, ctx.actor.jurisdictionId, todayOf(ctx));
  const speaker = (mandate.source as { speaker?: string | null }).speaker ?? '';
  const directives = mandate.directives.map((directive) => proposal(ctx.newId(), directive, units, speaker));
  const title = given ?? (mandate.source.title.slice(0, 200) || mandate.source.fileName);
  const resembles = previousId === null ? await resemblingDocuments(ctx, title, mandate.text) : [];
  const { id, version } = await insertDocument(ctx, { mandate, original, title, directives, resembles });
  const reply = { id, title, directives: directives.length, repairs: mandate.repairs.length };
  if (previousId === null) return { ...reply, version };
  return { ...reply, version: (await linkVersion(ctx, { id, version, previousId })).version };
}
