import type { ReviewChanged } from '@duban/contract/document-review';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { NewEvent } from '../kernel/history.ts';
import {
  type DirectiveChange,
  directiveOf,
  insertDirective,
  isShown,
  type NewDirective,
  onlyChange,
  setDirectiveStates,
  type StoredDirective,
  writeDirective,
} from './directive.store.ts';
import { changeDocument, type DocumentChange } from './document-change.ts';
import { appendToDocument, type LockedDocument } from './document.store.ts';
import { directiveViews } from './directive.queries.ts';
import { storable } from './storable.ts';

/**
 * The only writer of `review_steps`: a review goes forward step by step, back as far as the last sending, and forth
 * again until something else is done. A step keeps what it changed as it was before and as it was afterwards; nothing
 * is deleted, so that either can be written back.
 */
export type ReviewStep = {
  readonly event: NewEvent;
  readonly changes?: readonly { readonly before: StoredDirective; readonly after: Partial<DirectiveChange> }[];
  readonly added?: readonly NewDirective[];
  /** what changes in the document itself, and what it was before */
  readonly document?: { readonly before: DocumentChange; readonly after: DocumentChange };
};

/** Appends the event, carries out the changes, and keeps what was there before. */
export async function takeStep(
  ctx: Ctx,
  document: LockedDocument,
  { event, changes = [], added = [], document: change }: ReviewStep,
): Promise<ReviewChanged> {
  const version = await appendToDocument(ctx, document, event);
  const after = changes.map((of) => ({ ...of.before, ...of.after }));
  for (const directive of after) await writeDirective(ctx, document.jurisdictionId, directive.id, directive);
  for (const directive of added) await insertDirective(ctx, document, directive);
  // The directives first: which tasks lose their sentence is seen when all of them stand.
  if (change) await changeDocument(ctx, document, change.after);
  await sql`
    update review_steps set dropped = true
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id} and undone`.execute(ctx.tx);
  await sql`
    insert into review_steps (jurisdiction_id, document_id, sequence, changed, result, added, document_before,
      document_after)
    values (${document.jurisdictionId}, ${document.id}, ${version},
      ${storable(changes.map(({ before }) => changeOf(before)))}, ${storable([...after, ...added].map(changeOf))},
      ${added.map(({ id }) => id)}::uuid[], ${change ? storable(change.before) : null}::jsonb,
      ${change ? storable(change.after) : null}::jsonb)`.execute(ctx.tx);
  return stepReply(ctx, document, version, [...after, ...added], change !== undefined);
}

type Kept = DirectiveChange & { readonly id: string };
type Step = {
  readonly sequence: number;
  readonly changed: readonly Kept[];
  readonly result: readonly Kept[];
  readonly added: readonly string[];
  readonly documentBefore: DocumentChange | null;
  readonly documentAfter: DocumentChange | null;
};

const stepColumns = sql`
  sequence, changed, result, added, document_before as "documentBefore", document_after as "documentAfter"`;

/** Takes the last step back that was neither undone nor sent. @returns null when there is none */
export async function undoStep(ctx: Ctx, document: LockedDocument): Promise<ReviewChanged | null> {
  const { rows } = await sql<Step>`
    select ${stepColumns} from review_steps
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id} and not undone
      and sequence > ${document.sentVersion}
    order by sequence desc limit 1`.execute(ctx.tx);
  const [step] = rows;
  if (!step) return null;
  const version = await appendToDocument(ctx, document, { type: 'review.undone', data: { step: step.sequence } });
  if (step.documentBefore) await changeDocument(ctx, document, step.documentBefore);
  await writeBack(ctx, document, step.changed);
  await setDirectiveStates(ctx, document.jurisdictionId, step.added, 'undone');
  await mark(ctx, document, step, true);
  const gone = step.added.map((id) => ({ id, state: 'undone' as const }));
  return stepReply(ctx, document, version, [...step.changed, ...gone], step.documentBefore !== null);
}

/** Does again what was undone last. @returns null when there is nothing, or something else was done since */
export async function redoStep(ctx: Ctx, document: LockedDocument): Promise<ReviewChanged | null> {
  const { rows } = await sql<Step>`
    select ${stepColumns} from review_steps
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id} and undone and not dropped
      and sequence > ${document.sentVersion}
    order by sequence limit 1`.execute(ctx.tx);
  const [step] = rows;
  if (!step) return null;
  const version = await appendToDocument(ctx, document, { type: 'review.redone', data: { step: step.sequence } });
  await writeBack(ctx, document, step.result);
  if (step.documentAfter) await changeDocument(ctx, document, step.documentAfter);
  await mark(ctx, document, step, false);
  return stepReply(ctx, document, version, step.result, step.documentAfter !== null);
}

/** Older steps know fewer fields than a directive has now; the ones they do not know stay as they are. */
async function writeBack(ctx: Ctx, document: LockedDocument, kept: readonly Kept[]): Promise<void> {
  for (const change of kept) {
    const now = await directiveOf(ctx, document, change.id);
    await writeDirective(ctx, document.jurisdictionId, change.id, { ...now, ...changeOf(change) });
  }
}

async function mark(ctx: Ctx, document: LockedDocument, { sequence }: Step, undone: boolean): Promise<void> {
  await sql`
    update review_steps set undone = ${undone}
    where jurisdiction_id = ${document.jurisdictionId} and document_id = ${document.id}
      and sequence = ${sequence}`.execute(ctx.tx);
}

const changeOf = (of: Kept): Kept => ({ id: of.id, ...onlyChange(of) });

/** What the step changed, as the page needs it. */
export async function stepReply(
  ctx: Ctx,
  document: LockedDocument,
  version: number,
  touched: readonly Pick<StoredDirective, 'id' | 'state'>[],
  textChanged = false,
): Promise<ReviewChanged> {
  const { rows } = await sql<{ state: LockedDocument['state']; canUndo: boolean; canRedo: boolean }>`
    select d.state, ${canUndo} as "canUndo", ${canRedo} as "canRedo"
    from documents d where d.jurisdiction_id = ${document.jurisdictionId} and d.id = ${document.id}`.execute(ctx.tx);
  const shown = touched.filter(isShown).map(({ id }) => id);
  return {
    id: document.id,
    version,
    ...rows[0]!,
    changed: shown.length === 0 ? [] : await directiveViews(ctx, document.id, shown),
    removed: touched.filter((directive) => !isShown(directive)).map(({ id }) => id),
    textChanged,
  };
}

const steps = sql`from review_steps s where s.jurisdiction_id = d.jurisdiction_id and s.document_id = d.id
  and s.sequence > d.sent_version`;
/** Conditions on a row `d` of `documents`. */
export const canUndo = sql<boolean>`(d.state <> 'discarded' and exists (select ${steps} and not s.undone))`;
export const canRedo = sql<boolean>`(d.state <> 'discarded' and exists (select ${steps} and s.undone and not s.dropped))`;
