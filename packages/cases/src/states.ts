/**
 * The states of a case 问题, with the words the pages show. The main line is the seven-step flow of GB/T 30428
 * (信息收集 → 案卷建立 → 任务派遣 → 任务处理 → 处理反馈 → 核实结案 → 综合评价); the rest are its side paths.
 */
export const caseStates = {
  awaiting_pre_filing_check: { 'zh-CN': '待核实', en: 'awaiting pre-filing check', open: true },
  filed: { 'zh-CN': '已立案', en: 'filed', open: true },
  awaiting_dispatch: { 'zh-CN': '待派遣', en: 'awaiting dispatch', open: true },
  awaiting_acceptance: { 'zh-CN': '待处置', en: 'awaiting acceptance', open: true },
  in_progress: { 'zh-CN': '处置中', en: 'in progress', open: true },
  awaiting_check: { 'zh-CN': '待核查', en: 'awaiting check', open: true },
  closed: { 'zh-CN': '已销号', en: 'closed out', open: false },
  relapsed: { 'zh-CN': '反弹重开', en: 'relapsed, reopened', open: true },
  not_filed: { 'zh-CN': '不予立案', en: 'not filed', open: false },
  returned: { 'zh-CN': '退回', en: 'returned', open: true },
  disputed: { 'zh-CN': '争议中', en: 'disputed', open: true },
  suspended: { 'zh-CN': '挂账', en: 'suspended', open: true },
  merged: { 'zh-CN': '重复归并', en: 'merged as duplicate', open: false },
} as const satisfies Record<string, { 'zh-CN': string; en: string; open: boolean }>;

export type CaseState = keyof typeof caseStates;

export const allCaseStates = Object.keys(caseStates) as CaseState[];

/** The states in which somebody still has to do something. */
export const openCaseStates = allCaseStates.filter((state) => caseStates[state].open);

/** The states in which the unit's clocks may run. */
export const runningCaseStates = ['awaiting_acceptance', 'in_progress'] as const satisfies readonly CaseState[];
