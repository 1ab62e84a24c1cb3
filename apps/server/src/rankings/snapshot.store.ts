import { createHash } from 'node:crypto';
import { parsePeriodKey } from '@duban/calendar/period';
import { periodView, type RankingView } from '@duban/contract/rankings';
import type { SnapshotRow, SnapshotView } from '@duban/contract/snapshots';
import type { Measure } from '@duban/rankings/measure';
import { canonicalText, type Ranking } from '@duban/rankings/snapshot';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Tx } from '../kernel/database.ts';
import { problem } from '../kernel/problem.ts';
import type { Choice } from './compute-ranking.ts';

/** The only writer of `ranking_snapshots`, and how its rows are read. */

export function sha256Of(value: unknown): Buffer {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest();
}

/** Fingerprint of the numbers alone, without the moment they were read: equal when nothing has moved. */
export function countsHashOf({ measure, methodVersion, peerGroup, cohort, rows }: Ranking): string {
  return sha256Of({
    measure,
    methodVersion,
    period: cohort.period,
    complete: cohort.complete,
    countedBy: peerGroup.countedBy,
    minimumDue: peerGroup.minimumDue,
    rows: rows.map(({ unitId, tally }) => ({ unitId, tally })),
  }).toString('hex');
}

export type NewSnapshot = {
  readonly id: string;
  readonly choice: Pick<Choice, 'period' | 'group' | 'measure'>;
  readonly edition: number;
  readonly ranking: RankingView;
  readonly countsHash: string;
  readonly remark: string;
  readonly objectionsUntil: Temporal.Instant;
};

/** One publication at a time in a jurisdiction, so that issues and editions are numbered without gaps. */
export async function lockPublishing(tx: Tx, jurisdictionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('ranking_snapshots'), hashtext(${jurisdictionId}))`.execute(tx);
}

export async function writeSnapshot(ctx: Ctx, of: NewSnapshot): Promise<{ year: number; issue: number; hash: string }> {
  const { jurisdictionId, personId, unitId } = ctx.actor;
  const at = ctx.now();
  const { year } = at.toZonedDateTimeISO('Asia/Shanghai');
  const hash = sha256Of(of.ranking);
  const { rows } = await sql<{ issue: number }>`
    insert into ranking_snapshots (jurisdiction_id, id, year, issue, period_key, group_key, measure, edition, ranking,
      remark, counts_hash, hash, published_at, published_by, publisher_unit_id, objections_until)
    values (${jurisdictionId}, ${of.id}, ${year},
      (select coalesce(max(issue), 0) + 1 from ranking_snapshots
        where jurisdiction_id = ${jurisdictionId} and year = ${year}),
      ${of.choice.period}, ${of.choice.group}, ${of.choice.measure}, ${of.edition}, ${JSON.stringify(of.ranking)},
      ${of.remark}, ${of.countsHash}, ${hash}, ${at.toString()}, ${personId}, ${unitId},
      ${of.objectionsUntil.toString()})
    returning issue`.execute(ctx.tx);
  return { year, issue: rows[0]!.issue, hash: hash.toString('hex') };
}

export type LastEdition = { readonly edition: number; readonly countsHash: string };

export async function lastEdition(
  tx: Tx,
  jurisdictionId: string,
  { period, group, measure }: Pick<Choice, 'period' | 'group' | 'measure'>,
): Promise<LastEdition | null> {
  const { rows } = await sql<LastEdition>`
    select edition, counts_hash as "countsHash" from ranking_snapshots
    where jurisdiction_id = ${jurisdictionId} and period_key = ${period} and group_key = ${group}
      and measure = ${measure}
    order by edition desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

type Stored = {
  readonly id: string;
  readonly year: number;
  readonly issue: number;
  readonly periodKey: string;
  readonly groupKey: SnapshotRow['groupKey'];
  readonly groupName: string;
  readonly measure: Measure;
  readonly edition: number;
  readonly supersededBy: string | null;
  readonly publishedAt: string;
  readonly publishedBy: SnapshotRow['publishedBy'];
  readonly objectionsUntil: string;
  readonly openObjections: number;
  readonly hash: string;
};

