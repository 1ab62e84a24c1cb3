import { stateCouncilDays } from '@duban/calendar/state-council-years';
import { type WorkingCalendar, workingCalendar } from '@duban/calendar/working-calendar';
import type { Activity, Link, LinkKind } from './activity.ts';
import type { Network } from './network.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import { type Schedule, type ScheduledActivity, schedule } from './schedule.ts';

// Networks for tests. The office calendar is the published one, so that real holidays lie in the way.

export const office: WorkingCalendar = workingCalendar(stateCouncilDays());

export const officeDays: PlanCalendar = { id: 'office', name: '工作日', week: 'office' };
export const everyDay: PlanCalendar = { id: 'site', name: '工地（不休）', week: 'every_day' };
export const sixDays: PlanCalendar = { id: 'six', name: '六天工作制', week: [1, 2, 3, 4, 5, 6] };

export function activity(id: string, duration: number, more: Partial<Activity> = {}): Activity {
  return { id, name: id, duration, ...more };
}

/** `link('A', 'B')`, `link('A', 'B', 'start_start', 3)` */
export function link(from: string, to: string, kind: LinkKind = 'finish_start', lag = 0): Link {
  return { from, to, kind, lag };
}

export function network(over: Partial<Network>): Network {
  return {
    calendars: [officeDays, everyDay, sixDays],
    activities: [],
    links: [],
    today: '2026-03-02',
    ...over,
  };
}

/** @throws when the network is refused: for tests that are about something else */
export function scheduled(over: Partial<Network>): Schedule {
  const answer = schedule(network(over), office);
  if ('refused' in answer) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer;
}

export function row({ activities }: Schedule, id: string): ScheduledActivity {
  const found = activities.find((activity) => activity.id === id);
  if (!found) throw new Error(`no activity ${id}`);
  return found;
}
