import type * as contract from '@duban/contract/mandates';
import type { Input, Reply } from '@duban/contract/endpoint';
import type { UnitMention } from '@duban/mandates/mandate';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { problem } from '../kernel/problem.ts';
import { personRefs, unitRefs } from '../organisation/module.ts';
import { cursorOf, cursorText } from './cursor.ts';

/** Reads of documents for pages. */

type Row = Omit<contract.DocumentRow, 'addedBy'> & { readonly addedBy: string; readonly at: string };

const rowColumns = sql`
  d.id, d.version, d.state, d.title, d.file_name as "fileName", d.format, d.document_date as "documentDate",
  d.added_at as "addedAt", d.added_by as "addedBy", length(d.text) as characters,
  (select jsonb_build_object(
      'proposed', count(*) filter (where i.state = 'proposed'), 'accepted', count(*) filter (where i.state = 'accepted'),
      'rejected', count(*) filter (where i.state = 'rejected'), 'sent', count(*) filter (where i.state = 'sent'))
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

type FullRow = Row & Omit<contract.DocumentView, keyof contract.DocumentRow | 'items' | 'canUndo'>;

export async function getDocument(
  ctx: Ctx,
  { id }: Input<typeof contract.getDocument>,
): Promise<Reply<typeof contract.getDocument>> {
  const { rows } = await sql<FullRow & { canUndo: boolean }>`
    select ${rowColumns}, encode(d.sha256, 'hex') as sha256, d.bytes, d.encoding, d.site, d.text, d.repairs, d.gaps,
      d.unknowns, d.outline, d.quantities, d.contradictions,
      d.state <> 'discarded' and exists (select from review_steps s where s.jurisdiction_id = d.jurisdiction_id
        and s.document_id = d.id and not s.undone and s.sequence > d.sent_version) as "canUndo"
    from documents d where d.jurisdiction_id = ${ctx.actor.jurisdictionId} and d.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const people = await personRefs(ctx.tx, [found.addedBy]);
  return { ...found, addedBy: people.get(found.addedBy)!, items: await itemsOf(ctx, id) };
}

type ItemRow = Omit<contract.DirectiveView, 'mentions' | 'lineUnit' | 'territorialUnits' | 'supportUnits'> & {
  readonly mentions: readonly UnitMention[];
  readonly lineUnitId: string | null;
  readonly territorialUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
};

async function itemsOf(ctx: Ctx, documentId: string): Promise<contract.DirectiveView[]> {
  const { rows } = await sql<ItemRow>`
    select i.id, i.state, i.text, i.action, i.outcome, i.mentions, i.line_unit_id as "lineUnitId",
      i.territorial_unit_ids as "territorialUnitIds", i.support_unit_ids as "supportUnitIds",
      i.deadline_text as "deadlineText", i.deadline_date as "deadlineDate", i.target_text as "targetText",
      i.class_code as "classCode", i.place_text as "placeText", i.quantities, i.headings, i.rules, i.origin, i.edited,
      i.rejected_reason as "rejectedReason", i.span_start as start, i.span_end as "end",
      array(select t.id from tasks t where t.jurisdiction_id = i.jurisdiction_id and t.directive_id = i.id
        order by t.number) as "taskIds",
      i.case_ids as "caseIds"
    from directives i
    where i.jurisdiction_id = ${ctx.actor.jurisdictionId} and i.document_id = ${documentId}
    order by i.span_start, i.id`.execute(ctx.tx);
  const ids = rows.flatMap((row) => [
    ...(row.lineUnitId ? [row.lineUnitId] : []),
    ...row.territorialUnitIds,
    ...row.supportUnitIds,
    ...row.mentions.flatMap((mention) => mention.unitIds),
  ]);
  const refs = await unitRefs(ctx.tx, ids);
  const named = (unitIds: readonly string[]) => unitIds.flatMap((unitId) => refs.get(unitId) ?? []);
  return rows.map(({ mentions, lineUnitId, territorialUnitIds, supportUnitIds, ...row }) => ({
    ...row,
    mentions: mentions.map(({ mention, role, unitIds, doubt }) => ({ mention, role, doubt, units: named(unitIds) })),
    lineUnit: lineUnitId ? (refs.get(lineUnitId) ?? null) : null,
    territorialUnits: named(territorialUnitIds),
    supportUnits: named(supportUnitIds),
  }));
}

export async function downloadOriginal(ctx: Ctx, { id }: Input<typeof contract.downloadOriginal>): Promise<FileReply> {
  const { rows } = await sql<{ fileName: string; content: Buffer }>`
    select d.file_name as "fileName", o.content from documents d
    join document_originals o on o.jurisdiction_id = d.jurisdiction_id and o.sha256 = d.sha256
    where d.jurisdiction_id = ${ctx.actor.jurisdictionId} and d.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  return { fileName: found.fileName, content: new Uint8Array(found.content) };
}
