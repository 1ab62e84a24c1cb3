import type * as contract from '@duban/contract/mandates';
import type { Input, Reply } from '@duban/contract/endpoint';
import { readDocument } from '@duban/mandates/readers/read-document';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { readHistory } from '../kernel/history.ts';
import type { FileReply } from '../kernel/module.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs } from '../organisation/module.ts';
import { cursorOf, cursorText } from '../kernel/cursor.ts';
import { directiveViews } from './directive.queries.ts';
import { LastUsed } from './last-used.ts';
import { canRedo, canUndo } from './review-steps.ts';

/** Reads of documents for pages. */

type Row = Omit<contract.DocumentRow, 'addedBy'> & { readonly addedBy: string; readonly at: string };

const rowColumns = sql`
  d.id, d.version, d.state, d.title, d.file_name as "fileName", d.format, d.document_date as "documentDate",
  d.added_at as "addedAt", d.added_by as "addedBy", length(d.text) as characters, d.previous_id as "previousId",
  exists (select from documents n where n.jurisdiction_id = d.jurisdiction_id and n.previous_id = d.id
    and n.state <> 'discarded') as "isSuperseded",
  (select jsonb_build_object(
      'proposed', count(*) filter (where i.state = 'proposed'), 'accepted', count(*) filter (where i.state = 'accepted'),
      'rejected', count(*) filter (where i.state = 'rejected'), 'sent', count(*) filter (where i.state = 'sent'),
      'carried', count(*) filter (where i.state = 'carried'))
    from directives i where i.jurisdiction_id = d.jurisdiction_id and i.document_id = d.id) as directives`;

export async function listDocuments(
  ctx: Ctx,
  { text, state, after, limit }: Input<typeof contract.listDocuments>,
): Promise<Reply<typeof contract.listDocuments>> {
  const from = cursorOf(after, 2);
  const { rows } = await sql<Row>`
    select ${rowColumns} from documents d
    where d.jurisdiction_id = ${ctx.actor.jurisdictionId}
      and ${text ? sql`d.title ilike ${likePattern(text)}` : sql`true`}
      and ${state ? sql`d.state = ${state}` : sql`d.state <> 'discarded'`}
      and ${from ? sql`(d.added_at, d.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql`true`}
    order by d.added_at desc, d.id desc limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const people = await personRefs(
    ctx.tx,
    shown.map((row) => row.addedBy),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({ ...row, addedBy: people.get(row.addedBy)! })),
    next: rows.length > limit && last ? cursorText([last.addedAt, last.id]) : null,
  };
}

/** A pattern that finds the text anywhere, its own wildcards taken literally. */
export const likePattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

type FullRow = Row & Omit<contract.DocumentView, keyof contract.DocumentRow | 'items' | 'versions' | 'resembles'>;

export async function getDocument(
  ctx: Ctx,
  { id }: Input<typeof contract.getDocument>,
): Promise<Reply<typeof contract.getDocument>> {
  const { rows } = await sql<FullRow & { resembling: readonly string[] }>`
    select ${rowColumns}, encode(d.sha256, 'hex') as sha256, d.bytes, d.encoding, d.site, d.organ, d.speaker,
      d.document_number as "documentNumber", d.text, d.repairs, d.gaps, d.unknowns, d.outline, d.quantities,
      d.contradictions, d.resembles as resembling, ${canUndo} as "canUndo", ${canRedo} as "canRedo"
    from documents d where d.jurisdiction_id = ${ctx.actor.jurisdictionId} and d.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { resembling, ...row } = found;
  const people = await personRefs(ctx.tx, [row.addedBy]);
  return {
    ...row,
    addedBy: people.get(row.addedBy)!,
    repairs: row.repairs.map(withId),
    contradictions: row.contradictions.map((item) => ({ ...item, other: item.other ?? null })),
    items: await directiveViews(ctx, id),
    versions: await versionsOf(ctx, id),
    resembles: row.previousId === null ? await namedDocuments(ctx, resembling) : [],
  };
}

/** Repairs that were kept before repairs had names of their own can be looked at, not decided on. */
function withId(repair: contract.RepairView, index: number): contract.RepairView {
  const { id = `${repair.step}#${index}`, proposed = !repair.applied } = repair as Partial<contract.RepairView>;
  return { ...repair, id, proposed };
}

