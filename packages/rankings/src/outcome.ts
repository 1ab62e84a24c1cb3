/**
 * What became of one case, seen from the moment a ranking is computed. Pure and small on purpose: the server decides
 * the same question in SQL over a million rows, and a test holds the two against each other.
 */
export const caseOutcomes = ['closed_on_time', 'closed_late', 'open', 'relapsed', 'unknown', 'exempt'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** Outcomes that make up 应整改, the denominator before unknowns are set apart. */
export const dueOutcomes = ['closed_on_time', 'closed_late', 'open', 'relapsed', 'unknown'] as const;

export type OutcomeFacts = {
  /** closed out at this moment */
  readonly closed: boolean;
  /**
   * the unit handed its result in after the finish-by; the time that the check takes is the inspectors', not the
   * unit's. Null with `closed` true: it is closed, but whether in time is not on record
   */
  readonly finishedLate: boolean | null;
  /** this round of work was closed out and the problem was found again by the unannounced re-check */
  readonly relapsed: boolean;
  /** merged duplicate, false report, transferred to another authority, or exempted by an upheld objection */
  readonly exempt: boolean;
};

/**
 * The order of the questions is the rule: exempt before everything (it should not be in the table at all), a relapse
 * before a closure (closed and found again is not closed). A suspension is not an outcome: it moves the finish-by to
 * after the return date, so the case leaves the cohort by itself, and one that was overdue before stays not done.
 */
export function outcomeOf(facts: OutcomeFacts): CaseOutcome {
  if (facts.exempt) return 'exempt';
  if (facts.relapsed) return 'relapsed';
  if (facts.closed) {
    if (facts.finishedLate === null) return 'unknown';
    return facts.finishedLate ? 'closed_late' : 'closed_on_time';
  }
  return 'open';
}
