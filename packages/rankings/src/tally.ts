import type { CaseOutcome } from './outcome.ts';

/**
 * What is counted for one unit and one period, in numbers of cases. The first five add up to `due`; `exempt` belongs
 * to the cohort but not to `due` and is shown beside it. `extended` to `informedOnly` are marks on cases already
 * counted, so they overlap and add up to nothing. The last two tell the unit's load and do not come from the cohort.
 */
export type Tally = {
  /** result handed in no later than the finish-by, passed its check, closed out, and closed ever since */
  readonly closedOnTime: number;
  /** the same, but handed in after the finish-by */
  readonly closedLate: number;
  /** not closed out; those whose result only waits for its check are marked in `awaitingCheck` */
  readonly open: number;
  /** closed out once and then found again: subtracted from the rate, never quietly counted as closed */
  readonly relapsed: number;
  /** due, but what became of it is not known: never read as "not done", never silently left out */
  readonly unknown: number;
  /** merged duplicate, false report, transferred, or exempted after an upheld objection */
  readonly exempt: number;
  /** the limit was extended at least once */
  readonly extended: number;
  /** was sent back at least once */
  readonly returned: number;
  /** failed a check at least once and had to be done again */
  readonly reworked: number;
  /** open, and the result waits for its check: not the unit's delay */
  readonly awaitingCheck: number;
  /** closed by informing or by a filed plan, with nothing put right on the ground yet */
  readonly informedOnly: number;
  /** new work that reached the unit in the period, whatever its finish-by: the load shown beside the rate */
  readonly arrived: number;
  /** cases of the unit whose clock stands still by an approved suspension 挂账, at the moment of reading */
  readonly suspended: number;
};

export type TallyField = keyof Tally;

export const tallyFields = [
  'closedOnTime',
  'closedLate',
  'open',
  'relapsed',
  'unknown',
  'exempt',
  'extended',
  'returned',
  'reworked',
  'awaitingCheck',
  'informedOnly',
  'arrived',
  'suspended',
] as const satisfies readonly TallyField[];

export const emptyTally: Tally = {
  closedOnTime: 0,
  closedLate: 0,
  open: 0,
  relapsed: 0,
  unknown: 0,
  exempt: 0,
  extended: 0,
  returned: 0,
  reworked: 0,
  awaitingCheck: 0,
  informedOnly: 0,
  arrived: 0,
  suspended: 0,
};

/** Sums field by field: the tally of a street is the sum of its communities' tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = { ...emptyTally } as Record<TallyField, number>;
  for (const tally of tallies) for (const field of tallyFields) sum[field] += tally[field];
  return sum;
}

/** 应整改: the cases whose finish-by fell in the period and whose clock was running, known outcome or not. */
export function dueOf(tally: Tally): number {
  return tally.closedOnTime + tally.closedLate + tally.open + tally.relapsed + tally.unknown;
}

/** 已整改: closed out on a passed check and closed ever since. */
export function rectifiedOf(tally: Tally): number {
  return tally.closedOnTime + tally.closedLate;
}

/** Everything in the cohort, counted in `due` or shown beside it. */
export function cohortSizeOf(tally: Tally): number {
  return dueOf(tally) + tally.exempt;
}

/** The count that each outcome adds to. */
export const fieldOfOutcome = {
  closed_on_time: 'closedOnTime',
  closed_late: 'closedLate',
  open: 'open',
  relapsed: 'relapsed',
  unknown: 'unknown',
  exempt: 'exempt',
} as const satisfies Record<CaseOutcome, TallyField>;

/** Marks that a case may carry beside its outcome. */
export const caseMarks = ['extended', 'returned', 'reworked', 'awaitingCheck', 'informedOnly'] as const;
export type CaseMark = (typeof caseMarks)[number];

/** One case of the cohort as it is counted. */
export type CountedCase = { readonly outcome: CaseOutcome; readonly marks: readonly CaseMark[] };

/** Counts a list of cases. The reference against which the SQL of the server is tested. */
export function tallyOf(
  cases: readonly CountedCase[],
  load: Partial<Pick<Tally, 'arrived' | 'suspended'>> = {},
): Tally {
  const tally = { ...emptyTally, ...load } as Record<TallyField, number>;
  for (const { outcome, marks } of cases) {
    tally[fieldOfOutcome[outcome]] += 1;
    for (const mark of marks) tally[mark] += 1;
  }
  return tally;
}
