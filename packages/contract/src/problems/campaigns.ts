import type { ProblemTexts } from '../problem-texts.ts';

/** Why a campaign cannot be written down, changed or ended. */
export const campaignProblems = {
  'campaign.role_needed': {
    status: 403,
    'zh-CN': '专项行动由调度员或牵头单位（及其上级）的领导编制；请联系他们。',
    en: 'Campaigns are planned by dispatchers and by leaders of the unit in charge or above it. Ask one of them.',
  },
  'campaign.span_reversed': {
    status: 400,
    'zh-CN': '截止日期 {last} 早于开始日期 {first}；请改正其中一个。',
    en: 'The last day {last} is before the first day {first}. Correct one of them.',
  },
  'campaign.ended': {
    status: 409,
    'zh-CN': '专项行动{campaign_state}，内容不能再改；需要继续时先“恢复”。',
    en: 'The campaign is {campaign_state} and cannot be changed. Reopen it first if it goes on.',
  },
  'campaign.wrong_state': {
    status: 409,
    'zh-CN': '专项行动{campaign_state}，不能{campaign_verb}。',
    en: 'The campaign is {campaign_state}; it cannot {campaign_verb} now.',
  },
  'campaign.projects_open': {
    status: 409,
    'zh-CN': '还有 {count} 个项目没有竣工；先办结或中止它们，再结束专项行动。',
    en: '{count} projects are not completed. Complete or withdraw them before the campaign is closed.',
  },
  'campaign.parent_own_part': {
    status: 409,
    'zh-CN': '上级专项行动不能是它自己或它下面的部分；请另选。',
    en: 'A campaign cannot be a part of itself or of one of its parts. Choose another one.',
  },
  'campaign.tag_taken': {
    status: 409,
    'zh-CN': '这个标签已属于另一个专项行动；请换一个标签。',
    en: 'This tag already belongs to another campaign. Choose another tag.',
  },
} as const satisfies ProblemTexts;
