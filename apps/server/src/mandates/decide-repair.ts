import type { DocumentView } from '@duban/contract/mandates';
import type * as contract from '@duban/contract/document-text';
import type { Input, Reply } from '@duban/contract/endpoint';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { lockDocument, type LockedDocument } from './document.store.ts';
import { takeStep } from './review-steps.ts';

/** Takes a repair back, puts it in again, or accepts one that the rules only propose. The original is never touched. */
export async function decideRepair(
  ctx: Ctx,
  { id, version, repairId, applied }: Input<typeof contract.decideRepair>,
): Promise<Reply<typeof contract.decideRepair>> {
  const document = await lockDocument(ctx, id, version);
  const repair = await repairOf(ctx, document, repairId);
  if (!repair) throw problem('document.repair_unknown');
  const { repairChoices: before } = document;
  const list = repair.proposed ? 'with' : 'without';
  const isChosen = before[list].includes(repairId);
  // A repair that fell with another one is not on the list: it comes back with that one.
  if (isChosen === (repair.proposed ? applied : !applied)) throw problem('document.repair_unchanged');
  const after = {
    ...before,
    [list]: isChosen ? before[list].filter((other) => other !== repairId) : [...before[list], repairId],
  };
  const { step, before: was, after: becomes } = repair;
  return takeStep(ctx, document, {
    event: {
      type: applied ? 'document.repair_accepted' : 'document.repair_taken_back',
      data: { repairId, step, before: was.slice(0, 200), after: becomes.slice(0, 200) },
    },
    document: { before: { choices: before }, after: { choices: after } },
  });
}

async function repairOf(
  { tx }: Ctx,
  { id, jurisdictionId }: LockedDocument,
  repairId: string,
): Promise<DocumentView['repairs'][number] | undefined> {
  const { rows } = await sql<{ repair: DocumentView['repairs'][number] }>`
    select r as repair from documents d, jsonb_array_elements(d.repairs) r
    where d.jurisdiction_id = ${jurisdictionId} and d.id = ${id} and r ->> 'id' = ${repairId}`.execute(tx);
  return rows[0]?.repair;
}
