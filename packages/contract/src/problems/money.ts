import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of needs, sources and bookings. */
export const moneyProblems = {
  'money.sum_invalid': {
    status: 422,
    'zh-CN': '金额 {fen} 分有误：应为整数分，大于 0，不超过 {most} 分。请核对单位（元、万元、亿元）。',
    en: 'The sum of {fen} fen is not valid: whole fen above 0, at most {most}. Check the unit (yuan, 万元, 亿元).',
  },
  'money.kind_unknown': {
    status: 422,
    'zh-CN': '资金业务类型“{kind}”无法识别。',
    en: 'The kind of booking "{kind}" is unknown.',
  },
  'money.source_unknown': {
    status: 422,
    'zh-CN': '资金来源“{source}”无法识别。',
    en: 'The source "{source}" is unknown.',
  },
  'money.booked_already': {
    status: 409,
    'zh-CN': '编号 {id} 已经入账。',
    en: 'A booking {id} exists already.',
  },
  'money.above_secured': {
    status: 409,
    'zh-CN': '“{funding_source}”的到位金额将超出已落实金额 {sum}。请先登记下达或追加。',
    en: 'More would have arrived from {funding_source} than is secured, by {sum}. Book the commitment or supplement first.',
  },
  'money.above_received': {
    status: 409,
    'zh-CN': '“{funding_source}”的支付将超出已到位金额 {sum}。请先登记拨付或划拨。',
    en: 'More would be paid from {funding_source} than has arrived, by {sum}. Book what arrived first.',
  },
  'money.booking_unknown': {
    status: 404,
    'zh-CN': '没有编号为 {id} 的入账。',
    en: 'There is no booking {id}.',
  },
  'money.is_reversal': {
    status: 409,
    'zh-CN': '{id} 本身是冲销，不能再冲销。如需恢复，请重新入账。',
    en: '{id} is a reversal itself. To restore what it took back, book it anew.',
  },
  'money.reversed_already': {
    status: 409,
    'zh-CN': '{id} 已经冲销。',
    en: '{id} was reversed already.',
  },
  'money.reason_missing': {
    status: 422,
    'zh-CN': '请写明冲销原因。',
    en: 'Give the reason for the reversal.',
  },
  'money.account_closed': {
    status: 409,
    'zh-CN': '该项目已有决算，估算、概算、预算不再调整。决算有误的，请更正决算。',
    en: 'The project has its final account; earlier stages stay. If the final account is wrong, set it anew.',
  },
} as const satisfies ProblemTexts;
