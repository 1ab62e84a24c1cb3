import { parsePeriodKey } from '@duban/calendar/period';
import type { Input, Reply } from '@duban/contract/endpoint';
import type * as contract from '@duban/contract/snapshots';
import { cohortOf } from '@duban/rankings/cohort';
import { whyNotOpenLists } from '@duban/rankings/lists';
import {
  type CaseDifferenceReason,
  countDifferences,
  type CountedFor,
  whyCountedDifferently,
} from '@duban/rankings/recompute';
import { methodVersion } from '@duban/rankings/snapshot';
import { emptyTally, type Tally, tallyFields } from '@duban/rankings/tally';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { scopeOf } from './compute-ranking.ts';
import { partOf, type Scope } from './counted-cases.ts';
import { frozenPart, memberTable } from './frozen-cases.ts';
import { tallyBy, tallyByMember, tallyByUnit } from './ranking.queries.ts';
import { findSnapshot, type FoundSnapshot, sha256Of } from './snapshot.store.ts';
import { membersByUnit, readUnitTree, type UnitTree } from './unit-tree.ts';

/**
 * 复算. Three questions, kept apart: is the document still the one that was published (hash), do the cases kept with it
 * give its numbers (counts), and would the ledger of today give the same (differences, case by case with the reason).
 */
export async function recomputeSnapshot(
  ctx: Ctx,
  { id }: Input<typeof contract.recomputeSnapshot>,
): Promise<Reply<typeof contract.recomputeSnapshot>> {
  const found = await findSnapshot(ctx, id);
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const { ranking } = found;
  const memberOf = membersByUnit(tree, new Set(ranking.rows.map((row) => row.unit.id)));
  const scope = scopeNow(ctx, found);
  const published = new Map(ranking.rows.map((row) => [row.unit.id, tallyOfCounts(row.counts)]));
  const kept = await tallyBy(ctx.tx, (part) => frozenPart(scope.jurisdictionId, id, part, 'member'));
  const now = tallyByMember(await tallyByUnit(ctx.tx, scope), memberOf);
  // How many cases stand suspended is a figure of the moment of publication, not of the period.
  const counts = countDifferences(published, withoutMoment(now, published));
  const cases = await differingCases(ctx, id, scope, memberOf);
  return {
    hashHolds: sha256Of(ranking).toString('hex') === found.row.hash,
    countsHold: countDifferences(published, withMembers(kept, published)).length === 0,
    sameToday: counts.length === 0 && cases.length === 0,
    methodVersion: { published: ranking.methodVersion, now: methodVersion },
    counts: counts.map(({ unitId, ...rest }) => ({
      unit: ranking.rows.find((row) => row.unit.id === unitId)!.unit,
      ...rest,
    })),
    reasons: reasonsOf(cases),
    cases: visible(cases, ctx, tree).slice(0, 100),
  };
}

/** The same cohort, read now. The period was over when it was published, so only the ledger can have moved. */
function scopeNow(ctx: Ctx, { row, ranking }: FoundSnapshot): Scope {
  return scopeOf(ctx, ranking.group, cohortOf(parsePeriodKey(row.period.key)!, ctx.now()));
}

function tallyOfCounts(counts: Tally): Tally {
  return Object.fromEntries(tallyFields.map((field) => [field, counts[field]])) as Tally;
}

function withMembers(of: ReadonlyMap<string, Tally>, published: ReadonlyMap<string, Tally>): Map<string, Tally> {
  return new Map([...published.keys()].map((unitId) => [unitId, of.get(unitId) ?? emptyTally]));
}

function withoutMoment(now: ReadonlyMap<string, Tally>, published: ReadonlyMap<string, Tally>): Map<string, Tally> {
  return new Map(
    [...withMembers(now, published)].map(([unitId, tally]) => [
      unitId,
      { ...tally, suspended: published.get(unitId)!.suspended },
    ]),
  );
}

type Difference = {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly reason: CaseDifferenceReason;
  readonly published: CountedFor | null;
  readonly now: CountedFor | null;
};

async function differingCases(
  ctx: Ctx,
  snapshotId: string,
  scope: Scope,
  memberOf: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const { rows } = await sql<Omit<Difference, 'reason'>>`
    with kept as (
      select case_id, round, member_id, outcome from ranking_snapshot_cases
      where jurisdiction_id = ${scope.jurisdictionId} and snapshot_id = ${snapshotId} and part = 'cohort'
    ), today as (
      select counted.case_id, counted.round, m.member_id, counted.outcome from (${partOf('cohort', scope)}) counted
      join ${memberTable(memberOf)} on m.unit_id = counted.unit_id
    )
    select c.id as "caseId", c.number, c.title,
      case when kept.case_id is not null then
        jsonb_build_object('unitId', kept.member_id, 'outcome', kept.outcome) end as published,
      case when today.case_id is not null then
        jsonb_build_object('unitId', today.member_id, 'outcome', today.outcome) end as now
    from kept full join today using (case_id, round)
    join cases c on c.jurisdiction_id = ${scope.jurisdictionId} and c.id = case_id
    where (kept.member_id, kept.outcome) is distinct from (today.member_id, today.outcome)
    order by c.number`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, reason: whyCountedDifferently(row.published, row.now)! }));
}

function reasonsOf(cases: readonly Difference[]) {
  const counts = new Map<CaseDifferenceReason, number>();
  for (const { reason } of cases) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, of]) => ({ reason, cases: of })).toSorted((a, b) => b.cases - a.cases);
}

/** Everybody learns how many and why; which cases, only those who may open the unit's lists. */
function visible(cases: readonly Difference[], { actor }: Ctx, tree: UnitTree): Difference[] {
  return cases.filter(({ published, now }) =>
    [published, now].some((side) => side && whyNotOpenLists(actor, tree.get(side.unitId)?.line ?? []) === null),
  );
}
