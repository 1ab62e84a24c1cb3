import type { CaseOutcome } from './outcome.ts';
import { emptyTally, type Tally, type TallyField, tallyFields } from './tally.ts';

/**
 * Holds a published ranking against the ledger as it is now. A difference is not an error: cases are closed late,
 * relapse, are moved. It is named case by case, so that "the bulletin said 92 %" can be answered with a list.
 */
export type CountDifference = {
  readonly unitId: string;
  readonly field: TallyField;
  readonly published: number;
  readonly now: number;
};

export function countDifferences(
  published: ReadonlyMap<string, Tally>,
  now: ReadonlyMap<string, Tally>,
): readonly CountDifference[] {
  const unitIds = [...new Set([...published.keys(), ...now.keys()])].toSorted();
  return unitIds.flatMap((unitId) => {
    const before = published.get(unitId) ?? emptyTally;
    const after = now.get(unitId) ?? emptyTally;
    return tallyFields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ unitId, field, published: before[field], now: after[field] }));
  });
}

/** Where one case stood in a ranking: for which unit, with which outcome. */
export type CountedFor = { readonly unitId: string; readonly outcome: CaseOutcome };

export const caseDifferenceReasons = [
  'closed_since',
  'relapsed_since',
  'reopened_since',
  'exempted_since',
  'exemption_lifted',
  'counted_for_another_unit',
  'moved_into_period',
  'moved_out_of_period',
  'became_known',
  'became_unknown',
  'corrected',
] as const;
export type CaseDifferenceReason = (typeof caseDifferenceReasons)[number];

/**
 * Why a case is counted differently now. Null when it is not.
 * @param published null: it was not in the published cohort
 * @param now null: it is no longer in the cohort (its finish-by was moved, for instance by an approved extension)
 */
export function whyCountedDifferently(
  published: CountedFor | null,
  now: CountedFor | null,
): CaseDifferenceReason | null {
  if (!published) return now ? 'moved_into_period' : null;
  if (!now) return 'moved_out_of_period';
  if (published.outcome !== now.outcome) return reasonOf(published.outcome, now.outcome);
  return published.unitId === now.unitId ? null : 'counted_for_another_unit';
}

function reasonOf(before: CaseOutcome, after: CaseOutcome): CaseDifferenceReason {
  if (after === 'exempt') return 'exempted_since';
  if (before === 'exempt') return 'exemption_lifted';
  if (after === 'relapsed') return 'relapsed_since';
  if (after === 'unknown') return 'became_unknown';
  if (before === 'unknown') return 'became_known';
  const closedBefore = before === 'closed_on_time' || before === 'closed_late';
  const closedAfter = after === 'closed_on_time' || after === 'closed_late';
  if (closedAfter && !closedBefore) return 'closed_since';
  if (closedBefore && after === 'open') return 'reopened_since';
  return 'corrected';
}
