import type { Mandate } from '@duban/mandates/mandate';
import { type DirectiveState, type DocumentState, type Outcome, whyNotReview } from '@duban/mandates/review/review';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { appendEvents, type NewEvent } from '../kernel/history.ts';
import { demand, problem } from '../kernel/problem.ts';
import { storable, storableText } from './storable.ts';

/**
 * The only writer of `documents`, `document_originals`, `directives` and `review_steps`. A document and its directives
 * are one record: every step of a review is an event of the document, and its version locks them all.
 */

export type LockedDocument = {
  readonly id: string;
  readonly version: number;
  readonly state: DocumentState;
  readonly jurisdictionId: string;
  readonly title: string;
  readonly text: string;
  readonly outline: Mandate['outline'];
  readonly documentDate: string | null;
  readonly sentVersion: number;
};

/** What a review may change in a directive. */
export type DirectiveChange = {
  readonly state: DirectiveState;
  readonly edited: boolean;
  readonly action: string;
  readonly outcome: Outcome;
  readonly lineUnitId: string | null;
  readonly territorialUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
  readonly deadlineText: string | null;
  readonly deadlineDate: string | null;
  readonly targetText: string;
  readonly classCode: string | null;
  readonly placeText: string;
  readonly rejectedReason: string | null;
};

export type StoredDirective = DirectiveChange & {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

export type NewDirective = StoredDirective & {
  readonly origin: 'proposed' | 'added';
  readonly mentions: Mandate['directives'][number]['units'];
  readonly quantities: Mandate['quantities'];
  readonly headings: readonly string[];
  readonly rules: readonly string[];
  readonly rawStart: number;
  readonly rawEnd: number;
};

/** @throws Problem `record.not_found`, `record.stale`, or why the caller may not review it */
export async function lockDocument({ tx, actor }: Ctx, id: string, version: number): Promise<LockedDocument> {
  const { rows } = await sql<LockedDocument>`
    select id, version, state, jurisdiction_id as "jurisdictionId", title, text, outline,
      document_date as "documentDate", sent_version as "sentVersion"
    from documents where jurisdiction_id = ${actor.jurisdictionId} and id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.version !== version) throw problem('record.stale');
  demand(whyNotReview(found, actor));
  return found;
}

const directiveColumns = sql`
  id, state, edited, text, action, outcome, line_unit_id as "lineUnitId", territorial_unit_ids as "territorialUnitIds",
  support_unit_ids as "supportUnitIds", deadline_text as "deadlineText", deadline_date as "deadlineDate",
  target_text as "targetText", class_code as "classCode", place_text as "placeText",
  rejected_reason as "rejectedReason", span_start as start, span_end as "end"`;

/** The directives of a document in the order of the text. */
export async function directivesOf(
  { tx }: Ctx,
  document: Pick<LockedDocument, 'id' | 'jurisdictionId'>,
): Promise<StoredDirective[]> {
  const { rows } = await sql<StoredDirective>`
    select ${directiveColumns} from directives
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id}
    order by span_start, id`.execute(tx);
  return rows;
}

export async function directiveOf(ctx: Ctx, document: LockedDocument, directiveId: string): Promise<StoredDirective> {
  const found = (await directivesOf(ctx, document)).find((directive) => directive.id === directiveId);
  if (!found) throw problem('record.not_found');
  return found;
}

export async function insertDocument(
  ctx: Ctx,
  mandate: Mandate,
  original: Uint8Array,
  title: string,
  directives: readonly NewDirective[],
): Promise<{ id: string; version: number }> {
  const { tx, actor } = ctx;
  const id = ctx.newId();
  const { source } = mandate;
  const sha256 = Buffer.from(source.sha256, 'hex');
  await sql`
    insert into document_originals (jurisdiction_id, sha256, content)
    values (${actor.jurisdictionId}, ${sha256}, ${Buffer.from(original)})
    on conflict (jurisdiction_id, sha256) do nothing`.execute(tx);
  const version = await appendEvents(ctx, {
    recordType: 'document',
    recordId: id,
    jurisdictionId: actor.jurisdictionId,
    events: [
      {
        type: 'document.added',
        data: JSON.parse(
          storable({ title, fileName: source.fileName, sha256: source.sha256, directives: directives.length }),
        ) as object,
      },
    ],
  });
  await sql`
    insert into documents (jurisdiction_id, id, version, state, title, file_name, format, encoding, bytes, sha256,
      document_date, site, text, repairs, gaps, unknowns, outline, quantities, contradictions, added_at, added_by,
      added_unit_id)
    values (${actor.jurisdictionId}, ${id}, ${version}, 'in_review', ${storableText(title)},
      ${storableText(source.fileName)}, ${source.format}, ${source.encoding}, ${source.bytes}, ${sha256},
      ${source.date}, ${storable(source.site)}, ${storableText(mandate.text)}, ${storable(mandate.repairs)},
      ${storable(mandate.gaps)}, ${storable(mandate.unknowns)}, ${storable(mandate.outline)},
      ${storable(mandate.quantities)}, ${storable(mandate.contradictions)}, ${ctx.now().toString()},
      ${actor.personId}, ${actor.unitId})`.execute(tx);
  for (const directive of directives)
    await insertDirective(ctx, { id, jurisdictionId: actor.jurisdictionId }, directive);
  return { id, version };
}

export async function insertDirective(
  { tx }: Ctx,
  document: Pick<LockedDocument, 'id' | 'jurisdictionId'>,
  of: NewDirective,
): Promise<void> {
  await sql`
    insert into directives (jurisdiction_id, id, document_id, state, origin, edited, text, action, outcome, mentions,
      line_unit_id, territorial_unit_ids, support_unit_ids, deadline_text, deadline_date, target_text, class_code,
      place_text, quantities, headings, rules, span_start, span_end, raw_start, raw_end)
    values (${document.jurisdictionId}, ${of.id}, ${document.id}, ${of.state}, ${of.origin}, ${of.edited},
      ${storableText(of.text)}, ${storableText(of.action)}, ${of.outcome}, ${storable(of.mentions)}, ${of.lineUnitId},
      ${[...of.territorialUnitIds]}::uuid[], ${[...of.supportUnitIds]}::uuid[], ${of.deadlineText}, ${of.deadlineDate},
      ${storableText(of.targetText)}, ${of.classCode}, ${of.placeText}, ${storable(of.quantities)},
      ${of.headings.map(storableText)}::text[], ${[...of.rules]}::text[], ${of.start}, ${of.end}, ${of.rawStart},
      ${of.rawEnd})`.execute(tx);
}

async function writeDirective({ tx }: Ctx, jurisdictionId: string, id: string, of: DirectiveChange): Promise<void> {
  await sql`
    update directives set state = ${of.state}, edited = ${of.edited}, action = ${of.action}, outcome = ${of.outcome},
      line_unit_id = ${of.lineUnitId}, territorial_unit_ids = ${[...of.territorialUnitIds]}::uuid[],
      support_unit_ids = ${[...of.supportUnitIds]}::uuid[], deadline_text = ${of.deadlineText},
      deadline_date = ${of.deadlineDate}, target_text = ${of.targetText}, class_code = ${of.classCode},
      place_text = ${of.placeText}, rejected_reason = ${of.rejectedReason}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(tx);
}

