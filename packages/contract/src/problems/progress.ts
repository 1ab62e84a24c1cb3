import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of period plans and of forecasts. */
export const progressProblems = {
  'period_plan.amount_invalid': {
    status: 422,
    'zh-CN': '数量“{amount}”有误：应为 0 至 {most} 的整数（按最小计量单位填写）。',
    en: 'The amount "{amount}" is not valid: a whole number of the smallest step, 0 to {most}.',
  },
  'period_plan.no_schedule': {
    status: 422,
    'zh-CN': '没有可供分解的进度安排。请先排定工作，或至少给一个时段非零的权重。',
    en: 'There is no schedule to split along. Schedule the work first, or give at least one stretch a weight above 0.',
  },
  'period_plan.span_invalid': {
    status: 422,
    'zh-CN': '第 {row} 个时段（{first} 至 {last}）有误：日期须存在且在日历范围内，起始不晚于截止。',
    en: 'Stretch {row} ({first} to {last}) is not valid: existing dates within the calendar, the first not after the last.',
  },
  'period_plan.kind_does_not_nest': {
    status: 422,
    'zh-CN': '计划不能按“{kind}”分解：请选旬、月或季（周不能整除月）。',
    en: 'A plan cannot be split by "{kind}": choose 旬, month or quarter (weeks do not fill a month).',
  },
  'period_plan.too_long': {
    status: 422,
    'zh-CN': '计划共 {parts} 期，超过上限 {most} 期。请核对起止日期，或改按月、季分解。',
    en: 'The plan has {parts} periods, more than {most}. Check its dates, or split it by months or quarters.',
  },
  'period_plan.period_outside': {
    status: 422,
    'zh-CN': '时段 {period} 不在该计划内。',
    en: 'The period {period} lies outside this plan.',
  },
  'period_plan.period_past': {
    status: 409,
    'zh-CN': '时段 {period} 已经过去，不能再改计划；请调整以后的时段。',
    en: 'The period {period} is past and its plan stays. Change later periods instead.',
  },
  'period_plan.below_past': {
    status: 409,
    'zh-CN': '时段 {period} 中已过去的部分计划为 {past}，总数不能改为 {amount}。',
    en: 'What is past of the period {period} was planned as {past}; it cannot be {amount} in all.',
  },
  'period_plan.nothing_later': {
    status: 409,
    'zh-CN': '{period} 之后没有足够的计划量可调：其余已计划 {planned}，目标 {total}。',
    en: 'After {period} there is not enough left to change: {planned} are planned besides, of {total}.',
  },
  'forecast.total_unknown': {
    status: 409,
    'zh-CN': '目标总量不明，不作预测。请先核定总量。',
    en: 'The total is unknown, so nothing is forecast. Settle the total first.',
  },
  'forecast.too_few_readings': {
    status: 409,
    'zh-CN': '仅有 {count} 次已知进度，至少需要 {least} 次才作预测。',
    en: 'There are {count} known readings; a forecast needs at least {least}.',
  },
  'forecast.readings_out_of_order': {
    status: 422,
    'zh-CN': '第 {row} 次进度的日期早于前一次，请按日期先后排列。',
    en: 'Reading {row} is dated before the one before it. Put readings in the order of their dates.',
  },
  'forecast.date_invalid': {
    status: 422,
    'zh-CN': '日期“{date}”（第 {row} 次进度；0 为期限或曲线日期）不存在或超出可预测的范围。',
    en: 'The date "{date}" (reading {row}; 0 is the deadline or a day of the curve) does not exist or is out of range.',
  },
  'forecast.amount_invalid': {
    status: 422,
    'zh-CN': '数量“{amount}”（第 {row} 次进度；0 为目标总量）有误：应为不小于 0 的数。',
    en: 'The amount "{amount}" (reading {row}; 0 is the total) is not valid: a number of 0 or more.',
  },
} as const satisfies ProblemTexts;