const columns = sql`
  s.id, s.year, s.issue, s.period_key as "periodKey", s.group_key as "groupKey",
  s.ranking -> 'group' ->> 'name' as "groupName", s.measure, s.edition,
  (select later.id from ranking_snapshots later where later.jurisdiction_id = s.jurisdiction_id
    and later.period_key = s.period_key and later.group_key = s.group_key and later.measure = s.measure
    and later.edition > s.edition order by later.edition desc limit 1) as "supersededBy",
  s.published_at as "publishedAt",
  jsonb_build_object('id', s.published_by, 'name',
    coalesce((select name from people where people.id = s.published_by), '')) as "publishedBy",
  s.objections_until as "objectionsUntil",
  (select count(*) from ranking_objections o where o.jurisdiction_id = s.jurisdiction_id and o.snapshot_id = s.id
    and o.state = 'raised') as "openObjections",
  encode(s.hash, 'hex') as hash`;

function rowOf({ year, issue, periodKey, ...rest }: Stored): SnapshotRow {
  return { ...rest, issue: { year, number: issue }, period: periodView(parsePeriodKey(periodKey)!) };
}

export async function readSnapshots(
  { tx, actor }: Ctx,
  of: { period?: string; group?: string; cursor?: string; limit: number },
): Promise<{ snapshots: SnapshotRow[]; next: string | null }> {
  const from = of.cursor === undefined ? null : cursorOf(of.cursor);
  const { rows } = await sql<Stored>`
    select ${columns} from ranking_snapshots s
    where s.jurisdiction_id = ${actor.jurisdictionId}
      and (${of.period === undefined} or s.period_key = ${of.period ?? ''})
      and (${of.group === undefined} or s.group_key = ${of.group ?? ''})
      and (${from === null} or (s.year, s.issue) < (${from?.year ?? 0}::int, ${from?.issue ?? 0}::int))
    order by s.year desc, s.issue desc limit ${of.limit + 1}`.execute(tx);
  const shown = rows.slice(0, of.limit);
  const last = shown.at(-1);
  return {
    snapshots: shown.map(rowOf),
    next: rows.length > of.limit && last ? `${last.year}-${last.issue}` : null,
  };
}

function cursorOf(text: string): { year: number; issue: number } {
  const found = /^(\d{4})-(\d{1,6})$/.exec(text);
  if (!found) throw problem('request.invalid', { detail: 'cursor' });
  return { year: Number(found[1]), issue: Number(found[2]) };
}

export type FoundSnapshot = {
  readonly row: SnapshotRow;
  readonly ranking: RankingView;
  readonly remark: string;
  readonly publisherUnitId: string;
};

/** @throws Problem `record.not_found` */
export async function findSnapshot({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, id: string): Promise<FoundSnapshot> {
  const { rows } = await sql<Stored & { ranking: RankingView; remark: string; publisherUnitId: string }>`
    select ${columns}, s.ranking, s.remark, s.publisher_unit_id as "publisherUnitId" from ranking_snapshots s
    where s.jurisdiction_id = ${actor.jurisdictionId} and s.id = ${id}`.execute(tx);
  if (!rows[0]) throw problem('record.not_found');
  const { ranking, remark, publisherUnitId, ...stored } = rows[0];
  return { row: rowOf(stored), ranking, remark, publisherUnitId };
}

export async function editionsOf({ tx, actor }: Ctx, { row }: FoundSnapshot) {
  const { rows } = await sql<SnapshotView['editions'][number]>`
    select id, edition, jsonb_build_object('year', year, 'number', issue) as issue, published_at as "publishedAt"
    from ranking_snapshots
    where jurisdiction_id = ${actor.jurisdictionId} and period_key = ${row.period.key}
      and group_key = ${row.groupKey} and measure = ${row.measure} order by edition`.execute(tx);
  return rows;
}
