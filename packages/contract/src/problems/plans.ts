import type { ProblemTexts } from '../problem-texts.ts';

/** Why an edit of a plan makes no sense. What is wrong with the network that it leaves is in `network.ts`. */
export const planProblems = {
  'plan.row_unknown': {
    status: 400,
    'zh-CN': '第 {edit} 处修改所指的工作不在这份计划中；请刷新后重试。',
    en: 'Edit {edit} names an activity that is not in this plan. Refresh and try again.',
  },
  'plan.row_exists': {
    status: 409,
    'zh-CN': '第 {edit} 处修改要新增的工作已经存在；请刷新后重试。',
    en: 'Edit {edit} adds an activity that is already there. Refresh and try again.',
  },
  'plan.link_unknown': {
    status: 400,
    'zh-CN': '第 {edit} 处修改所指的搭接关系不存在；请刷新后重试。',
    en: 'Edit {edit} names a link that does not exist. Refresh and try again.',
  },
  'plan.link_exists': {
    status: 409,
    'zh-CN': '第 {edit} 处修改：这两项工作之间已有同样的搭接关系；请修改原有的一条。',
    en: 'Edit {edit}: the two activities already have a link of this kind. Change that one.',
  },
  'plan.not_section': {
    status: 400,
    'zh-CN': '第 {edit} 处修改：只有同一项目的分项下面可以放工作，分项也不能放进自己里面。',
    en: 'Edit {edit}: rows go only into a section of the same project, and no section into itself.',
  },
  'plan.section_linked': {
    status: 400,
    'zh-CN': '第 {edit} 处修改：分项没有搭接关系；请连接它下面的工作。',
    en: 'Edit {edit}: a section has no links. Link the activities in it.',
  },
  'plan.milestone_days': {
    status: 400,
    'zh-CN': '第 {edit} 处修改：里程碑和分项不占工作日，工期应为 0。',
    en: 'Edit {edit}: milestones and sections take no days. Set the duration to 0.',
  },
  'plan.facts_reversed': {
    status: 400,
    'zh-CN': '第 {edit} 处修改：先填实际开始日期，实际完成不能早于实际开始。',
    en: 'Edit {edit}: an activity begins before it ends. Give the day on which it began, and none earlier for its end.',
  },
  'plan.project_unknown': {
    status: 400,
    'zh-CN': '第 {edit} 处修改所指的项目不在这份计划中；请刷新后重试。',
    en: 'Edit {edit} names a project that is not in this plan. Refresh and try again.',
  },
  'plan.row_taken': {
    status: 409,
    'zh-CN': '要新增的一项工作用了已有的编号；请刷新后重新添加。',
    en: 'An activity to be added has an id that is taken. Refresh and add it again.',
  },
  'plan.elsewhere': {
    status: 400,
    'zh-CN': '这些修改涉及别的项目；请在那个项目的计划中修改。',
    en: 'These edits touch another project. Make them in the plan of that project.',
  },
} as const satisfies ProblemTexts;
