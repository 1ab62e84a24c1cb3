import type { FoundQuantity } from '../quantities/quantities.ts';
import { wrongDates } from './dates.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { FoundContradiction } from './found-contradiction.ts';
import { wrongLists } from './lists.ts';
import { wrongNumbering } from './numbering.ts';
import { partsOverWhole } from './parts.ts';
import { impossiblePercentages } from './percentages.ts';
import { wrongSums } from './sums.ts';
import { wrongYears } from './years.ts';

const nothingKnown: DocumentFacts = { gaps: [], title: '', date: null };

/** What the document says that cannot be so. Nothing is corrected: the stated figure stands beside the computed one. */
export function contradictionsIn(
  text: string,
  quantities: readonly FoundQuantity[],
  facts: DocumentFacts = nothingKnown,
): FoundContradiction[] {
  return [
    ...impossiblePercentages(text, quantities),
    ...wrongSums(text, quantities),
    ...partsOverWhole(text, quantities),
    ...wrongLists(text, facts.gaps),
    ...wrongYears(text, facts),
    ...wrongDates(text, facts),
    ...wrongNumbering(text, facts.gaps),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
