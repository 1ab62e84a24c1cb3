import type { Mandate } from '@duban/mandates/mandate';
import type { RepairChoices } from '@duban/mandates/repairs/choices';
import { type DocumentState, whyNotReview } from '@duban/mandates/review/review';
import { sql } from 'kysely';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';
import { insertDirective, type NewDirective } from './directive.store.ts';
import { storable, storableText } from './storable.ts';

/**
 * The only writer of `documents` and `document_originals`. A document and its directives are one record: every step of
 * a review is an event of the document, and its version locks them all.
 */

export type LockedDocument = {
  readonly id: string;
  readonly version: number;
  readonly state: DocumentState;
  readonly jurisdictionId: string;
  readonly title: string;
  readonly fileName: string;
  readonly text: string;
  readonly outline: Mandate['outline'];
  readonly unknowns: Mandate['unknowns'];
  readonly contradictions: Mandate['contradictions'];
  readonly gaps: Mandate['gaps'];
  readonly documentDate: string | null;
  readonly organ: string;
  readonly speaker: string;
  readonly documentNumber: string;
  readonly repairChoices: Required<RepairChoices>;
  readonly previousId: string | null;
  readonly isSuperseded: boolean;
  readonly sentVersion: number;
};

/** @throws Problem `record.not_found`, `record.stale`, or why the caller may not review it */
export async function lockDocument(ctx: Ctx, id: string, version: number): Promise<LockedDocument> {
  const found = await lockedDocument(ctx, ctx.actor.jurisdictionId, id);
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  demand(whyNotReview(found, ctx.actor));
  return found;
}

/** The document, whatever its version and whoever asks; for jobs, which come after whatever was done meanwhile. */
export async function lockedDocument(
  { tx }: Pick<JobCtx, 'tx'>,
  jurisdictionId: string,
  id: string,
): Promise<LockedDocument | null> {
  const { rows } = await sql<LockedDocument>`
    select d.id, d.version, d.state, d.jurisdiction_id as "jurisdictionId", d.title, d.file_name as "fileName", d.text,
      d.outline, d.unknowns, d.contradictions, d.gaps, d.document_date as "documentDate", d.organ, d.speaker,
      d.document_number as "documentNumber", d.repair_choices as "repairChoices", d.previous_id as "previousId",
      exists (select from documents n where n.jurisdiction_id = d.jurisdiction_id and n.previous_id = d.id
        and n.state <> 'discarded') as "isSuperseded", d.sent_version as "sentVersion"
    from documents d where d.jurisdiction_id = ${jurisdictionId} and d.id = ${id} for update of d`.execute(tx);
  return rows[0] ?? null;
}

export type NewDocument = {
  readonly mandate: Mandate;
  readonly original: Uint8Array;
  readonly title: string;
  readonly directives: readonly NewDirective[];
  /** documents that it looks like a newer version of */
  readonly resembles: readonly string[];
};

export async function insertDocument(
  ctx: Ctx,
  { mandate, original, title, directives, resembles }: NewDocument,
): Promise<{ id: string; version: number }> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { source } = mandate;
  const sha256 = Buffer.from(source.sha256, 'hex');
  await sql`
    insert into document_originals (jurisdiction_id, sha256, content)
    values (${actor.jurisdictionId}, ${sha256}, ${Buffer.from(original)})
    on conflict (jurisdiction_id, sha256) do nothing`.execute(tx);
  const facts = { title, fileName: source.fileName, sha256: source.sha256, directives: directives.length };
  const version = await appendEvents(ctx, {
    recordType: 'document',
    recordId: id,
    jurisdictionId: actor.jurisdictionId,
    events: [{ type: 'document.added', data: JSON.parse(storable(facts)) as object }],
  });
  const { organ, speaker, documentNumber } = statedFacts(source);
  await sql`
    insert into documents (jurisdiction_id, id, version, state, title, file_name, format, encoding, bytes, sha256,
      document_date, organ, speaker, document_number, site, text, repairs, gaps, unknowns, outline, quantities,
      contradictions, resembles, added_at, added_by, added_unit_id)
    values (${actor.jurisdictionId}, ${id}, ${version}, 'in_review', ${storableText(title)},
      ${storableText(source.fileName)}, ${source.format}, ${source.encoding}, ${source.bytes}, ${sha256},
      ${source.date}, ${organ}, ${speaker}, ${documentNumber}, ${storable(source.site)}, ${storableText(mandate.text)},
      ${storable(mandate.repairs)}, ${storable(mandate.gaps)}, ${storable(mandate.unknowns)},
      ${storable(mandate.outline)}, ${storable(mandate.quantities)}, ${storable(mandate.contradictions)},
      ${[...resembles]}::uuid[], ${ctx.now().toString()}, ${actor.personId}, ${actor.unitId})`.execute(tx);
  for (const directive of directives)
    await insertDirective(ctx, { id, jurisdictionId: actor.jurisdictionId }, directive);
  return { id, version };
}