/** A step of the review: what it is, which directives it changes from what to what, and which it adds. */
export type ReviewStep = {
  readonly event: NewEvent;
  readonly changes?: readonly { readonly before: StoredDirective; readonly after: Partial<DirectiveChange> }[];
  readonly added?: readonly NewDirective[];
};

/** Appends the event, changes the directives, and keeps what they were before, so that the step can be taken back. */
export async function takeStep(
  ctx: Ctx,
  document: LockedDocument,
  { event, changes = [], added = [] }: ReviewStep,
): Promise<{ id: string; version: number }> {
  const version = await appendToDocument(ctx, document, event);
  for (const { before, after } of changes)
    await writeDirective(ctx, document.jurisdictionId, before.id, { ...before, ...after });
  for (const directive of added) await insertDirective(ctx, document, directive);
  await sql`
    insert into review_steps (jurisdiction_id, document_id, sequence, changed, added)
    values (${document.jurisdictionId}, ${document.id}, ${version}, ${storable(changes.map(({ before }) => before))},
      ${added.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
  return { id: document.id, version };
}

type Step = {
  readonly sequence: number;
  readonly changed: readonly StoredDirective[];
  readonly added: readonly string[];
};

/** Takes the last step back that was neither undone nor sent. @returns null when there is none */
export async function undoStep(ctx: Ctx, document: LockedDocument): Promise<{ id: string; version: number } | null> {
  const { rows } = await sql<Step>`
    select sequence, changed, added from review_steps
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id} and not undone
      and sequence > ${document.sentVersion}
    order by sequence desc limit 1`.execute(ctx.tx);
  const [step] = rows;
  if (!step) return null;
  const version = await appendToDocument(ctx, document, { type: 'review.undone', data: { step: step.sequence } });
  for (const before of step.changed) await writeDirective(ctx, document.jurisdictionId, before.id, before);
  await sql`
    delete from directives where jurisdiction_id = ${document.jurisdictionId} and id = any(${[...step.added]}::uuid[])`.execute(
    ctx.tx,
  );
  await sql`
    update review_steps set undone = true
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id}
      and sequence = ${step.sequence}`.execute(ctx.tx);
  return { id: document.id, version };
}

/** What became of a directive when it was sent. */
export type SentDirective = {
  readonly directiveId: string;
  readonly taskIds: readonly string[];
  readonly caseIds: readonly string[];
};

/** Marks directives as sent; the review before this cannot be undone any more. @param left proposals still to review */
export async function markSent(
  ctx: Ctx,
  document: LockedDocument,
  sent: readonly SentDirective[],
  left: number,
): Promise<number> {
  const { jurisdictionId } = document;
  const version = await appendToDocument(ctx, document, { type: 'document.sent', data: { directives: sent } });
  for (const { directiveId, caseIds } of sent) {
    await sql`
      update directives set state = 'sent', case_ids = ${[...caseIds]}::uuid[]
      where jurisdiction_id = ${jurisdictionId} and id = ${directiveId}`.execute(ctx.tx);
  }
  await sql`
    update documents set sent_version = ${version}, state = ${left === 0 ? 'sent' : 'in_review'}
    where jurisdiction_id = ${jurisdictionId} and id = ${document.id}`.execute(ctx.tx);
  return version;
}

export async function markDiscarded(ctx: Ctx, document: LockedDocument, reason: string): Promise<number> {
  const version = await appendToDocument(ctx, document, { type: 'document.discarded', data: { reason } });
  await sql`
    update documents set state = 'discarded'
    where jurisdiction_id = ${document.jurisdictionId} and id = ${document.id}`.execute(ctx.tx);
  return version;
}

async function appendToDocument(ctx: Ctx, { id, jurisdictionId }: LockedDocument, event: NewEvent): Promise<number> {
  const version = await appendEvents(ctx, { recordType: 'document', recordId: id, jurisdictionId, events: [event] });
  await sql`
    update documents set version = ${version} where jurisdiction_id = ${jurisdictionId} and id = ${id}`.execute(ctx.tx);
  return version;
}
