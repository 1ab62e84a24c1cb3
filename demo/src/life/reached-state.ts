import type { CaseState } from '@duban/cases/states';
import type { Step, Verb } from './steps.ts';

/** Where a step leaves its case, for the steps that move it. The domain decides; a test holds this against its table. */
const moves: Partial<Record<Verb, CaseState>> = {
  refuseToFile: 'not_filed',
  handOverCase: 'awaiting_dispatch',
  dispatchCase: 'awaiting_acceptance',
  withdrawDispatch: 'awaiting_dispatch',
  acceptCase: 'in_progress',
  returnCase: 'returned',
  correctCase: 'awaiting_dispatch',
  raiseDispute: 'disputed',
  decideDispute: 'awaiting_acceptance',
  resumeCase: 'in_progress',
  submitResult: 'awaiting_check',
  closeOutCase: 'closed',
  closeWithoutHandling: 'closed',
  mergeCase: 'merged',
};

/** The state of a case after each of its steps. */
export function reachedStates(steps: readonly Step[]): CaseState[] {
  let state: CaseState = 'awaiting_pre_filing_check';
  let suspends = false;
  return steps.map(({ verb, body }) => {
    if (verb === 'requestExtension') suspends = false;
    if (verb === 'requestSuspension') suspends = true;
    if (verb === 'fileCase') state = body.handOver === false ? 'filed' : 'awaiting_dispatch';
    else if (verb === 'approveRequest') state = suspends ? 'suspended' : 'in_progress';
    else if (verb === 'recordPreClosureCheck') state = body.result === 'passed' ? 'awaiting_check' : 'in_progress';
    else if (verb === 'recheckCase') state = body.result === 'holds' ? 'closed' : 'relapsed';
    else state = moves[verb] ?? state;
    return state;
  });
}
