import { addAttachment } from '@duban/contract/attachments';
import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import type { Call } from '@duban/contract/endpoint';

/** One command on one case, at a moment, by somebody. Units and other cases are named by the demo's own keys. */
export type Step = {
  readonly at: number;
  readonly as: string;
  readonly verb: Verb;
  readonly body: Readonly<Record<string, unknown>>;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
};

export const verbs = {
  recordPreFilingCheck: cases.recordPreFilingCheck,
  fileCase: cases.fileCase,
  refuseToFile: cases.refuseToFile,
  handOverCase: cases.handOverCase,
  dispatchCase: cases.dispatchCase,
  withdrawDispatch: cases.withdrawDispatch,
  acceptCase: cases.acceptCase,
  returnCase: cases.returnCase,
  correctCase: cases.correctCase,
  raiseDispute: cases.raiseDispute,
  decideDispute: cases.decideDispute,
  assignCase: handling.assignCase,
  requestExtension: handling.requestExtension,
  requestSuspension: handling.requestSuspension,
  endorseRequest: handling.endorseRequest,
  approveRequest: handling.approveRequest,
  refuseRequest: handling.refuseRequest,
  resumeCase: handling.resumeCase,
  submitResult: handling.submitResult,
  recordPreClosureCheck: cases.recordPreClosureCheck,
  closeOutCase: cases.closeOutCase,
  closeWithoutHandling: cases.closeWithoutHandling,
  recheckCase: cases.recheckCase,
  mergeCase: cases.mergeCase,
  urgeCase: cases.urgeCase,
  commentOnCase: cases.commentOnCase,
  addAttachment,
} as const;

export type Verb = keyof typeof verbs;

/** The fields of a verb, with keys of the demo in place of ids. */
export type Body<V extends Verb> = Omit<Call<(typeof verbs)[V]>, 'id' | 'version'>;

/** fields that hold the key of a unit until the step is carried out */
export const unitFields = ['lineUnitId', 'territorialUnitId', 'handlingUnitId', 'decidingUnitId', 'unitId'] as const;
