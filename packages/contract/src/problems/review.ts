import type { ProblemTexts } from '../problem-texts.ts';

/** Why a step of a review is refused, and why a target, an indicator or a promise cannot be changed. */
export const reviewProblems = {
  'document.superseded': {
    status: 409,
    'zh-CN': '这份文件已有新版本，请到新版本中继续审核。',
    en: 'There is a newer version of this document. Go on with the review there.',
  },
  'document.previous_unknown': {
    status: 400,
    'zh-CN': '所选的上一版文件不存在或已作废，请重新选择。',
    en: 'The earlier version that was named does not exist or was discarded. Choose another one.',
  },
  'document.has_successor': {
    status: 409,
    'zh-CN': '所选文件已经有新版本，请选择版本链中最新的一份。',
    en: 'The chosen document already has a newer version. Choose the newest one of the chain.',
  },
  'document.has_previous': {
    status: 409,
    'zh-CN': '这份文件已经对应了上一版；如有误，请先撤销。',
    en: 'This document is already linked to an earlier version. Undo that first if it is wrong.',
  },
  'document.no_previous': {
    status: 409,
    'zh-CN': '这份文件没有上一版，无从对照。请先指明它是哪份文件的新版本。',
    en: 'This document has no earlier version to compare with. Say first which one it replaces.',
  },
  'document.nothing_to_redo': {
    status: 409,
    'zh-CN': '没有可以恢复的操作：撤销之后又做了新的操作，或者还没有撤销过。',
    en: 'There is nothing to do again: nothing was undone, or something else was done since.',
  },
  'document.nothing_waiting': {
    status: 409,
    'zh-CN': '没有待审核的任务要求。',
    en: 'Nothing is waiting for review.',
  },
  'document.nothing_decided': {
    status: 409,
    'zh-CN': '还没有采纳任何任务要求，没有可以导出的内容。请先采纳至少一条。',
    en: 'Nothing was accepted yet, so there is nothing to export. Accept at least one directive first.',
  },
  'document.all_in_doubt': {
    status: 409,
    'zh-CN': '{count} 条待审核的要求都有疑点，需要逐条审核，没有自动采纳。',
    en: 'All that waits ({count}) is in doubt and needs a look one by one. Nothing was accepted.',
  },
  'document.repair_unknown': {
    status: 404,
    'zh-CN': '没有找到这处修复，请刷新后再试。',
    en: 'This repair was not found. Reload and try again.',
  },
  'document.repair_unchanged': {
    status: 409,
    'zh-CN': '这处修复已经是这样了，请刷新后查看。',
    en: 'The repair is like that already. Reload to see it.',
  },
  'directive.carried': {
    status: 409,
    'zh-CN': '这条要求已随上一版下达，不再重复办理；需要调整时请到相应任务中办理。',
    en: 'This directive was sent with the version before. Change its task instead.',
  },
  'directive.replaced': {
    status: 409,
    'zh-CN': '这条要求已被拆分、合并或撤销，请刷新后再试。',
    en: 'This directive was split, merged or taken back. Reload and try again.',
  },
  'directive.cut_outside': {
    status: 400,
    'zh-CN': '拆分的位置不在这条要求之内，请重新选择。',
    en: 'The place to cut is not within the directive. Choose again.',
  },
  'directive.nothing_to_split': {
    status: 409,
    'zh-CN': '按所选位置拆不出两条，请在文字中间选择拆分位置。',
    en: 'These cuts do not leave two parts. Cut within the words.',
  },
  'directive.too_many_parts': {
    status: 409,
    'zh-CN': '一次最多拆成 {most} 条，请减少拆分位置。',
    en: 'At most {most} parts at a time. Cut at fewer places.',
  },
  'directive.nothing_to_merge': {
    status: 409,
    'zh-CN': '请选择至少两条相邻的要求再合并。',
    en: 'Choose at least two neighbouring directives to merge.',
  },
  'directive.not_adjacent': {
    status: 409,
    'zh-CN': '只能合并相邻的要求，所选几条之间还有别的要求。',
    en: 'Only neighbours are merged: there are others between the chosen ones.',
  },
  'directive.too_long': {
    status: 409,
    'zh-CN': '合并后超过 {most} 字，请减少条数。',
    en: 'Merged it would be longer than {most} characters. Choose fewer.',
  },
  'directive.target_missing': {
    status: 409,
    'zh-CN': '还没有写明目标（要做到多少），请至少填写一项。',
    en: 'The target is missing. Say how much of what.',
  },
  'directive.indicator_missing': {
    status: 409,
    'zh-CN': '还没有写明指标，请填写名称。',
    en: 'The indicator is missing. Give its name.',
  },
  'directive.promise_missing': {
    status: 409,
    'zh-CN': '还没有写明谁承诺了什么，请填写。',
    en: 'Who promised what is missing. Fill it in.',
  },
  'directive.unit_doubtful': {
    status: 409,
    'zh-CN': '原文“{words}”不能确定是哪个单位，请核对。',
    en: 'Which unit “{words}” means is not certain. Check it.',
  },
  'directive.owner_assumed': {
    status: 409,
    'zh-CN': '句中没有点名，按会议听众推定责任单位，请核对。',
    en: 'Nobody is named: the audience was taken as the owner. Check it.',
  },
  'directive.day_past': {
    status: 409,
    'zh-CN': '推算出的时限早于文件日期，请核对。',
    en: 'The day that was computed lies before the document. Check it.',
  },
  'directive.holds_unknown': {
    status: 409,
    'zh-CN': '这句话里有被隐去或无法辨认的内容，请核对。',
    en: 'Something in this sentence is hidden or unreadable. Check it.',
  },
  'directive.holds_contradiction': {
    status: 409,
    'zh-CN': '这句话里的数字前后矛盾，请核对。',
    en: 'The figures in this sentence contradict one another. Check them.',
  },
  'directive.holds_gap': {
    status: 409,
    'zh-CN': '这句话中间缺了一段，请核对。',
    en: 'A part of this sentence is missing. Check it.',
  },
  'task.source_unchanged': {
    status: 409,
    'zh-CN': '这项任务的依据没有变化，不需要确认。',
    en: 'The sentence behind this task has not changed. Nothing needs to be confirmed.',
  },
  'target.role_needed': {
    status: 403,
    'zh-CN': '只有督办调度人员可以修改目标和指标，请由他们办理。',
    en: 'Only dispatchers change targets and indicators. Ask one of them.',
  },
  'target.withdrawn': {
    status: 409,
    'zh-CN': '已经撤销，不能再改；需要时请从文件中重新下达。',
    en: 'It was withdrawn and cannot be changed any more. Record a new one from the document instead.',
  },
  'promise.role_needed': {
    status: 403,
    'zh-CN': '只有督办调度人员可以认定承诺是否兑现，请由他们办理。',
    en: 'Only dispatchers say whether a promise was kept. Ask one of them.',
  },
  'promise.settled': {
    status: 409,
    'zh-CN': '这项承诺目前“{promise_state}”，不能再这样认定，请刷新后查看。',
    en: 'The promise is “{promise_state}”, so this is not possible now. Reload to see it.',
  },
  'promise.own': {
    status: 409,
    'zh-CN': '作出承诺的单位不能自己认定是否兑现，请由其他单位的调度人员认定。',
    en: 'Nobody judges the own promise. Ask a dispatcher of another unit.',
  },
} as const satisfies ProblemTexts;
