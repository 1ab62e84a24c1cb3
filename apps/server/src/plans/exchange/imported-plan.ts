import type { CrewNeeds } from '@duban/plans/network/crew-project';
import type { Network } from '@duban/plans/network/network';

/** A plan as another program wrote it, in our words, with everything that had to be changed on the way. */
export type ImportedPlan = {
  readonly name: string;
  readonly network: Network;
  /** null when nobody is assigned to anything */
  readonly needs: CrewNeeds | null;
  readonly notes: readonly ImportNote[];
};

/** What does not fit our plan as it stood, so that a person can look at it. Never dropped without a note. */
export type ImportNote = {
  readonly code: keyof typeof importNotes;
  /** id and name of the activity, or of the calendar */
  readonly id: string;
  readonly name: string;
  /** what the file says */
  readonly value: string;
};

export const importNotes = {
  duration_rounded: { 'zh-CN': '工期不是整天，已进位为整天', en: 'the duration was not whole days and is rounded up' },
  lag_rounded: { 'zh-CN': '时距不是整天，已取整', en: 'the lag was not whole days and is rounded away from 0' },
  as_late_as_possible: {
    'zh-CN': '“越晚越好”不作为约束，最迟时间由倒排给出',
    en: '"as late as possible" is no constraint here: latest dates are counted back from the deadline',
  },
  manually_scheduled: {
    'zh-CN': '手动排定的任务，按“必须开始于”导入',
    en: 'scheduled by hand; imported as "must start on"',
  },
  inactive: { 'zh-CN': '已停用的任务，未导入', en: 'an inactive task was left out' },
  recurring_exception: {
    'zh-CN': '日历中的重复例外未导入，请改填停工期',
    en: 'a recurring exception of the calendar was left out; enter it as a stop window',
  },
  resource_not_work: { 'zh-CN': '材料或成本类资源未导入', en: 'a material or cost resource was left out' },
  constraint_lost: {
    'zh-CN': '多个时限只能写出一个，其余未写出',
    en: 'of several fixed dates only one can be written',
  },
  summary_constraint: { 'zh-CN': '摘要任务上的时限未导入', en: 'the fixed date of a summary task was left out' },
} as const;
