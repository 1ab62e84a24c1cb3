import type * as contract from '@duban/contract/document-text';
import type { Input, Reply } from '@duban/contract/endpoint';
import { matchDirectives } from '@duban/mandates/versions/match-directives';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { carriedChoices } from './carried-choices.ts';
import {
  type DirectiveChange,
  directivesOf,
  type NewDirective,
  onlyChange,
  type StoredDirective,
} from './directive.store.ts';
import { changeDocument } from './document-change.ts';
import { lockDocument, type LockedDocument } from './document.store.ts';
import { directivesAt } from './made-directive.ts';
import { type ReviewStep, takeStep } from './review-steps.ts';
import { sentDirectiveOf } from './version-flags.ts';

/**
 * Says that a document is a newer version of another. What was decided about a sentence that did not change holds here
 * too; what was sent is not sent again; tasks whose sentence is gone or different are flagged. All of it is one step
 * and can be taken back.
 */
export async function linkVersion(
  ctx: Ctx,
  { id, version, previousId }: Input<typeof contract.linkVersion>,
): Promise<Reply<typeof contract.linkVersion>> {
  const found = await lockDocument(ctx, id, version);
  if (found.previousId !== null) throw problem('document.has_previous');
  await demandPrevious(ctx, found, previousId);
  const { repairChoices } = found;
  const choices = await carriedChoices(ctx, found, previousId);
  const isReadAnew =
    choices.with.length + choices.without.length > repairChoices.with.length + repairChoices.without.length;
  if (isReadAnew) await changeDocument(ctx, found, { choices });
  const document = isReadAnew ? await lockDocument(ctx, id, version) : found;
  const after = await directivesOf(ctx, document);
  if (after.some(({ state }) => state === 'sent')) throw problem('document.already_sent');
  const before = await directivesOf(ctx, { id: previousId, jurisdictionId: document.jurisdictionId });
  const { changes, added } = await carryOver(ctx, document, before, after);
  return takeStep(ctx, document, {
    event: { type: 'document.version_linked', data: { previousId, carried: changes.length + added.length } },
    changes,
    added,
    document: isReadAnew
      ? { before: { previousId: null, choices: repairChoices }, after: { previousId, choices } }
      : { before: { previousId: null }, after: { previousId } },
  });
}

/** The other one exists, is not this one or a later version of it, and has no other successor (a unique index). */
async function demandPrevious(ctx: Ctx, document: LockedDocument, previousId: string): Promise<void> {
  // Nothing is sent from it while the decisions are carried over.
  await sql`
    select from documents where jurisdiction_id = ${document.jurisdictionId} and id = ${previousId}
    for update`.execute(ctx.tx);
  const { rows } = await sql<{ id: string; state: string; previousId: string | null }>`
    with recursive chain as (
      select id, state, previous_id from documents
      where jurisdiction_id = ${document.jurisdictionId} and id = ${previousId}
      union
      select d.id, d.state, d.previous_id from documents d join chain c on d.id = c.previous_id
      where d.jurisdiction_id = ${document.jurisdictionId})
    select id, state, previous_id as "previousId" from chain`.execute(ctx.tx);
  const named = rows.find((row) => row.id === previousId);
  if (!named || named.state === 'discarded' || rows.some((row) => row.id === document.id)) {
    throw problem('document.previous_unknown');
  }
}

type Carried = { changes: NonNullable<ReviewStep['changes']>[number][]; added: NewDirective[] };

async function carryOver(
  ctx: Ctx,
  document: LockedDocument,
  before: readonly StoredDirective[],
  after: readonly StoredDirective[],
): Promise<Carried> {
  const { added, covered } = await carryMade(ctx, document, before);
  const changes: Carried['changes'] = [];
  const open: StoredDirective[] = [];
  for (const directive of after) {
    const isCovered = covered.some((span) => span.start < directive.end && span.end > directive.start);
    if (isCovered && directive.state === 'proposed') changes.push({ before: directive, after: { state: 'replaced' } });
    else open.push(directive);
  }
  const old = new Map(before.map((directive) => [directive.id, directive]));
  const carriedIds = new Set(added.map(({ cameOf }) => cameOf[0]));
  const left = before.filter(({ id }) => !carriedIds.has(id));
  for (const { kind, oldId, newId } of matchDirectives(left, open)) {
    const now = open.find(({ id }) => id === newId);
    if (kind !== 'unchanged' || now?.state !== 'proposed') continue;
    const decision = decisionOf(old.get(oldId)!);
    if (decision) changes.push({ before: now, after: decision });
  }
  return { changes, added };
}

/** What a person made of the text (added, split, merged) is made again where the same words stand in the new version. */
async function carryMade(
  ctx: Ctx,
  document: LockedDocument,
  before: readonly StoredDirective[],
): Promise<{ added: NewDirective[]; covered: readonly { start: number; end: number }[] }> {
  const made = before.flatMap((directive) => {
    const start = directive.origin === 'proposed' ? -1 : document.text.indexOf(directive.text);
    return start < 0 ? [] : [{ directive, start, end: start + directive.text.length }];
  });
  if (made.length === 0) return { added: [], covered: [] };
  const read = await directivesAt(ctx, document, made);
  const added = read.map((one, i) => {
    const { directive } = made[i]!;
    const decision = decisionOf(directive) ?? onlyChange(directive);
    return { ...one, ...decision, origin: directive.origin, cameOf: [directive.id], rules: directive.rules };
  });
  return { added, covered: made };
}

/** What holds for the same sentence in the new version; null when nothing was decided about it yet. */
function decisionOf(old: StoredDirective): DirectiveChange | null {
  if (old.state === 'proposed') return null;
  const sent = sentDirectiveOf(old);
  return { ...onlyChange(old), state: sent ? 'carried' : old.state, carriedFrom: sent ?? old.id };
}
