import { type Refusal, refuse } from '@duban/kit/refusal';
import { type Change, changeOf } from './change.ts';
import type { Cohort } from './cohort.ts';
import type { Measure } from './measure.ts';
import type { PeerGroup } from './peer-group.ts';
import { type RankedRow, type RankingEntry, rankUnits } from './rank.ts';
import { type Spread, spreadOf } from './spread.ts';
import { addTallies, dueOf, type Tally } from './tally.ts';

/**
 * The version of everything in this package that turns counts into ranks. A snapshot carries it, so that an old
 * bulletin is never silently reread by a newer rule. Raise it with any change of outcome, measure, rank or band.
 */
export const methodVersion = '2026.1';

/** A ranking with all that is needed to check it: who is compared, by what, over which cases, read when. */
export type Ranking = {
  readonly methodVersion: string;
  readonly measure: Measure;
  readonly cohort: Cohort;
  readonly peerGroup: PeerGroup;
  readonly rows: readonly RankingRow[];
  readonly total: Tally;
  /** units of the group that have a rank */
  readonly rankedCount: number;
  readonly spread: Spread | null;
};

export type RankingRow = RankedRow & { readonly name: string; readonly change: Change };

/**
 * Ranks a group. Every member has a row, those without a single case too: a unit never disappears from the table.
 * @param tallies by member's unit id; a member that is missing had no case
 * @param earlier the same group's tallies of the period it is compared with; null when there is none
 */
export function rankingOf(input: {
  readonly measure: Measure;
  readonly cohort: Cohort;
  readonly peerGroup: PeerGroup;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly earlier: ReadonlyMap<string, Tally> | null;
  readonly empty: Tally;
}): Ranking {
  const { measure, cohort, peerGroup, tallies, earlier, empty } = input;
  const entriesOf = (from: ReadonlyMap<string, Tally>): RankingEntry[] =>
    peerGroup.members.map(({ unitId }) => ({ unitId, tally: from.get(unitId) ?? empty }));
  const entries = entriesOf(tallies);
  const ranked = rankUnits(entries, measure, peerGroup.minimumDue);
  const before = earlier ? rankUnits(entriesOf(earlier), measure, peerGroup.minimumDue) : [];
  const beforeByUnit = new Map(before.map((row) => [row.unitId, row]));
  const nameOf = new Map(peerGroup.members.map(({ unitId, name }) => [unitId, name]));
  return {
    methodVersion,
    measure,
    cohort,
    peerGroup,
    rows: ranked.map((row) => ({
      ...row,
      name: nameOf.get(row.unitId)!,
      change: changeOf(row, beforeByUnit.get(row.unitId)),
    })),
    total: addTallies(entries.map((entry) => entry.tally)),
    rankedCount: ranked.filter((row) => row.standing.ranked).length,
    spread: spreadOf(ranked),
  };
}

/**
 * A ranking is published once its period is over, when it says something about somebody, and when it is not already
 * published with the same numbers.
 * @param sameAs the edition that has exactly these numbers, if there is one
 */
export function whyNotPublish(
  ranking: Pick<Ranking, 'cohort' | 'rankedCount' | 'total' | 'peerGroup'>,
  sameAs: number | null,
): Refusal | null {
  if (!ranking.cohort.complete) return refuse('ranking.period_not_over', { last: ranking.cohort.period.last });
  if (dueOf(ranking.total) === 0) return refuse('ranking.nothing_due', { group: ranking.peerGroup.name });
  if (ranking.rankedCount === 0) return refuse('ranking.nobody_ranked', { minimum: ranking.peerGroup.minimumDue });
  return sameAs === null ? null : refuse('ranking.nothing_new', { edition: sameAs });
}

/**
 * The one text of a snapshot that its hash is taken over: JSON with the keys of every object in order, so that the
 * same content gives the same bytes after any detour through a database.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalText(each ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>>;
    const fields = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(record[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}
