import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of reported quantities and of change orders. */
export const readingProblems = {
  'reading.wrong_state': {
    status: 409,
    'zh-CN': '该进度填报当前为“{reading_state}”，不能“{reading_verb}”。',
    en: 'This reading is in the state "{reading_state}" and cannot be acted on by "{reading_verb}".',
  },
  'reading.not_the_maker': {
    status: 403,
    'zh-CN': '只有填报人本人可以提交。请填报人提交，或退回后由您另行填报。',
    en: 'Only the person who made the reading submits it. Ask that person, or make one of your own.',
  },
  'reading.own_work': {
    status: 403,
    'zh-CN': '填报、审核、审定须由三个人分别完成，您已经手过这条填报。请换一位同事办理。',
    en: 'Making, checking and approving take three people, and you had this reading in hand already. Ask a colleague.',
  },
  'reading.own_unit': {
    status: 403,
    'zh-CN': '本单位的填报须由其他单位审定。请提交牵头部门审定。',
    en: "A unit's reading is approved by another unit. Leave it to the unit that leads.",
  },
  'reading.amount_invalid': {
    status: 422,
    'zh-CN': '数量“{amount}”有误：应为不小于 0 的整数（按最小计量单位）。',
    en: 'The amount "{amount}" is not valid: a whole number of the smallest step, 0 or more.',
  },
  'reading.date_invalid': {
    status: 422,
    'zh-CN': '“{as_of}”不是存在的日期。',
    en: '"{as_of}" is not an existing date.',
  },
  'reading.in_future': {
    status: 422,
    'zh-CN': '截止日期 {as_of} 晚于今天（{today}），尚未发生的不能填报。',
    en: '{as_of} is after today ({today}); what has not happened cannot be reported.',
  },
  'reading.nothing_approved': {
    status: 409,
    'zh-CN': '该指标尚未批准数量（单位：{unit}），不能填报。请先核定批准数。',
    en: 'No amount is approved for this measure yet (in {unit}). Have it approved first.',
  },
  'reading.above_approved': {
    status: 409,
    'zh-CN': '填报数 {amount}{unit} 超过批准数 {approved}{unit}。确有增加的，请先办理变更。',
    en: 'The amount {amount} {unit} is above the approved {approved} {unit}. If more was done, file a change order first.',
  },
  'reading.below_earlier': {
    status: 409,
    'zh-CN': '累计数 {amount} 小于 {as_of} 已审定的 {earlier}。若原数有误，请更正原来的填报。',
    en: 'The cumulative {amount} is less than {earlier}, approved as of {as_of}. If that was wrong, correct that reading.',
  },
  'reading.above_later': {
    status: 409,
    'zh-CN': '累计数 {amount} 大于 {as_of} 已审定的 {later}。若原数有误，请更正原来的填报。',
    en: 'The cumulative {amount} is more than {later}, approved as of {as_of}. If that was wrong, correct that reading.',
  },
  'reading.reason_missing': {
    status: 422,
    'zh-CN': '请写明原因。',
    en: 'Give a reason.',
  },
  'reading.nothing_changed': {
    status: 409,
    'zh-CN': '更正后的数量和日期与原来相同。',
    en: 'The correction says what the reading says already.',
  },
  'reading.correction_under_way': {
    status: 409,
    'zh-CN': '{as_of} 的填报已有一份更正在办理，请先办完。',
    en: 'A correction of the reading as of {as_of} is under way. Finish it first.',
  },
  'reading.corrected_already': {
    status: 409,
    'zh-CN': '{as_of} 的填报已被更正，请在最新版本上更正。',
    en: 'The reading as of {as_of} was corrected already. Correct its latest version.',
  },
  'reading.evidence_missing': {
    status: 422,
    'zh-CN': '依据不足。该指标为{evidence_risk}。',
    en: 'The evidence is not enough. This measure is {evidence_risk}.',
  },
  'reading.evidence_empty': {
    status: 422,
    'zh-CN': '“{evidence_kind}”是空的，请补全或删除。',
    en: 'The {evidence_kind} is empty. Complete or remove it.',
  },
  'change_order.stale': {
    status: 409,
    'zh-CN': '批准数已变为 {standing}，变更单依据的是 {from}。请按最新批准数重新填写。',
    en: 'The approved amount is {standing} by now; the order was written for {from}. Write it anew.',
  },
  'change_order.nothing_changed': {
    status: 409,
    'zh-CN': '批准数已经是 {amount}，无需变更。',
    en: 'The approved amount is {amount} already.',
  },
  'change_order.reason_missing': {
    status: 422,
    'zh-CN': '请写明变更原因。',
    en: 'Give the reason for the change.',
  },
  'change_order.own_request': {
    status: 403,
    'zh-CN': '变更须由申请人以外的人批准。',
    en: 'A change is approved by somebody else than who asked for it.',
  },
  'change_order.below_reported': {
    status: 409,
    'zh-CN': '变更后的数量 {to} 小于已审定完成的 {reported}。若完成数有误，请先更正填报。',
    en: 'The new amount {to} is below the {reported} approved as done. If that is wrong, correct the reading first.',
  },
} as const satisfies ProblemTexts;
