import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of schedules with limited crews. Rows count from 1 in their list; a field is written as its path. */
export const crewScheduleProblems = {
  'crew_schedule.unreadable': {
    status: 422,
    'zh-CN': '第 {line} 行无法读取：此处应为“{wanted}”，实际为“{found}”。请核对是否为完整的 PSPLIB 单模式（.sm）文件。',
    en: 'Line {line} cannot be read: "{wanted}" was expected, found "{found}". Check that this is a whole single-mode PSPLIB file (.sm).',
  },
  'crew_schedule.empty': {
    status: 422,
    'zh-CN': '没有工作可排，请至少添加一项。',
    en: 'There is no activity to schedule. Add at least one.',
  },
  'crew_schedule.too_large': {
    status: 422,
    'zh-CN': '“{field}”为 {count}，超过上限 {most}。请核对数据，或把工程分成几个。',
    en: '"{field}" comes to {count}; at most {most} can be computed. Check the data or split the project.',
  },
  'crew_schedule.wrong_value': {
    status: 422,
    'zh-CN': '第 {row} 行“{field}”的值“{value}”无效，请改为允许范围内的整数或选项。',
    en: 'The value "{value}" of "{field}" (row {row}) is not valid. Use a whole number or a choice within its range.',
  },
  'crew_schedule.repeated': {
    status: 422,
    'zh-CN': '第 {row} 行“{field}”的编号“{id}”重复，请改用不同编号。',
    en: 'The id "{id}" of "{field}" (row {row}) is used already. Use another.',
  },
  'crew_schedule.unknown_name': {
    status: 422,
    'zh-CN': '第 {row} 行“{field}”引用了不存在的“{id}”，请先添加或更正。',
    en: '"{field}" (row {row}) names "{id}", which does not exist. Add it or correct the name.',
  },
  'crew_schedule.self_link': {
    status: 422,
    'zh-CN': '第 {row} 条搭接让工作“{activity}”等待自己，请删除。',
    en: 'Link {row} makes the activity "{activity}" wait for itself. Delete it.',
  },
  'crew_schedule.maximum_lag': {
    status: 422,
    'zh-CN': '第 {row} 条搭接（{from} → {to}）规定了最长间隔，队伍排程不支持。请改为最短间隔。',
    en: 'Link {row} ({from} → {to}) sets a longest lag, which scheduling with crews does not support. Use a shortest lag.',
  },
  'crew_schedule.circle': {
    status: 422,
    'zh-CN': '工作互相等待，形成循环：{chain}。请去掉其中一条搭接。',
    en: 'Activities wait for each other in a circle: {chain}. Remove one of these links.',
  },
  'crew_schedule.demand_over_capacity': {
    status: 422,
    'zh-CN':
      '第 {row} 项工作“{activity}”需要队伍“{crew}” {demand} 个单位，而该队伍最多只有 {capacity} 个。请增加队伍或减少需求。',
    en: 'Activity "{activity}" (row {row}) needs {demand} of crew "{crew}", which never has more than {capacity}. Add to the crew or lower the demand.',
  },
  'crew_schedule.never_fits': {
    status: 422,
    'zh-CN': '第 {row} 项工作“{activity}”即使单独施工也找不到可行时段：请核对其日历、队伍变化、停工期和是否允许中断。',
    en: 'Activity "{activity}" (row {row}) finds no time even alone. Check its calendar, the changes of its crews, the stop windows, and whether it may be interrupted.',
  },
  'crew_schedule.cost_over_budget': {
    status: 422,
    'zh-CN': '第 {row} 项工作“{activity}”需要资金 {cost}，而全部到位资金只有 {released}，缺 {gap}。请补足资金。',
    en: 'Activity "{activity}" (row {row}) costs {cost}, but only {released} is ever released: {gap} is missing. Secure the money.',
  },
  'crew_schedule.budget_short': {
    status: 422,
    'zh-CN': '全部工作需要资金 {cost}，到位资金 {released}，缺 {gap}。请补足资金或减少工作。',
    en: 'All activities together cost {cost}, but only {released} is released: {gap} is missing. Secure the money or drop activities.',
  },
  'crew_schedule.none_found': {
    status: 422,
    'zh-CN': '试了 {schedules} 个方案仍未找到可行安排（不能证明没有）。请放宽队伍后期能力、停工期或搭接。',
    en: 'No schedule was found in {schedules} tries, which is no proof that there is none. Ease the later capacities, the stop windows or the links.',
  },
} as const satisfies ProblemTexts;
