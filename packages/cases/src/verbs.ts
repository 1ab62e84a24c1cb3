import type { Role } from '@duban/kit/actor';

/**
 * Everything that can be done to a case. The verb is the same word in the route, the file, the function, the button
 * and the audit line. `roles` are the positions that may do it at all; what else must hold is said by each verb's own
 * `whyNot…` function.
 */
export const caseVerbs = {
  record_pre_filing_check: { 'zh-CN': '核实', en: 'record pre-filing check', roles: ['inspector', 'dispatcher'] },
  file: { 'zh-CN': '立案', en: 'file', roles: ['dispatcher'] },
  refuse_to_file: { 'zh-CN': '不予立案', en: 'refuse to file', roles: ['dispatcher'] },
  hand_over: { 'zh-CN': '移送派遣', en: 'hand over for dispatch', roles: ['dispatcher'] },
  dispatch: { 'zh-CN': '派遣', en: 'dispatch', roles: ['dispatcher'] },
  withdraw_dispatch: { 'zh-CN': '撤回派遣', en: 'withdraw dispatch', roles: ['dispatcher'] },
  accept: { 'zh-CN': '签收', en: 'accept', roles: ['handler'] },
  return: { 'zh-CN': '退回', en: 'return', roles: ['handler'] },
  correct: { 'zh-CN': '更正', en: 'correct', roles: ['dispatcher'] },
  raise_dispute: { 'zh-CN': '提出争议', en: 'raise dispute', roles: ['handler', 'dispatcher'] },
  decide_dispute: { 'zh-CN': '裁定争议', en: 'decide dispute', roles: ['dispatcher', 'leader'] },
  assign: { 'zh-CN': '内部指派', en: 'assign', roles: ['handler'] },
  withdraw_assignment: { 'zh-CN': '收回指派', en: 'withdraw assignment', roles: ['handler'] },
  request_extension: { 'zh-CN': '申请延期', en: 'request extension', roles: ['handler'] },
  request_suspension: { 'zh-CN': '申请挂账', en: 'request suspension', roles: ['handler'] },
  endorse_request: { 'zh-CN': '单位审核同意', en: 'endorse request', roles: ['leader'] },
  approve_request: { 'zh-CN': '批准申请', en: 'approve request', roles: ['dispatcher'] },
  refuse_request: { 'zh-CN': '不批准申请', en: 'refuse request', roles: ['leader', 'dispatcher'] },
  resume: { 'zh-CN': '恢复办理', en: 'resume', roles: ['dispatcher'] },
  submit_result: { 'zh-CN': '提交处置结果', en: 'submit result', roles: ['handler'] },
  record_pre_closure_check: { 'zh-CN': '核查', en: 'record pre-closure check', roles: ['inspector'] },
  close_out: { 'zh-CN': '销号', en: 'close out', roles: ['dispatcher'] },
  close_without_handling: { 'zh-CN': '直接结案', en: 'close without handling', roles: ['dispatcher'] },
  recheck: { 'zh-CN': '复查', en: 're-check', roles: ['inspector'] },
  merge: { 'zh-CN': '归并', en: 'merge', roles: ['dispatcher'] },
  urge: { 'zh-CN': '催办', en: 'urge', roles: ['dispatcher', 'leader'] },
  comment: { 'zh-CN': '批注', en: 'comment', roles: ['dispatcher', 'handler', 'inspector', 'leader'] },
  attach: { 'zh-CN': '添加附件', en: 'attach', roles: ['dispatcher', 'handler', 'inspector', 'leader'] },
} as const satisfies Record<string, { 'zh-CN': string; en: string; roles: readonly Role[] }>;

export type CaseVerb = keyof typeof caseVerbs;

export const allCaseVerbs = Object.keys(caseVerbs) as CaseVerb[];

/** Who may report a case. There is no case yet, so it is not in the table of verbs. */
export const reportingRoles = ['dispatcher', 'inspector', 'handler', 'leader'] as const satisfies readonly Role[];
