import { matchDirectives } from '@duban/mandates/versions/match-directives';
import type { Ctx } from '../kernel/context.ts';
import { directivesOf, type StoredDirective } from './directive.store.ts';
import type { LockedDocument } from './document.store.ts';
import { clearSourceChanges, markSourceChanges, type SourceChange } from './task-source.store.ts';

/**
 * Tasks whose sentence a newer version of the document dropped or changed are flagged for the supervisor. Nothing else
 * happens to them: a person decides whether they go on.
 */
export async function flagTasksOf(ctx: Ctx, document: LockedDocument, previousId: string): Promise<number> {
  const before = await directivesOf(ctx, { id: previousId, jurisdictionId: document.jurisdictionId });
  const after = await directivesOf(ctx, document);
  const old = new Map(before.map((directive) => [directive.id, directive]));
  const changes = matchDirectives(before, after).flatMap(({ kind, oldId, newId }): SourceChange[] => {
    if (kind !== 'changed' && kind !== 'withdrawn') return [];
    const sent = sentDirectiveOf(old.get(oldId)!);
    return sent ? [{ directiveId: sent, kind, newDirectiveId: newId }] : [];
  });
  return markSourceChanges(ctx, document.id, changes);
}

export async function unflagTasksOf(ctx: Ctx, document: LockedDocument): Promise<void> {
  await clearSourceChanges(ctx, document.id);
}

/** The directive under which tasks were made: its own, or the one of an earlier version that it carries on. */
export function sentDirectiveOf({ id, state, carriedFrom }: StoredDirective): string | null {
  return state === 'sent' ? id : state === 'carried' ? carriedFrom : null;
}
