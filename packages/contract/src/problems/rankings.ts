import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of peer groups, rankings, snapshots, objections and the dashboard. */
export const rankingProblems = {
  'peer_group.too_small': {
    status: 422,
    'zh-CN': '同类组只有 {members} 个单位，至少要有 2 个才能比较，请增加单位。',
    en: 'The peer group has {members} unit(s). It takes two to compare: add units.',
  },
  'peer_group.minimum_out_of_range': {
    status: 422,
    'zh-CN': '最低基数 {minimumDue} 不在 {lowest} 到 {highest} 之间，请改为范围内的整数。',
    en: 'The minimum number {minimumDue} is not between {lowest} and {highest}. Choose a whole number in that range.',
  },
  'peer_group.member_twice': {
    status: 422,
    'zh-CN': '“{unit}”在组中出现了两次，请删去一个。',
    en: '"{unit}" is in the group twice. Remove one of the two.',
  },
  'peer_group.members_overlap': {
    status: 422,
    'zh-CN': '“{inner}”隶属于“{outer}”，同组会重复计数，请只保留其中一个。',
    en: '"{inner}" lies within "{outer}", so its cases would be counted twice. Keep one of the two.',
  },
  'peer_group.unknown_unit': {
    status: 422,
    'zh-CN': '所选单位中有 {units} 个不存在、已撤销或不在本辖区，请重新选择。',
    en: '{units} of the chosen units do not exist, were closed or lie outside of your jurisdiction. Choose again.',
  },
  'peer_group.name_taken': {
    status: 409,
    'zh-CN': '已有同名的同类组，请换一个能区分的名称。',
    en: 'There is already a peer group of this name. Choose one that tells them apart.',
  },
  'peer_group.standing': {
    status: 409,
    'zh-CN': '这是常设组，成员和名称随单位树变化，不能更改或停用；请另建一个组。',
    en: 'This is a standing group: its members and name follow the tree of units. Make a group of your own instead.',
  },
  'ranking.lists_closed': {
    status: 403,
    'zh-CN': '您只能打开本单位的案件清单；其他单位的数字公开，清单由督查机构查看。',
    en: "You can open the lists of your own unit only. Other units' counts are open, their lists are for the dispatchers.",
  },
  'ranking.not_yours_to_publish': {
    status: 403,
    'zh-CN': '被排名单位的负责人不能发布排名，请由督查机构或本级政府领导发布。',
    en: 'The leader of a unit that is ranked cannot publish. Ask a dispatcher or a leader of the government itself.',
  },
  'ranking.period_not_over': {
    status: 409,
    'zh-CN': '本期到 {last} 结束，期满后才能发布；现在可以先看预览。',
    en: 'The period ends on {last}. It can be published after that day; until then there is the preview.',
  },
  'ranking.nothing_due': {
    status: 409,
    'zh-CN': '“{group}”本期没有应整改的案件，没有可发布的排名；没有案件不等于 0%。',
    en: 'Nothing was due for "{group}" in this period, so there is nothing to publish. No cases is not 0 %.',
  },
  'ranking.nobody_ranked': {
    status: 409,
    'zh-CN': '没有单位达到最低基数 {minimum}，请选更长的统计期，或调整该组的最低基数。',
    en: 'No unit reaches the minimum of {minimum} cases. Choose a longer period or change the minimum of the group.',
  },
  'ranking.changed_since_preview': {
    status: 409,
    'zh-CN': '预览之后台账有变化，数字已不同，请重新核对预览后再发布。',
    en: 'The ledger has moved since the preview and the numbers differ. Look at the preview again, then publish.',
  },
  'ranking.nothing_new': {
    status: 409,
    'zh-CN': '第 {edition} 版与现在的数字完全相同，无需重复发布。',
    en: 'Edition {edition} has exactly these numbers already. There is nothing new to publish.',
  },
  'snapshot.immutable': {
    status: 409,
    'zh-CN': '已发布的排名不能修改或删除；如需更正，请发布新的一版。',
    en: 'A published ranking cannot be changed or deleted. To correct it, publish a new edition.',
  },
  'objection.not_own_row': {
    status: 403,
    'zh-CN': '只有“{unit}”的经办人或负责人可以对这一行提出异议。',
    en: 'Only a handler or leader of "{unit}" can object to this row.',
  },
  'objection.superseded': {
    status: 409,
    'zh-CN': '这一版已被新版取代，请对新版提出异议。',
    en: 'A newer edition has taken the place of this one. Object to the newer one.',
  },
  'objection.period_over': {
    status: 409,
    'zh-CN': '异议期已于 {until} 结束；如台账有误，请申请更正案件后由督查机构发布新版。',
    en: 'The period for objections ended at {until}. If the ledger is wrong, ask for the case to be corrected and a new edition.',
  },
  'objection.pending': {
    status: 409,
    'zh-CN': '“{unit}”对这一版已有一件异议等待答复，请等待答复后再提。',
    en: 'An objection of "{unit}" to this edition is waiting for its answer. Wait for it first.',
  },
  'objection.case_not_counted': {
    status: 422,
    'zh-CN': '所列案件中有 {cases} 件未计入该单位这一版的排名，请核对后重选。',
    en: '{cases} of the named cases were not counted for this unit in this edition. Check the list.',
  },
  'objection.not_yours_to_answer': {
    status: 403,
    'zh-CN': '异议由督查机构或本级政府领导答复。',
    en: 'Objections are answered by a dispatcher or a leader of the government itself.',
  },
  'objection.own_objection': {
    status: 403,
    'zh-CN': '不能答复本单位提出的异议，请由其他单位的督查人员答复。',
    en: 'Nobody answers an objection of the own unit. Ask a dispatcher of another unit.',
  },
  'objection.answered': {
    status: 409,
    'zh-CN': '这件异议已经答复，答复不能更改。',
    en: 'This objection has been answered, and the answer stands.',
  },
  'objection.exempt_needs_upheld': {
    status: 422,
    'zh-CN': '只有异议成立时才能剔除案件；请改为“成立”，或清空剔除的案件。',
    en: 'Cases are exempted only when the objection is upheld. Uphold it, or name no cases.',
  },
  'dashboard.outside': {
    status: 403,
    'zh-CN': '该单位不在您的查看范围内，请选择本单位或下级单位。',
    en: 'That unit lies outside of what you may see. Choose your own unit or one below it.',
  },
} as const satisfies ProblemTexts;
