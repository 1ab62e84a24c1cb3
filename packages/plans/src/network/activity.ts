import type { CivilDate } from '@duban/calendar/civil-date';

/**
 * What a plan network 计划网络 is made of: activities 工序 with a duration in working days of their own working-time
 * calendar, and links 搭接 between them. Plain data as people enter it; `checkNetwork` says what is wrong with it.
 */
export type Activity = {
  readonly id: string;
  readonly name: string;
  /** whole working days of the activity's calendar; 0 is a milestone 里程碑 */
  readonly duration: number;
  /** which of the network's calendars it works by; without one, the network's first */
  readonly calendar?: string;
  /** the section 工程分项 it belongs to (拆迁, 绿化 …) */
  readonly section?: string;
  readonly fixed?: readonly FixedDate[];
};

/**
 * A date that is given and not computed. `start_on` and `finish_on` pin; the other four bound one side.
 * The date is the first day worked for starts and the last day worked for finishes.
 */
export type FixedDate = { readonly kind: FixedDateKind; readonly date: CivilDate };

export type FixedDateKind =
  | 'start_on'
  | 'finish_on'
  | 'start_no_earlier'
  | 'start_no_later'
  | 'finish_no_earlier'
  | 'finish_no_later';

/** From which end of the predecessor to which end of the successor a link counts: 完成—开始 and so on. */
export type LinkKind = 'finish_start' | 'start_start' | 'finish_finish' | 'start_finish';

export type Link = {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** days to wait; negative lets the two overlap 搭接 */
  readonly lag?: number;
  /** `working` days of the successor's calendar (the default), or `calendar` days 日历天 (concrete cures on Sundays too) */
  readonly lagTime?: 'working' | 'calendar';
};
