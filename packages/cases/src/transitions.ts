import { refuse, type Refusal } from '@duban/kit/refusal';
import { allCaseStates, type CaseState } from './states.ts';
import type { CaseVerb } from './verbs.ts';

/**
 * The transition table of a case, literally: from a state, by a verb, to one of the states named. Whatever is not
 * here is refused. `docs/states/case.md` is drawn from it and a generated test tries every state × verb pair.
 *
 * Sources: GB/T 30428 (seven steps), and the running city systems described with it: a return needs a reason and its
 * receiver may only correct (`returned` leads nowhere but to `correct`, a dispute, or a merge); a handler who accepted
 * may no longer return; a dispute goes to a deciding organ whose decision binds; extension and suspension are asked
 * for by the unit, endorsed by its leader and approved by the dispatcher.
 */
export const caseTransitions: Record<CaseState, Partial<Record<CaseVerb, readonly CaseState[]>>> = {
  awaiting_pre_filing_check: {
    record_pre_filing_check: ['awaiting_pre_filing_check'],
    file: ['filed'],
    refuse_to_file: ['not_filed'],
    correct: ['awaiting_pre_filing_check'],
    merge: ['merged'],
    comment: ['awaiting_pre_filing_check'],
    attach: ['awaiting_pre_filing_check'],
  },
  filed: {
    hand_over: ['awaiting_dispatch'],
    correct: ['filed'],
    close_without_handling: ['closed'],
    merge: ['merged'],
    comment: ['filed'],
    attach: ['filed'],
  },
  awaiting_dispatch: {
    dispatch: ['awaiting_acceptance'],
    correct: ['awaiting_dispatch'],
    close_without_handling: ['closed'],
    merge: ['merged'],
    comment: ['awaiting_dispatch'],
    attach: ['awaiting_dispatch'],
  },
  awaiting_acceptance: {
    accept: ['in_progress'],
    return: ['returned'],
    raise_dispute: ['disputed'],
    withdraw_dispatch: ['awaiting_dispatch'],
    merge: ['merged'],
    urge: ['awaiting_acceptance'],
    comment: ['awaiting_acceptance'],
    attach: ['awaiting_acceptance'],
  },
  in_progress: {
    assign: ['in_progress'],
    withdraw_assignment: ['in_progress'],
    withdraw_dispatch: ['awaiting_dispatch'],
    request_extension: ['in_progress'],
    request_suspension: ['in_progress'],
    endorse_request: ['in_progress'],
    approve_request: ['in_progress', 'suspended'],
    refuse_request: ['in_progress'],
    submit_result: ['awaiting_check'],
    urge: ['in_progress'],
    comment: ['in_progress'],
    attach: ['in_progress'],
  },
  awaiting_check: {
    record_pre_closure_check: ['awaiting_check', 'in_progress'],
    close_out: ['closed'],
    comment: ['awaiting_check'],
    attach: ['awaiting_check'],
  },
  closed: {
    recheck: ['closed', 'relapsed'],
    comment: ['closed'],
    attach: ['closed'],
  },
  relapsed: {
    dispatch: ['awaiting_acceptance'],
    comment: ['relapsed'],
    attach: ['relapsed'],
  },
  not_filed: {
    comment: ['not_filed'],
  },
  returned: {
    correct: ['awaiting_dispatch'],
    raise_dispute: ['disputed'],
    merge: ['merged'],
    comment: ['returned'],
    attach: ['returned'],
  },
  disputed: {
    decide_dispute: ['awaiting_acceptance'],
    urge: ['disputed'],
    comment: ['disputed'],
    attach: ['disputed'],
  },
  suspended: {
    resume: ['in_progress'],
    comment: ['suspended'],
    attach: ['suspended'],
  },
  merged: {
    comment: ['merged'],
  },
};

/** Refuses a verb that the table does not know in this state (`case.wrong_state`). */
export function whyNotInState(state: CaseState, verb: CaseVerb): Refusal | null {
  return caseTransitions[state][verb] ? null : refuse('case.wrong_state', { case_state: state, case_verb: verb });
}

/** The states in which the verb is in the table: for "not now, but when". */
export function statesThatAllow(verb: CaseVerb): CaseState[] {
  return allCaseStates.filter((state) => caseTransitions[state][verb]);
}
