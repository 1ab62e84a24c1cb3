import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/targets';
import { hasRole } from '@duban/kit/actor';
import { whyNotChangeTarget } from '@duban/plans/targets/target';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { problem } from '../kernel/problem.ts';
import { concernsOwnLine, personRefs, unitRefs } from '../organisation/module.ts';
import { historyOf, refusalView } from './record-history.ts';

/** Reads of indicators for pages. They are few, and read by name. */

type Row = Omit<contract.IndicatorRow, 'lineUnit'> & { readonly lineUnitId: string | null };

const rowColumns = sql`
  i.id, i.version, i.number, i.state, i.name, i.basis, i.unit, i.better, i.source, i.period,
  i.line_unit_id as "lineUnitId", i.document_id as "documentId", i.document_title as "documentTitle",
  i.directive_id as "directiveId", i.source_text as "sourceText", i.recorded_at as "recordedAt"`;

type Filter = Input<typeof contract.exportIndicators>;

/** An indicator that is nobody's measures everybody. */
const visible = ({ actor }: Ctx): RawBuilder<boolean> =>
  hasRole(actor, 'dispatcher', 'leader', 'inspector')
    ? sql<boolean>`true`
    : sql<boolean>`(i.line_unit_id is null or ${concernsOwnLine(actor, ['i.line_unit_id'])})`;

function matching(ctx: Ctx, { text, state, documentId, unitId }: Filter): RawBuilder<boolean> {
  const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`i.jurisdiction_id = ${ctx.actor.jurisdictionId} and ${visible(ctx)}
    and ${text ? sql`(i.name ilike ${pattern} or i.number ilike ${pattern})` : sql`true`}
    and ${state ? sql`i.state = ${state}` : sql`true`}
    and ${documentId ? sql`i.document_id = ${documentId}` : sql`true`}
    and ${unitId ? sql`i.line_unit_id = ${unitId}` : sql`true`}`;
}

export async function listIndicators(
  ctx: Ctx,
  { after, limit, ...filter }: Input<typeof contract.listIndicators>,
): Promise<Reply<typeof contract.listIndicators>> {
  const from = nameCursor(after);
  const { rows } = await sql<Row>`
    select ${rowColumns} from indicators i
    where ${matching(ctx, filter)} and ${from ? sql`(i.name, i.id) > (${from[0]}, ${from[1]}::uuid)` : sql`true`}
    order by i.name, i.id limit ${limit + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? JSON.stringify([last.name, last.id]) : null;
  return { rows: await namedRows(ctx, shown), next: next && Buffer.from(next).toString('base64url') };
}

/** Where the page before ended: a name and an id. @throws Problem `request.invalid` */
function nameCursor(after: string | undefined): [string, string] | null {
  if (after === undefined) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      return [name, id];
    }
  } catch {
    // What is no JSON is answered like any other text that is no cursor.
  }
  throw problem('request.invalid', { detail: 'after' });
}

const MOST_ROWS = 20_000;

export async function indicatorsOf(ctx: Ctx, filter: Filter): Promise<contract.IndicatorRow[]> {
  const { rows } = await sql<Row>`
    select ${rowColumns} from indicators i where ${matching(ctx, filter)}
    order by i.name, i.id limit ${MOST_ROWS}`.execute(ctx.tx);
  return namedRows(ctx, rows);
}

async function namedRows(ctx: Ctx, rows: readonly Row[]): Promise<contract.IndicatorRow[]> {
  const refs = await unitRefs(ctx.tx, [...new Set(rows.flatMap((row) => row.lineUnitId ?? []))]);
  return rows.map(({ lineUnitId, ...row }) => ({
    ...row,
    lineUnit: lineUnitId ? (refs.get(lineUnitId) ?? null) : null,
  }));
}

export async function getIndicator(
  ctx: Ctx,
  { id }: Input<typeof contract.getIndicator>,
): Promise<Reply<typeof contract.getIndicator>> {
  const { rows } = await sql<Row & { recordedBy: string }>`
    select ${rowColumns}, i.recorded_by as "recordedBy" from indicators i
    where i.jurisdiction_id = ${ctx.actor.jurisdictionId} and i.id = ${id} and ${visible(ctx)}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw problem('record.not_found');
  const { recordedBy, ...row } = found;
  const [named] = await namedRows(ctx, [row]);
  const people = await personRefs(ctx.tx, [recordedBy]);
  return {
    ...named!,
    recordedBy: people.get(recordedBy)!,
    history: await historyOf(ctx, 'indicator', id),
    whyNotChange: refusalView(ctx, whyNotChangeTarget(found, ctx.actor)),
  };
}