/** The chain of versions that a document stands in, oldest first; of a single one nothing but itself. */
async function versionsOf({ tx, actor }: Ctx, id: string): Promise<contract.DocumentView['versions']> {
  const { rows } = await sql<contract.DocumentView['versions'][number]>`
    with recursive back as (
      select d.id, d.previous_id, 0 as step from documents d where d.jurisdiction_id = ${actor.jurisdictionId} and d.id = ${id}
      union all
      select p.id, p.previous_id, b.step - 1 from documents p join back b on p.id = b.previous_id
      where p.jurisdiction_id = ${actor.jurisdictionId}),
    forth as (
      select id, step from back where step = 0
      union all
      select n.id, f.step + 1 from documents n join forth f on n.previous_id = f.id
      where n.jurisdiction_id = ${actor.jurisdictionId} and n.state <> 'discarded'),
    chain as (select id, step from back union select id, step from forth)
    select d.id, d.title, d.file_name as "fileName", d.document_date as "documentDate", d.added_at as "addedAt"
    from chain c join documents d on d.jurisdiction_id = ${actor.jurisdictionId} and d.id = c.id
    order by c.step`.execute(tx);
  return rows;
}

async function namedDocuments({ tx, actor }: Ctx, ids: readonly string[]): Promise<contract.DocumentView['resembles']> {
  if (ids.length === 0) return [];
  const { rows } = await sql<contract.DocumentView['resembles'][number]>`
    select d.id, d.title, d.added_at as "addedAt" from documents d
    where d.jurisdiction_id = ${actor.jurisdictionId} and d.id = any(${[...ids]}::uuid[]) and d.state <> 'discarded'
      and not exists (select from documents n where n.jurisdiction_id = d.jurisdiction_id and n.previous_id = d.id
        and n.state <> 'discarded')
    order by d.added_at desc`.execute(tx);
  return rows;
}

type Original = { readonly fileName: string; readonly sha256: string; readonly content: Buffer };

async function originalFile({ tx, actor }: Ctx, id: string): Promise<Original> {
  const { rows } = await sql<Original>`
    select d.file_name as "fileName", encode(d.sha256, 'hex') as sha256, o.content from documents d
    join document_originals o on o.jurisdiction_id = d.jurisdiction_id and o.sha256 = d.sha256
    where d.jurisdiction_id = ${actor.jurisdictionId} and d.id = ${id}`.execute(tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return found;
}

export async function downloadOriginal(ctx: Ctx, { id }: Input<typeof contract.downloadOriginal>): Promise<FileReply> {
  const { fileName, content } = await originalFile(ctx, id);
  return { fileName, content: new Uint8Array(content) };
}

/** The same bytes under the same name have the same text. */
const rawTexts = new LastUsed<string>(8);

export async function getRawText(
  ctx: Ctx,
  { id }: Input<typeof contract.getRawText>,
): Promise<Reply<typeof contract.getRawText>> {
  const { fileName, sha256, content } = await originalFile(ctx, id);
  const text = await rawTexts.get(JSON.stringify([sha256, fileName]), async () => {
    const reading = await readDocument(new Uint8Array(content), fileName);
    if ('refused' in reading) throw new Error(`a document that was read before cannot be read: ${reading.code}`);
    return reading.text.toWellFormed();
  });
  return { text, sha256 };
}

export async function listDocumentHistory(
  ctx: Ctx,
  { id }: Input<typeof contract.listDocumentHistory>,
): Promise<Reply<typeof contract.listDocumentHistory>> {
  const { jurisdictionId } = ctx.actor;
  const events = await readHistory(ctx, { jurisdictionId, recordType: 'document', recordId: id });
  if (events.length === 0) throw problem('record.not_found');
  const people = await personRefs(ctx.tx, [...new Set(events.flatMap((event) => event.actorId ?? []))]);
  return {
    entries: events.map(({ sequence, type, at, actorId, data }) => ({
      sequence,
      type,
      at,
      by: actorId ? (people.get(actorId) ?? null) : null,
      data,
    })),
  };
}