/** Who speaks for which organ under which number, where the reading found it. */
function statedFacts(source: Mandate['source']): Record<'organ' | 'speaker' | 'documentNumber', string> {
  const stated = source as Partial<Record<'organ' | 'speaker' | 'documentNumber', string | null>>;
  const text = (value: string | null | undefined, most: number) => storableText(value ?? '').slice(0, most);
  return {
    organ: text(stated.organ, 120),
    speaker: text(stated.speaker, 120),
    documentNumber: text(stated.documentNumber, 60),
  };
}

/** The document as it came. */
export async function originalOf(
  { tx }: Pick<JobCtx, 'tx'>,
  document: Pick<LockedDocument, 'id' | 'jurisdictionId'>,
): Promise<Uint8Array> {
  const { rows } = await sql<{ content: Buffer }>`
    select o.content from documents d
    join document_originals o on o.jurisdiction_id = d.jurisdiction_id and o.sha256 = d.sha256
    where d.jurisdiction_id = ${document.jurisdictionId} and d.id = ${document.id}`.execute(tx);
  return new Uint8Array(rows[0]!.content);
}

/** Everything that reading the document again may change, and the choices it was read with. */
export async function writeReading(
  { tx }: Ctx,
  { id, jurisdictionId }: LockedDocument,
  mandate: Mandate,
  choices: Required<RepairChoices>,
): Promise<void> {
  await sql`
    update documents set text = ${storableText(mandate.text)}, repairs = ${storable(mandate.repairs)},
      gaps = ${storable(mandate.gaps)}, unknowns = ${storable(mandate.unknowns)}, outline = ${storable(mandate.outline)},
      quantities = ${storable(mandate.quantities)}, contradictions = ${storable(mandate.contradictions)},
      repair_choices = ${storable(choices)}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

export type DocumentFacts = Pick<LockedDocument, 'title' | 'documentDate' | 'organ' | 'speaker' | 'documentNumber'>;

export async function writeFacts(
  { tx }: Ctx,
  { id, jurisdictionId }: LockedDocument,
  { title, documentDate, organ, speaker, documentNumber }: DocumentFacts,
): Promise<void> {
  await sql`
    update documents set title = ${storableText(title)}, document_date = ${documentDate},
      organ = ${storableText(organ)}, speaker = ${storableText(speaker)},
      document_number = ${storableText(documentNumber)}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

export async function writePrevious(
  { tx }: Ctx,
  { id, jurisdictionId }: LockedDocument,
  previousId: string | null,
): Promise<void> {
  await sql`
    update documents set previous_id = ${previousId}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

/** Marks the document as sent; the review before this cannot be undone any more. @param left proposals still to review */
export async function writeSent(
  { tx }: Ctx,
  { id, jurisdictionId }: LockedDocument,
  version: number,
  left: number,
): Promise<void> {
  await sql`
    update documents set sent_version = ${version}, state = ${left === 0 ? 'sent' : 'in_review'}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

/** There is something to review again. */
export async function reopen({ tx }: Pick<JobCtx, 'tx'>, { id, jurisdictionId }: LockedDocument): Promise<void> {
  await sql`
    update documents set state = 'in_review'
    where jurisdiction_id = ${jurisdictionId} and id = ${id} and state = 'sent'`.execute(tx);
}

export async function markDiscarded(ctx: Ctx, document: LockedDocument, reason: string): Promise<number> {
  const version = await appendToDocument(ctx, document, { type: 'document.discarded', data: { reason } });
  await sql`
    update documents set state = 'discarded'
    where jurisdiction_id = ${document.jurisdictionId} and id = ${document.id}`.execute(ctx.tx);
  return version;
}

export async function appendToDocument(
  ctx: JobCtx & Partial<Pick<Ctx, 'actor'>>,
  { id, jurisdictionId }: LockedDocument,
  event: NewEvent,
): Promise<number> {
  const version = await appendEvents(ctx, { recordType: 'document', recordId: id, jurisdictionId, events: [event] });
  await sql`
    update documents set version = ${version} where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return version;
}
