import { deadlineIn } from '@duban/mandates/directives/deadline';
import { cleanRange, type OffsetMap, rawRange } from '@duban/mandates/offset-map';
import { headingsAbove } from '@duban/mandates/outline/outline';
import { languageTools } from '@duban/mandates/readers/language-tools';
import { readDocument } from '@duban/mandates/readers/read-document';
import type { RepairChoices } from '@duban/mandates/repairs/choices';
import { repairText } from '@duban/mandates/repairs/repair-text';
import { reconcile } from '@duban/mandates/review/reconcile';
import type { Ctx, JobCtx } from '../kernel/context.ts';
import { demand } from '../kernel/problem.ts';
import { unitNames } from '../organisation/module.ts';
import {
  insertDirective,
  keptDirectivesOf,
  setDirectiveStates,
  type StoredDirective,
  writeDirective,
  writeDirectiveReading,
} from './directive.store.ts';
import { type LockedDocument, originalOf, writeReading } from './document.store.ts';
import { ingestApartWithin, SECONDS_IN_TRANSACTION } from './ingest-apart.ts';
import { LastUsed } from './last-used.ts';
import { proposal } from './propose.ts';
import { todayOf } from './today.ts';

/**
 * Reads the original again, with other choices about its repairs or another date. Text, outline and everything found in
 * it are replaced; open proposals become what the rules find now; what a person decided stays decided and is only moved
 * to where its raw text stands now. A document takes about ten milliseconds, in a thread of its own;
 * one that takes so long that the open transaction would suffer is refused.
 *
 * @throws Problem `document.too_demanding`
 */
export async function readAgain(
  ctx: Ctx,
  document: LockedDocument,
  choices: Required<RepairChoices>,
  date: string | null,
): Promise<void> {
  const original = await originalOf(ctx, document);
  const mandate = await ingestApartWithin(SECONDS_IN_TRANSACTION, original, document.fileName, {
    repairs: choices,
    ...(date === null ? {} : { date }),
  });
  if ('refused' in mandate) {
    demand(mandate);
    throw new Error('a refusal that was not one');
  }
  const map = await mapOf(ctx, document, choices);
  await writeReading(ctx, document, mandate, choices);
  const units = await unitNames(ctx.tx, ctx.actor.jurisdictionId, todayOf(ctx));
  const kept = await keptDirectivesOf(ctx, document);
  const { again, fresh, lost } = reconcile(kept, mandate.directives);
  const readAnew = new Map(again.map(({ id, found }) => [id, mandate.directives[found]!]));
  for (const directive of kept) {
    const found = readAnew.get(directive.id);
    if (found) {
      const anew = {
        ...proposal(directive.id, withDay(found, date), units, document.speaker),
        cameOf: directive.cameOf,
      };
      await writeDirective(ctx, document.jurisdictionId, directive.id, anew);
      await writeDirectiveReading(ctx, document.jurisdictionId, directive.id, anew);
    } else {
      const moved = movedTo(directive, mandate.text, map, mandate.outline);
      await writeDirectiveReading(ctx, document.jurisdictionId, directive.id, moved);
      if (directive.state === 'proposed') await readDayAgain(ctx, document, { ...directive, ...moved }, date);
    }
  }
  await setDirectiveStates(ctx, document.jurisdictionId, lost, 'undone');
  for (const index of fresh) {
    await insertDirective(
      ctx,
      document,
      proposal(ctx.newId(), withDay(mandate.directives[index]!, date), units, document.speaker),
    );
  }
}

/** The maps of the documents that are being reviewed: an original never changes, and the same choices give the same map. */
const maps = new LastUsed<OffsetMap>(8);

/** Where every stretch of the clean text came from. */
function mapOf(
  ctx: Pick<JobCtx, 'tx'>,
  document: LockedDocument,
  choices: Required<RepairChoices>,
): Promise<OffsetMap> {
  const key = JSON.stringify([document.id, choices.with, choices.without]);
  return maps.get(key, () => mapAnew(ctx, document, choices));
}

async function mapAnew(
  ctx: Pick<JobCtx, 'tx'>,
  document: LockedDocument,
  choices: Required<RepairChoices>,
): Promise<OffsetMap> {
  const reading = await readDocument(await originalOf(ctx, document), document.fileName);
  if ('refused' in reading) throw new Error(`a document that was read before cannot be read: ${reading.code}`);
  return repairText(reading, languageTools, choices).map;
}

/** The places in the raw text of stretches of the clean text. */
export async function rawSpansOf<Span extends { readonly start: number; readonly end: number }>(
  ctx: Pick<JobCtx, 'tx'>,
  document: LockedDocument,
  spans: readonly Span[],
): Promise<(Span & { rawStart: number; rawEnd: number })[]> {
  const map = await mapOf(ctx, document, document.repairChoices);
  return spans.map((span) => ({ ...span, ...rawRange(map, span.start, span.end) }));
}

type Deadline = { readonly text: string; readonly date: string | null } | null;

/** A document that a person says has no date gives no days, whatever the rules found in it. */
function withDay<Found extends { readonly text: string; readonly deadline: Deadline }>(
  found: Found,
  date: string | null,
): Found {
  if (date !== null || found.deadline === null) return found;
  return { ...found, deadline: { ...found.deadline, date: deadlineIn(found.text, null)?.date ?? null } };
}

function movedTo(
  directive: StoredDirective,
  text: string,
  map: OffsetMap,
  outline: Parameters<typeof headingsAbove>[0],
): StoredDirective {
  const range = cleanRange(map, directive.rawStart, directive.rawEnd);
  const start = Math.min(range.start, Math.max(0, text.length - 1));
  const end = Math.max(range.end, start + 1);
  const shift = start - directive.start;
  return {
    ...directive,
    text: text.slice(start, end),
    start,
    end,
    headings: headingsAbove(outline, start),
    quantities: directive.quantities.map((quantity) => ({
      ...quantity,
      start: quantity.start + shift,
      end: quantity.end + shift,
    })),
  };
}

/** Nobody has decided about it yet: its day follows the document's date. */
async function readDayAgain(
  ctx: Ctx,
  document: LockedDocument,
  directive: StoredDirective,
  date: string | null,
): Promise<void> {
  if (directive.deadlineText === null) return;
  const deadlineDate = deadlineIn(directive.text, date)?.date ?? null;
  await writeDirective(ctx, document.jurisdictionId, directive.id, { ...directive, deadlineDate });
}
