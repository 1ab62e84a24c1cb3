/**
 * A project with limited crews: the resource-constrained project scheduling problem (RCPSP) with renewable crews, as
 * people enter it. Plain data; `whyNotProject` says what is wrong with it and `scheduleCrews` looks for a short
 * schedule. Time is counted in *periods* from 0: a working day, a calendar day or an hour, whatever the caller means.
 *
 * Not here: several ways (modes) to do an activity, latest dates and maximum lags. They are refused, never ignored.
 */
export type CrewProject = {
  readonly activities: readonly CrewActivity[];
  readonly crews: readonly Crew[];
  readonly links: readonly CrewLink[];
  readonly calendars?: readonly CrewCalendar[];
  readonly budget?: CrewBudget;
};

export type CrewActivity = {
  readonly id: string;
  /** whole working periods, 0 for a milestone */
  readonly duration: number;
  /** whole units of each crew, by its id, taken in every period that is worked */
  readonly demands?: Readonly<Record<string, number>>;
  /** without one every period works; the calendars of its crews are respected besides */
  readonly calendar?: string;
  /** `false`: no period without work may lie between its start and its finish. Default true */
  readonly interruptible?: boolean;
  /** earliest period of its start */
  readonly notBefore?: number;
  /** whole units of money (分) */
  readonly cost?: number;
  /** when the money is needed: all of it when the activity starts (the default), or in equal parts while it is worked */
  readonly costFalls?: 'at_start' | 'evenly';
};

export type Crew = {
  readonly id: string;
  /** whole units present in every period from 0 on, until a change says otherwise */
  readonly capacity: number;
  readonly changes?: readonly { readonly from: number; readonly capacity: number }[];
  /** periods in which the crew works at all */
  readonly calendar?: string;
};

export type CrewLinkKind = 'finish_start' | 'start_start' | 'finish_finish' | 'start_finish';

export type CrewLink = {
  readonly from: string;
  readonly to: string;
  /** default `finish_start` */
  readonly kind?: CrewLinkKind;
  /** periods to wait at least; negative lets the two overlap */
  readonly lag?: number;
  /** the lag counts working periods of this calendar instead of all periods */
  readonly lagCalendar?: string;
  /** at most `lag` periods: not supported, and refused */
  readonly maximum?: boolean;
};

/** Which periods work: a pattern repeated from period 0 (default: all), less the stop windows 停工期. */
export type CrewCalendar = {
  readonly id: string;
  readonly week?: readonly boolean[];
  /** `until` is the first period that works again */
  readonly stops?: readonly { readonly from: number; readonly until: number }[];
  /** single periods that work although the pattern says no: shifted working days 调休 */
  readonly extra?: readonly number[];
};

/** Money becomes available by period; what is not spent stays. The costs up to a period never exceed the releases up to it. */
export type CrewBudget = { readonly releases: readonly { readonly from: number; readonly amount: number }[] };

export type CrewSchedule = {
  /** periods from 0 to the last finish */
  readonly makespan: number;
  /** by activity, in the order of the project */
  readonly starts: readonly number[];
  /** first period after the last one worked */
  readonly finishes: readonly number[];
  /** no schedule of this project can be shorter */
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** schedules that were generated to find it */
  readonly schedules: number;
  readonly stopped: 'optimal' | 'schedules' | 'asked';
};
