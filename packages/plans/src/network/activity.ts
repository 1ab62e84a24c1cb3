import type { CivilDate } from '@duban/calendar/civil-date';

/**
 * What a plan network 网络计划 is made of: activities 工作 with a duration in working days of their own calendar, and
 * links 搭接关系 between them. Plain data as people enter it; `whyNotNetwork` says what is wrong with it.
 */
export type Activity = {
  readonly id: string;
  readonly name: string;
  /** whole working days of the activity's calendar; 0 is a milestone 里程碑 */
  readonly duration: number;
  /** the fewest working days it can be done in, for repairs; without it one day */
  readonly shortest?: number;
  /** which of the network's calendars it works by; without one, the network's first */
  readonly calendar?: string;
  /** the section 分项 it belongs to (拆迁, 绿化 …) */
  readonly section?: string;
  readonly fixed?: readonly FixedDate[];
  readonly progress?: ActivityProgress;
  /** the law or a procedure sets its length (公示, 论证): no repair proposes to shorten it */
  readonly rigid?: boolean;
};

/** What is already a fact: facts are never moved by links. `remaining` is in working days, by default the rest. */
export type ActivityProgress = {
  readonly started: CivilDate;
  readonly finished?: CivilDate;
  readonly remaining?: number;
};

/**
 * A date that is given and not computed 强制时限. Starts name the first day worked, finishes the last. On a day off, a
 * start moves to the next working day and a finish to the one before.
 */
export type FixedDate = { readonly kind: FixedDateKind; readonly date: CivilDate };

export const FIXED_DATE_KINDS = [
  'start_on',
  'finish_on',
  'start_no_earlier',
  'start_no_later',
  'finish_no_earlier',
  'finish_no_later',
] as const;
export type FixedDateKind = (typeof FIXED_DATE_KINDS)[number];

/** From which end of the predecessor to which end of the successor: 完成到开始, 开始到开始, 完成到完成, 开始到完成. */
export const LINK_KINDS = ['finish_start', 'start_start', 'finish_finish', 'start_finish'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LAG_TIMES = ['working', 'calendar'] as const;
export type LagTime = (typeof LAG_TIMES)[number];

export type Link = {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** days to wait 时距; negative lets the two overlap */
  readonly lag?: number;
  /** `working` days of the successor's calendar (the default), or `calendar` days (concrete cures on Sundays too) */
  readonly lagTime?: LagTime;
  /** no repair proposes to overlap it */
  readonly rigid?: boolean;
};
