import type { Period } from '@duban/calendar/period';
import { parsePeriodKey } from '@duban/calendar/period';
import {
  type Cohort,
  cohortAtSameAge,
  cohortOf,
  cohortWindow,
  comparedPeriod,
  type Comparison,
} from '@duban/rankings/cohort';
import type { Measure } from '@duban/rankings/measure';
import type { PeerGroup } from '@duban/rankings/peer-group';
import { type Ranking, rankingOf } from '@duban/rankings/snapshot';
import { emptyTally, type Tally } from '@duban/rankings/tally';
import type { Ctx } from '../kernel/context.ts';
import { readAt, type Part, type Scope } from './counted-cases.ts';
import { peerGroupOf, readGroup } from './peer-group.store.ts';
import { tallyByMember, tallyByUnit } from './ranking.queries.ts';
import { membersByUnit, readUnitTree, type UnitTree } from './unit-tree.ts';

/** A ranking computed from the ledger as it is at this moment, with everything that was needed for it. */
export type Computed = {
  readonly ranking: Ranking;
  readonly compared: { readonly by: Comparison; readonly period: Period; readonly asOf: string } | null;
  readonly tree: UnitTree;
};

export type Choice = {
  readonly period: string;
  readonly group: string;
  readonly measure: Measure;
  readonly comparison: Comparison;
};

export async function computeRanking(ctx: Ctx, choice: Choice): Promise<Computed> {
  const period = parsePeriodKey(choice.period)!;
  const tree = await readUnitTree(ctx, ctx.actor.jurisdictionId);
  const group = await readGroup(ctx, choice.group);
  const peerGroup = peerGroupOf(group, tree, period, ctx.locale);
  const cohort = cohortOf(period, ctx.now());
  const before = comparedPeriod(period, choice.comparison);
  const tallies = await tallyOfGroup(ctx, peerGroup, cohort, tree);
  // Only rates are compared with the earlier period, so its load figures are not read.
  const aged = before && cohortAtSameAge(cohort, before);
  const earlier = aged && (await tallyOfGroup(ctx, peerGroup, aged, tree, ['cohort']));
  return {
    ranking: rankingOf({ measure: choice.measure, cohort, peerGroup, tallies, earlier, empty: emptyTally }),
    compared: aged && { by: choice.comparison, period: aged.period, asOf: aged.asOf },
    tree,
  };
}

/** The tallies of a group's members over a cohort. */
export async function tallyOfGroup(
  ctx: Pick<Ctx, 'tx' | 'actor'>,
  group: PeerGroup,
  cohort: Pick<Cohort, 'period' | 'asOf'>,
  tree: UnitTree,
  parts?: readonly Part[],
): Promise<ReadonlyMap<string, Tally>> {
  const byUnit = await tallyByUnit(ctx.tx, scopeOf(ctx, group, cohort), parts);
  return tallyByMember(byUnit, membersByUnit(tree, memberIds(group)));
}

export function scopeOf(
  { actor }: Pick<Ctx, 'actor'>,
  { countedBy }: Pick<PeerGroup, 'countedBy'>,
  cohort: Pick<Cohort, 'period' | 'asOf'>,
): Scope {
  return { jurisdictionId: actor.jurisdictionId, countedBy, ...cohortWindow(cohort), asOf: readAt(cohort.asOf) };
}

export function memberIds({ members }: Pick<PeerGroup, 'members'>): ReadonlySet<string> {
  return new Set(members.map((member) => member.unitId));
}
