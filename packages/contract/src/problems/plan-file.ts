import type { ProblemTexts } from '../problem-texts.ts';

/** Problems of files that carry a plan in or out. */
export const planFileProblems = {
  'plan_file.not_json': {
    status: 422,
    'zh-CN': '文件不是有效的 JSON：{reason}',
    en: 'The file is not valid JSON: {reason}',
  },
  'plan_file.field_invalid': {
    status: 422,
    'zh-CN': '文件中“{field}”有误：{reason}（另有 {more} 处）。',
    en: 'The field "{field}" of the file is not valid: {reason} ({more} more).',
  },
  'plan_file.today_missing': {
    status: 422,
    'zh-CN': '文件用到了日期或日历（{field}），但没有“today”。请写明今天的日期，或去掉日期。',
    en: 'The file uses dates or calendars ({field}) but has no "today". Add it, or leave out the dates.',
  },
  'plan_file.date_wanted': {
    status: 422,
    'zh-CN': '有“today”的文件按日期填写，第 {period} 期请改为日期。',
    en: 'A file with "today" is written in dates; put a date instead of period {period}.',
  },
  'plan_file.too_large': {
    status: 413,
    'zh-CN': '文件 {size} 字节，超过上限 {most} 字节。',
    en: 'The file has {size} bytes; at most {most} are read.',
  },
  'plan_file.not_xml': {
    status: 422,
    'zh-CN': '文件不是有效的 XML（第 {line} 行）：{reason}',
    en: 'The file is not valid XML (line {line}): {reason}',
  },
  'plan_file.not_mspdi': {
    status: 422,
    'zh-CN': '文件不是 Microsoft Project XML：根元素应为 Project，实为“{found}”。请在软件中“另存为 XML”。',
    en: 'The file is not Microsoft Project XML: its root is "{found}", not Project. Save it as XML in that program.',
  },
  'plan_file.element_invalid': {
    status: 422,
    'zh-CN': '任务“{task}”（UID {uid}）的“{element}”无法识别：{value}',
    en: 'The {element} of task "{task}" (UID {uid}) cannot be read: {value}',
  },
  'plan_file.no_start': {
    status: 422,
    'zh-CN': '文件没有项目开始日期（StartDate），无法确定计划从何时起排。',
    en: 'The file has no start date of the project (StartDate), so the plan has no beginning.',
  },
  'plan_file.external_task': {
    status: 422,
    'zh-CN': '任务“{task}”连到另一个文件中的任务（{value}）。请先在原软件中断开或合并。',
    en: 'The task "{task}" is linked to a task of another file ({value}). Unlink or merge them in that program first.',
  },
} as const satisfies ProblemTexts;
