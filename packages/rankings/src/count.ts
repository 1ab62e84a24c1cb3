import { dueOf, rectifiedOf, type Tally, type TallyField, tallyFields } from './tally.ts';

/** Every number that a ranking shows and that opens a list: the counts of a tally and the two sums made of them. */
export const countFields = [...tallyFields, 'due', 'rectified'] as const;
export type CountField = TallyField | 'due' | 'rectified';

export type Counts = Readonly<Record<CountField, number>>;

export function countsOf(tally: Tally): Counts {
  return { ...tally, due: dueOf(tally), rectified: rectifiedOf(tally) };
}
