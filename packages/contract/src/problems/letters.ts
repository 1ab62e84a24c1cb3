import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of responsibility letters. */
export const letterProblems = {
  'letter.wrong_state': {
    status: 409,
    'zh-CN': '该责任书当前为“{letter_state}”，不能“{letter_verb}”。',
    en: 'This letter is in the state "{letter_state}" and cannot be acted on by "{letter_verb}".',
  },
  'letter.person_missing': {
    status: 422,
    'zh-CN': '责任书须落实到具体责任人，请指定。',
    en: 'A responsibility letter names the person who answers. Name one.',
  },
  'letter.empty': {
    status: 422,
    'zh-CN': '责任书没有任何目标。请先设定目标或任务。',
    en: 'The letter has no targets. Set targets or tasks first.',
  },
  'letter.target_twice': {
    status: 422,
    'zh-CN': '第 {row} 项与第 {other} 项是同一目标，请合并。',
    en: 'Row {row} is the same target as row {other}. Merge them.',
  },
  'letter.text_missing': { status: 422, 'zh-CN': '第 {row} 项没有内容。', en: 'Row {row} says nothing.' },
  'letter.amount_invalid': {
    status: 422,
    'zh-CN': '第 {row} 项的数量“{amount}”有误：应为不小于 0 的整数（按最小计量单位）。',
    en: 'The amount "{amount}" in row {row} is not valid: a whole number of the smallest step, 0 or more.',
  },
  'letter.unit_missing': {
    status: 422,
    'zh-CN': '第 {row} 项有数量而没有计量单位。',
    en: 'Row {row} has an amount without a unit.',
  },
  'letter.date_missing': {
    status: 422,
    'zh-CN': '第 {row} 项没有有效的完成时限。',
    en: 'Row {row} has no valid date by which it is due.',
  },
  'letter.date_past': {
    status: 409,
    'zh-CN': '第 {row} 项的时限 {date} 已过（今天 {today}），请先调整时限。',
    en: 'The date {date} in row {row} is past (today is {today}). Move it first.',
  },
  'letter.not_yours': {
    status: 403,
    'zh-CN': '只有责任书上指定的责任人本人可以签订或提出异议。',
    en: 'Only the person named in the letter signs it or objects to it.',
  },
  'letter.text_changed': {
    status: 409,
    'zh-CN': '责任书内容与您看到的不一致。请刷新后重新阅读再签订。',
    en: 'The letter is not the one you read. Reload it, read it again, then sign.',
  },
  'letter.not_the_issuer': {
    status: 403,
    'zh-CN': '只有发出单位可以换发或撤回责任书。',
    en: 'Only the unit that issued the letter replaces or withdraws it.',
  },
  'letter.reason_missing': { status: 422, 'zh-CN': '请写明原因。', en: 'Give a reason.' },
} as const satisfies ProblemTexts;
