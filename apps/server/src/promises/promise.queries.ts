import { dateAt } from '@duban/calendar/beijing-time';
import type { Input, Reply } from '@duban/contract/endpoint';
import { isProblemCode, problemTitle } from '@duban/contract/problems';
import type * as contract from '@duban/contract/promises';
import { hasRole } from '@duban/kit/actor';
import { promiseResults, whyNotSettle } from '@duban/mandates/promises/promise';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { cursorOf, cursorText } from '../kernel/cursor.ts';
import { readHistory } from '../kernel/history.ts';
import { problem } from '../kernel/problem.ts';
import { concernsOwnLine, personRefs, unitRefs } from '../organisation/module.ts';

/** Reads of promises for pages. A promise was made in public: only handlers are kept to those of their own units. */

type Row = Omit<contract.PromiseRow, 'unit' | 'overdue'> & { readonly unitId: string | null };

const rowColumns = sql`
  p.id, p.version, p.number, p.state, p.promised_by as "promisedBy", p.unit_id as "unitId",
  p.promised_to as "promisedTo", p.text, p.deadline_text as "deadlineText", p.deadline_date as "deadlineDate",
  p.document_id as "documentId", p.document_title as "documentTitle", p.directive_id as "directiveId",
  p.source_text as "sourceText", p.recorded_at as "recordedAt"`;

type Filter = Input<typeof contract.exportPromises>;

const visible = ({ actor }: Ctx): RawBuilder<boolean> =>
  hasRole(actor, 'dispatcher', 'leader', 'inspector', 'cppcc_member', 'cppcc_office')
    ? sql<boolean>`true`
    : concernsOwnLine(actor, ['p.unit_id']);

const openStates = ['open', 'broken'];

function matching(ctx: Ctx, { text, state, documentId, unitId, dueTo, overdue }: Filter): RawBuilder<boolean> {
  const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const late = sql`(p.due_order < ${dateAt(ctx.now())}::date and p.state = any(${openStates}::text[]))`;
  return sql<boolean>`p.jurisdiction_id = ${ctx.actor.jurisdictionId} and ${visible(ctx)}
    and ${text ? sql`(p.text ilike ${pattern} or p.promised_by ilike ${pattern} or p.number ilike ${pattern})` : sql`true`}
    and ${state ? sql`p.state = ${state}` : sql`true`}
    and ${documentId ? sql`p.document_id = ${documentId}` : sql`true`}
    and ${unitId ? sql`p.unit_id = ${unitId}` : sql`true`}
    and ${dueTo ? sql`p.due_order <= ${dueTo}::date` : sql`true`}
    and ${overdue === undefined ? sql`true` : sql`${late} = ${overdue}`}`;
}

export async function listPromises(
  ctx: Ctx,
  { after, limit, ...filter }: Input<typeof contract.listPromises>,
): Promise<Reply<typeof contract.listPromises>> {
  const from = cursorOf(after, 2);
  const { rows } = await sql<Row>`
    select ${rowColumns} from promises p
    where ${matching(ctx, filter)}
      and ${from ? sql`(p.due_order, p.id) > (${from[0]}::date, ${from[1]}::uuid)` : sql`true`}
    order by p.due_order, p.id limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await namedRows(ctx, shown),
    next: rows.length > limit && last ? cursorText([last.deadlineDate ?? '9999-12-31', last.id]) : null,
  };
}

const MOST_ROWS = 20_000;

/** All promises of a filter, for a file. */
export async function promisesOf(ctx: Ctx, filter: Filter): Promise<contract.PromiseRow[]> {
  const { rows } = await sql<Row>`
    select ${rowColumns} from promises p where ${matching(ctx, filter)}
    order by p.due_order, p.id limit ${MOST_ROWS}`.execute(ctx.tx);
  return namedRows(ctx, rows);
}

async function namedRows(ctx: Ctx, rows: readonly Row[]): Promise<contract.PromiseRow[]> {
  const refs = await unitRefs(ctx.tx, [...new Set(rows.flatMap((row) => row.unitId ?? []))]);
  const today = dateAt(ctx.now());
  return rows.map(({ unitId, ...row }) => ({
    ...row,
    unit: unitId ? (refs.get(unitId) ?? null) : null,
    overdue: openStates.includes(row.state) && row.deadlineDate !== null && row.deadlineDate < today,
  }));
}

type FullRow = Row & { readonly outcome: string; readonly settledOn: string | null; readonly recordedBy: string };

export async function getPromise(
  ctx: Ctx,
  { id }: Input<typeof contract.getPromise>,
): Promise<Reply<typeof contract.getPromise>> {
  const { jurisdictionId } = ctx.actor;
  const { rows } = await sql<FullRow>`
    select ${rowColumns}, p.outcome, p.settled_on as "settledOn", p.recorded_by as "recordedBy" from promises p
    where p.jurisdiction_id = ${jurisdictionId} and p.id = ${id} and ${visible(ctx)}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { recordedBy, outcome, settledOn, ...row } = found;
  const [named] = await namedRows(ctx, [row]);
  const events = await readHistory(ctx, { jurisdictionId, recordType: 'promise', recordId: id });
  const people = await personRefs(ctx.tx, [recordedBy, ...events.flatMap((event) => event.actorId ?? [])]);
  return {
    ...named!,
    outcome,
    settledOn,
    recordedBy: people.get(recordedBy)!,
    history: events.map(({ sequence, type, at, actorId, data }) => ({
      sequence,
      type,
      at,
      by: actorId ? (people.get(actorId) ?? null) : null,
      note: typeof data.note === 'string' ? data.note : '',
      result: typeof data.result === 'string' ? data.result : null,
    })),
    actions: promiseResults.map((result) => {
      const refusal = whyNotSettle(found, result, ctx.actor);
      if (!refusal || !isProblemCode(refusal.code)) return { result, refusal: null };
      const { code, params } = refusal;
      return { result, refusal: { code, params: { ...params }, title: problemTitle(code, params, ctx.locale) } };
    }),
  };
}
