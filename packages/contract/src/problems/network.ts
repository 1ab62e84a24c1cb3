import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of plan networks. Rows count from 1 in their list. */
export const networkProblems = {
  'network.too_large': {
    status: 422,
    'zh-CN': '“{network_list}”共 {count} 行，超过上限 {most} 行。请核对文件，或把计划分成几个。',
    en: 'There are {count} {network_list}; at most {most} can be computed. Check the file or split the plan.',
  },
  'network.calendar_missing': {
    status: 422,
    'zh-CN': '计划没有日历。请至少设一个，例如“工作日”。',
    en: 'The plan has no calendar. Give it at least one, such as office working days.',
  },
  'network.id_missing': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行没有编号。请为每行填写编号。',
    en: 'Row {row} of the {network_list} has no id. Give every row one.',
  },
  'network.id_too_long': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行的编号“{id}”超过 {most} 个字符，请改短。',
    en: 'The id "{id}" in row {row} of the {network_list} is longer than {most} characters. Shorten it.',
  },
  'network.id_duplicate': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行的编号“{id}”与第 {other} 行重复，请改用不同编号。',
    en: 'The id "{id}" in row {row} of the {network_list} is that of row {other} already. Use another.',
  },
  'network.calendar_unknown': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行“{id}”所用日历“{calendar}”不存在，请选用计划中的日历。',
    en: 'Row {row} of the {network_list}, "{id}", works by the calendar "{calendar}", which the plan does not have.',
  },
  'network.calendar_week_unknown': {
    status: 422,
    'zh-CN':
      '第 {row} 个日历“{calendar}”的工作日“{week}”无法识别：请填 office、every_day，或 1（周一）至 7（周日）的列表。',
    en: 'The week "{week}" of calendar "{calendar}" (row {row}) is unknown: office, every_day, or a list of 1 (Monday) to 7 (Sunday).',
  },
  'network.calendar_never_works': {
    status: 422,
    'zh-CN': '第 {row} 个日历“{calendar}”没有一天工作，请缩短停工期。',
    en: 'Calendar "{calendar}" (row {row}) works on no day at all. Shorten its stop windows.',
  },
  'network.stop_window_invalid': {
    status: 422,
    'zh-CN': '第 {row} 个日历“{calendar}”的停工期“{window}”有误：请填月-日（每年）或完整日期，起始不晚于截止。',
    en: 'The stop window {window} of calendar "{calendar}" (row {row}) is not valid: MM-DD for every year, or full dates with the first not after the last.',
  },
  'network.date_outside_calendar': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行“{id}”的日期“{date}”不存在，或不在日历范围（{first} 至 {last}）内。',
    en: 'The date "{date}" of "{id}" (row {row} of the {network_list}) does not exist or lies outside the calendar ({first} to {last}).',
  },
  'network.days_negative': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行“{id}”的天数为 {days}，不能为负。',
    en: 'Row {row} of the {network_list}, "{id}", has {days} days; days cannot be negative.',
  },
  'network.days_not_whole': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行“{id}”的天数“{days}”不是整数，请按工作日填写整天数。',
    en: 'Row {row} of the {network_list}, "{id}", has "{days}" days. Give a whole number of working days, without a unit.',
  },
  'network.days_too_many': {
    status: 422,
    'zh-CN': '“{network_list}”第 {row} 行“{id}”的天数 {days} 超过上限 {most}，请核对。',
    en: 'Row {row} of the {network_list}, "{id}", has {days} days; at most {most} are allowed. Check it.',
  },
  'network.shortest_above_duration': {
    status: 422,
    'zh-CN': '第 {row} 行“{id}”的最短工期 {shortest} 天大于工期 {duration} 天，请核对。',
    en: 'The shortest duration of "{id}" (row {row}), {shortest} days, is above its duration of {duration} days.',
  },
  'network.fixed_kind_unknown': {
    status: 422,
    'zh-CN': '第 {row} 行“{id}”的强制时限类型“{kind}”无法识别。',
    en: 'The kind "{kind}" of a fixed date of "{id}" (row {row}) is unknown.',
  },
  'network.progress_in_future': {
    status: 422,
    'zh-CN': '第 {row} 行“{id}”的实际日期 {date} 晚于今天（{today}）。尚未发生的请填计划日期。',
    en: 'The actual date {date} of "{id}" (row {row}) is after today ({today}). What has not happened yet is a planned date.',
  },
  'network.progress_out_of_order': {
    status: 422,
    'zh-CN': '第 {row} 行“{id}”的实际完成 {finished} 早于实际开始 {started}，请核对。',
    en: '"{id}" (row {row}) is finished on {finished}, before it was started on {started}.',
  },
  'network.remaining_contradicts': {
    status: 422,
    'zh-CN': '第 {row} 行“{id}”的剩余工期 {remaining} 天与其状态不符：已完成的应为 0，未完成的应大于 0。',
    en: '{remaining} remaining days do not fit "{id}" (row {row}): none are left of finished work, at least one of the rest.',
  },
  'network.activity_unknown': {
    status: 404,
    'zh-CN': '计划中没有工作“{id}”。',
    en: 'The plan has no activity "{id}".',
  },
  'network.link_unknown': {
    status: 404,
    'zh-CN': '计划中没有第 {row} 条搭接。',
    en: 'The plan has no link in row {row}.',
  },
  'network.link_end_unknown': {
    status: 422,
    'zh-CN': '第 {row} 条搭接（{from} → {to}）指向的工作“{id}”不存在。请先添加该工作，或改正编号。',
    en: 'Link {row} ({from} → {to}) names the activity "{id}", which does not exist. Add it or correct the id.',
  },
  'network.link_to_itself': {
    status: 422,
    'zh-CN': '第 {row} 条搭接把工作“{id}”连到它自己，请删除或改正。',
    en: 'Link {row} ties the activity "{id}" to itself. Remove or correct it.',
  },
  'network.link_kind_unknown': {
    status: 422,
    'zh-CN': '第 {row} 条搭接（{from} → {to}）的类型“{kind}”无法识别。',
    en: 'The kind "{kind}" of link {row} ({from} → {to}) is unknown.',
  },
  'network.link_duplicate': {
    status: 422,
    'zh-CN': '第 {row} 条搭接（{from} → {to}）与第 {other} 条重复。请删除一条，或修改原有时距。',
    en: 'Link {row} ({from} → {to}) repeats link {other}. Remove one, or change the lag of the other.',
  },
  'network.lag_out_of_range': {
    status: 422,
    'zh-CN': '第 {row} 条搭接（{from} → {to}）的时距“{lag}”有误：应为绝对值不超过 {most} 的整数天。',
    en: 'The lag "{lag}" of link {row} ({from} → {to}) is not valid: whole days, at most {most} either way.',
  },
  'network.lag_unit_unknown': {
    status: 422,
    'zh-CN':
      '第 {row} 条搭接（{from} → {to}）的时距单位“{unit}”无法识别：请填 working（工作日）或 calendar（日历天）。',
    en: 'The unit "{unit}" of the lag of link {row} ({from} → {to}) is unknown: working or calendar days.',
  },
  'network.gate_activity_unknown': {
    status: 422,
    'zh-CN': '第 {row} 个决策程序所对应的工作“{id}”不存在。',
    en: 'Decision gate {row} stands before the activity "{id}", which does not exist.',
  },
  'network.pair_activity_unknown': {
    status: 422,
    'zh-CN': '第 {row} 组拆建配对中的工作“{id}”不存在。',
    en: 'Replacement pair {row} names the activity "{id}", which does not exist.',
  },
  'network.pair_with_itself': {
    status: 422,
    'zh-CN': '第 {row} 组拆建配对把“{id}”与它自己配对。请选另一项便民设施工作。',
    en: 'Replacement pair {row} pairs "{id}" with itself. Choose the activity that replaces it.',
  },
  'network.pair_not_earlier': {
    status: 422,
    'zh-CN': '第 {row} 组拆建配对：便民设施“{replacement}”至少须比“{removal}”早 1 个工作日完成。',
    en: 'Replacement pair {row}: "{replacement}" must be finished at least one working day before "{removal}".',
  },
  'network.cycle': {
    status: 422,
    'zh-CN': '搭接关系成环，无法推算：{chain}。请断开其中一条（第 {rows} 条）。',
    en: 'The links go round in a circle and cannot be computed: {chain}. Break one of them (rows {rows}).',
  },
  'network.beyond_calendar': {
    status: 422,
    'zh-CN': '工作“{id}”会排到日历的最后一天（{last}）之后，请核对工期和时距。',
    en: 'The activity "{id}" would end after the last day of the calendar ({last}). Check durations and lags.',
  },
  'network.before_calendar': {
    status: 422,
    'zh-CN': '从期限倒排，工作“{id}”会排到日历的第一天（{first}）之前，请核对期限、工期和时距。',
    en: 'Counted back from the deadline, "{id}" would begin before the first day of the calendar ({first}). Check deadline, durations and lags.',
  },
} as const satisfies ProblemTexts;
