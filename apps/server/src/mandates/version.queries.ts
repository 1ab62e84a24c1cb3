import type * as contract from '@duban/contract/document-text';
import type { Input, Reply } from '@duban/contract/endpoint';
import { progressOf } from '@duban/mandates/review/review';
import { compareTexts } from '@duban/mandates/versions/compare-texts';
import { matchDirectives } from '@duban/mandates/versions/match-directives';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs } from '../organisation/module.ts';
import { directivesOf, type StoredDirective } from './directive.store.ts';
import { sentDirectiveOf } from './version-flags.ts';

/** What a newer version changed, and how far a review is. */

type Pair = {
  readonly text: string;
  readonly oldText: string;
  readonly previousId: string;
  readonly title: string;
  readonly fileName: string;
  readonly addedAt: string;
};

export async function getVersionChanges(
  ctx: Ctx,
  { id }: Input<typeof contract.getVersionChanges>,
): Promise<Reply<typeof contract.getVersionChanges>> {
  const { jurisdictionId } = ctx.actor;
  const { rows } = await sql<Pair & { previousId: string | null }>`
    select d.text, p.text as "oldText", p.id as "previousId", p.title, p.file_name as "fileName",
      p.added_at as "addedAt"
    from documents d left join documents p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.previous_id
    where d.jurisdiction_id = ${jurisdictionId} and d.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  if (found.previousId === null) throw problem('document.no_previous');
  const changes = compareTexts(found.oldText, found.text);
  return {
    previous: { id: found.previousId, title: found.title, fileName: found.fileName, addedAt: found.addedAt },
    kept: changes.filter(({ kind }) => kind === 'kept').length,
    sentences: changes.flatMap((change) =>
      change.kind === 'kept'
        ? []
        : [{ ...change, parts: change.kind === 'changed' ? change.parts.map((part) => ({ ...part })) : [] }],
    ),
    directives: await directiveChanges(ctx, found.previousId, id),
  };
}

async function directiveChanges(
  ctx: Ctx,
  previousId: string,
  id: string,
): Promise<Reply<typeof contract.getVersionChanges>['directives']> {
  const { jurisdictionId } = ctx.actor;
  const before = await directivesOf(ctx, { id: previousId, jurisdictionId });
  const after = await directivesOf(ctx, { id, jurisdictionId });
  const [old, now] = [byId(before), byId(after)];
  const tasks = await tasksUnder(
    ctx,
    before.flatMap((directive) => sentDirectiveOf(directive) ?? []),
  );
  return matchDirectives(before, after).map(({ kind, oldId, newId }) => {
    const was = oldId === null ? null : old.get(oldId)!;
    const is = newId === null ? null : now.get(newId)!;
    return {
      kind,
      old: was && {
        id: was.id,
        text: was.text,
        state: was.state,
        tasks: (tasks.get(sentDirectiveOf(was) ?? '') ?? []).map(({ id, number, state }) => ({ id, number, state })),
      },
      new: is && { id: is.id, text: is.text, state: is.state },
    };
  });
}

const byId = (directives: readonly StoredDirective[]) =>
  new Map(directives.map((directive) => [directive.id, directive]));

type Task = { readonly directiveId: string; readonly id: string; readonly number: string; readonly state: string };

async function tasksUnder({ tx, actor }: Ctx, directiveIds: readonly string[]): Promise<Map<string, Task[]>> {
  const { rows } = await sql<Task>`
    select directive_id as "directiveId", id, number, state from tasks
    where jurisdiction_id = ${actor.jurisdictionId} and directive_id = any(${[...directiveIds]}::uuid[])
    order by number`.execute(tx);
  return Map.groupBy(rows, ({ directiveId }) => directiveId);
}

type LastStep = {
  readonly version: number;
  readonly type: string;
  readonly actorId: string | null;
  readonly at: string;
};

export async function getReviewProgress(
  ctx: Ctx,
  { id }: Input<typeof contract.getReviewProgress>,
): Promise<Reply<typeof contract.getReviewProgress>> {
  const { jurisdictionId } = ctx.actor;
  const { rows } = await sql<LastStep>`
    select d.version, h.type, h.actor_id as "actorId", h.at from documents d
    join history h on h.jurisdiction_id = d.jurisdiction_id and h.record_type = 'document' and h.record_id = d.id
      and h.sequence = d.version
    where d.jurisdiction_id = ${jurisdictionId} and d.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { rows: states } = await sql<Pick<StoredDirective, 'state'>>`
    select state from directives
    where jurisdiction_id = ${jurisdictionId} and document_id = ${id}`.execute(ctx.tx);
  const people = await personRefs(ctx.tx, found.actorId ? [found.actorId] : []);
  const by = found.actorId ? (people.get(found.actorId) ?? null) : null;
  return { version: found.version, ...progressOf(states), lastStep: { type: found.type, by, at: found.at } };
}
