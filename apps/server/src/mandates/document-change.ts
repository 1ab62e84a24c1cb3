import type { RepairChoices } from '@duban/mandates/repairs/choices';
import type { Ctx } from '../kernel/context.ts';
import { type DocumentFacts, type LockedDocument, writeFacts, writePrevious } from './document.store.ts';
import { readAgain } from './read-again.ts';
import { flagTasksOf, unflagTasksOf } from './version-flags.ts';

/** What a step of a review changes in the document itself, as far as it does; written forth and back in the same way. */
export type DocumentChange = {
  readonly choices?: Required<RepairChoices>;
  readonly facts?: DocumentFacts;
  /** null: it is no newer version of anything */
  readonly previousId?: string | null;
};

export async function changeDocument(ctx: Ctx, document: LockedDocument, change: DocumentChange): Promise<void> {
  const { choices, facts, previousId } = change;
  if (facts) await writeFacts(ctx, document, facts);
  if (choices || (facts && facts.documentDate !== document.documentDate)) {
    await readAgain(ctx, document, choices ?? document.repairChoices, (facts ?? document).documentDate);
  }
  if (previousId === undefined) return;
  await unflagTasksOf(ctx, document);
  await writePrevious(ctx, document, previousId);
  if (previousId !== null) await flagTasksOf(ctx, document, previousId);
}
