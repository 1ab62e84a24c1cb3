import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of calendars, working hours and time limits. */
export const calendarProblems = {
  'calendar.limit_unreadable': {
    status: 422,
    'zh-CN': '无法识别时限“{text}”。请写明数量和计时方式，如：7个工作日、15天、4小时、2紧急工作时、3个月。',
    en: 'The time limit "{text}" cannot be read. Give an amount and a clock, such as 7个工作日, 15天, 4小时, 2紧急工作时 or 3个月.',
  },
  'calendar.limit_out_of_range': {
    status: 422,
    'zh-CN': '时限 {amount} 超出范围：应大于 0、不超过 {longest}，自然日和月须为整数。',
    en: 'A time limit of {amount} is out of range: more than 0, at most {longest}, whole for calendar days and months.',
  },
  'calendar.start_out_of_range': {
    status: 422,
    'zh-CN': '起算时间或期限届满日超出日历范围（{first} 至 {last}），请核对日期。',
    en: 'The start or the end of the limit lies outside the calendar ({first} to {last}). Check the date.',
  },
  'calendar.hours_empty': {
    status: 422,
    'zh-CN': '请至少填写一个工作时段，如 08:00-12:00。',
    en: 'Give at least one stretch of working hours, such as 08:00-12:00.',
  },
  'calendar.hours_invalid': {
    status: 422,
    'zh-CN': '工作时段“{session}”有误：应为 HH:MM，开始早于结束，各时段按先后排列且不重叠。',
    en: 'The working hours "{session}" are not valid: HH:MM, beginning before end, in order and without overlap.',
  },
  'calendar.date_invalid': {
    status: 422,
    'zh-CN': '“{date}”不是存在的日期，请按 2026-02-12 的格式填写。',
    en: '"{date}" is not an existing date. Write it like 2026-02-12.',
  },
  'calendar.date_out_of_range': {
    status: 422,
    'zh-CN': '日期 {date} 超出日历范围（{first} 至 {last}）。',
    en: '{date} lies outside the calendar ({first} to {last}).',
  },
  'calendar.day_kind_unknown': {
    status: 422,
    'zh-CN': '{date} 的类型“{kind}”无法识别，请填“休”或“班”。',
    en: 'The kind "{kind}" of {date} is unknown. Use holiday (休) or workday (班).',
  },
  'calendar.day_name_missing': {
    status: 422,
    'zh-CN': '请填写 {date} 的名称，如“春节”。',
    en: 'Give {date} a name, such as 春节.',
  },
  'calendar.day_not_set': {
    status: 409,
    'zh-CN': '{date} 没有本地调整，无需恢复；国务院公布的安排请用“设为休息日/工作日”覆盖。',
    en: '{date} has no local change to take back. To differ from the published arrangement, set the day instead.',
  },
  'calendar.day_of_other_year': {
    status: 422,
    'zh-CN': '{date} 不属于 {year} 年的安排，请分年度导入。',
    en: '{date} does not belong to the arrangement of {year}. Import each year by itself.',
  },
  'calendar.nothing_changed': {
    status: 409,
    'zh-CN': '内容与现有日历相同，没有需要保存的改动。',
    en: 'This is what the calendar already says; there is nothing to save.',
  },
  'calendar.year_out_of_range': {
    status: 422,
    'zh-CN': '年度 {year} 超出日历范围（{first} 至 {last}）。',
    en: 'The year {year} lies outside the calendar ({first} to {last}).',
  },
  'calendar.year_already_published': {
    status: 409,
    'zh-CN': '{year} 年的安排已经公布；个别日期的变动请直接修改该日。',
    en: 'The arrangement of {year} is published already. Change single days directly.',
  },
  'calendar.year_incomplete': {
    status: 422,
    'zh-CN': '{year} 年尚不能公布，缺少法定节日：{missing}。请先补录这些休息日。',
    en: '{year} cannot be published yet. These statutory days off are missing: {missing}. Enter them first.',
  },
  'calendar.file_unreadable': {
    status: 415,
    'zh-CN': '无法读取该文件：{reason}。请上传 XLSX、CSV（UTF-8 或 GB18030）或 JSON 文件。',
    en: 'The file cannot be read: {reason}. Upload XLSX, CSV (UTF-8 or GB18030) or JSON.',
  },
} as const satisfies ProblemTexts;
