import type { ProblemTexts } from '../problem-texts.ts';

/** Why a project or its plan cannot be written down, changed or confirmed. */
export const projectProblems = {
  'project.role_needed': {
    status: 403,
    'zh-CN': '项目由调度员、专项行动或项目牵头单位（及其上级）的领导编制，由项目的责任单位实施；请联系他们。',
    en: 'Projects are planned by dispatchers and leaders of the units in charge, and carried out by their own units. Ask one of them.',
  },
  'project.span_reversed': {
    status: 400,
    'zh-CN': '完成期限 {last} 早于开始日期 {first}；请改正其中一个。',
    en: 'The last day {last} is before the first day {first}. Correct one of them.',
  },
  'project.after_campaign': {
    status: 400,
    'zh-CN': '完成期限 {last} 晚于专项行动的截止日期 {campaign_last}；请提前项目期限，或先延长专项行动。',
    en: 'The last day {last} is after that of the campaign, {campaign_last}. Move it forward, or extend the campaign first.',
  },
  'project.ended': {
    status: 409,
    'zh-CN': '项目{project_state}，内容不能再改。',
    en: 'The project is {project_state} and cannot be changed any more.',
  },
  'project.wrong_state': {
    status: 409,
    'zh-CN': '项目{project_state}，不能{project_verb}。',
    en: 'The project is {project_state}; it cannot {project_verb} now.',
  },
  'project.own_work': {
    status: 409,
    'zh-CN': '完成情况须由项目责任单位以外的人确认；请调度员或牵头单位的人确认。',
    en: 'Completion is confirmed by somebody outside the units of the project. Ask a dispatcher or the lead of the campaign.',
  },
  'project.unit_unknown': {
    status: 400,
    'zh-CN': '所选单位不存在或已撤销；请重新选择。',
    en: 'A chosen unit does not exist or is closed. Choose another one.',
  },
  'project.person_unknown': {
    status: 400,
    'zh-CN': '所选责任人不存在或已停用；请重新选择。',
    en: 'A chosen person does not exist or was deactivated. Choose another one.',
  },
  'project.stage_unknown': {
    status: 400,
    'zh-CN': '阶段不在本区的阶段表中；请从列表中选择。',
    en: 'The stage is not in the vocabulary of this jurisdiction. Choose one of the list.',
  },
  'stage.in_use': {
    status: 409,
    'zh-CN': '还有项目或工作处在“{stage}”阶段，不能去掉它；先改变它们的阶段。',
    en: 'Projects or activities still stand in the stage “{stage}”. Move them to another stage first.',
  },
  'stage.code_twice': {
    status: 400,
    'zh-CN': '阶段代码“{stage}”出现了两次；请改正。',
    en: 'The stage code “{stage}” is there twice. Correct it.',
  },
} as const satisfies ProblemTexts;
