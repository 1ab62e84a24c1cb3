import type { CivilDate } from '@duban/calendar/civil-date';
import type { Activity, Link } from './activity.ts';
import type { Gate } from './gates.ts';
import type { ReplacementPair } from './pairs.ts';
import type { PlanCalendar } from './plan-calendar.ts';

/** Everything a schedule is computed from, as plain data that can be stored, sent and compared. */
export type Network = {
  /** at least one; the first is for activities that name none */
  readonly calendars: readonly PlanCalendar[];
  readonly activities: readonly Activity[];
  readonly links: readonly Link[];
  readonly gates?: readonly Gate[];
  readonly pairs?: readonly ReplacementPair[];
  /** nothing that has not begun can begin before this day */
  readonly today: CivilDate;
  /** the last day on which anything may be worked: the deadline that latest dates are counted back from */
  readonly finishBy?: CivilDate;
};

/** Far beyond any plan people can read; what is larger is a mistake in a file. */
export const NETWORK_LIMITS = { activities: 100_000, links: 500_000, calendars: 200, days: 20_000, text: 200 } as const;
