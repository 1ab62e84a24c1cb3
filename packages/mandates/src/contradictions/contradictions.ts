import type { Gap } from '../mandate.ts';
import type { FoundQuantity } from '../quantities/quantities.ts';
import { wrongDates } from './dates.ts';
import type { FoundContradiction } from './found-contradiction.ts';
import { wrongLists } from './lists.ts';
import { wrongNumbering } from './numbering.ts';
import { partsOverWhole } from './parts.ts';
import { impossiblePercentages } from './percentages.ts';
import { wrongSums } from './sums.ts';
import { wrongYears } from './years.ts';

/** What is known about the document beside its text. */
export type DocumentFacts = {
  readonly gaps: readonly Pick<Gap, 'start' | 'end' | 'kind'>[];
  readonly title: string;
  /** the day the document gives itself, ISO */
  readonly date: string | null;
  /** the day a site says it published the document, as the site wrote it */
  readonly publishedAt?: string | undefined;
};

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
