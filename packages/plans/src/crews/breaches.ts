import { dueAfter } from './budget.ts';
import { stepsOf } from './compile.ts';
import type { CrewActivity, CrewProject } from './project.ts';
import { worksIn } from './working-masks.ts';

/**
 * What a schedule breaks, told in words for people who check one: written without the flat arrays that the search uses,
 * so that a fault there cannot hide here. Empty when every link, capacity, calendar, earliest date and release holds.
 */
export type Breach = {
  readonly kind: 'duration' | 'not_before' | 'calendar' | 'link' | 'capacity' | 'budget';
  /** the activity, the link or the crew, by its position in the project */
  readonly at: number;
  /** the period in which it is broken */
  readonly period: number;
};

export function breachesOf(
  project: CrewProject,
  schedule: { readonly starts: readonly number[]; readonly finishes: readonly number[] },
): Breach[] {
  const { activities, crews, links, budget } = project;
  const { starts, finishes } = schedule;
  const position = new Map(activities.map(({ id }, at) => [id, at]));
  const worked = activities.map((activity, at) => workedPeriods(project, activity, starts[at]!, finishes[at]!));
  const breaches: Breach[] = [];
  activities.forEach((activity, at) => {
    const [start, finish] = [starts[at]!, finishes[at]!];
    const outside = activity.duration > 0 && (worked[at]![0] !== start || worked[at]!.at(-1) !== finish - 1);
    if (start < 0 || worked[at]!.length !== activity.duration) breaches.push({ kind: 'duration', at, period: start });
    if (start < (activity.notBefore ?? 0)) breaches.push({ kind: 'not_before', at, period: start });
    const broken = activity.interruptible === false && finish - start !== activity.duration;
    if (outside || broken) breaches.push({ kind: 'calendar', at, period: start });
  });
  links.forEach((link, at) => {
    const { kind = 'finish_start', lag = 0, lagCalendar } = link;
    const [from, to] = [position.get(link.from)!, position.get(link.to)!];
    const left = kind === 'finish_start' || kind === 'finish_finish' ? finishes[from]! : starts[from]!;
    const right = kind === 'finish_start' || kind === 'start_start' ? starts[to]! : finishes[to]!;
    const waited = (low: number, high: number) =>
      lagCalendar === undefined
        ? high - low
        : periods(low, high).filter((period) => worksIn(project, [lagCalendar], period)).length;
    const kept = lag >= 0 ? right >= left && waited(left, right) >= lag : right >= left || waited(right, left) <= -lag;
    if (!kept) breaches.push({ kind: 'link', at, period: right });
  });
  crews.forEach(({ id, capacity, changes = [] }, at) => {
    const used = new Map<number, number>();
    activities.forEach(({ demands = {} }, activity) => {
      if (!demands[id]) return;
      for (const period of worked[activity]!) used.set(period, (used.get(period) ?? 0) + demands[id]);
    });
    const { from, values } = stepsOf(capacity, changes);
    for (const [period, amount] of used) {
      if (amount > values[from.findLastIndex((start) => start <= period)]!) {
        breaches.push({ kind: 'capacity', at, period });
      }
    }
  });
  if (budget) breaches.push(...overspent(project, starts, worked));
  return breaches;
}

function workedPeriods(project: CrewProject, activity: CrewActivity, start: number, finish: number): number[] {
  const crewOf = new Map(project.crews.map((crew) => [crew.id, crew]));
  const taken = Object.entries(activity.demands ?? {}).flatMap(([id, amount]) => (amount > 0 ? [crewOf.get(id)!] : []));
  const calendars = [activity.calendar, ...taken.map(({ calendar }) => calendar)].filter((id) => id !== undefined);
  return periods(start, finish).filter((period) => worksIn(project, calendars, period));
}

function overspent(
  { activities, budget }: CrewProject,
  starts: readonly number[],
  worked: readonly number[][],
): Breach[] {
  const releases = budget!.releases;
  const moments = [...new Set([...starts, ...worked.flat()])].sort((a, b) => a - b);
  return moments.flatMap((period) => {
    const released = releases.reduce((sum, { from, amount }) => (from <= period ? sum + amount : sum), 0);
    const due = activities.reduce((sum, { cost = 0, costFalls, duration }, at) => {
      if (starts[at]! > period) return sum;
      const done = worked[at]!.filter((one) => one <= period).length;
      return sum + dueAfter(cost, costFalls === 'evenly' && duration > 0, done, duration);
    }, 0);
    return due > released ? [{ kind: 'budget' as const, at: 0, period }] : [];
  });
}

function periods(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, offset) => from + offset);
}
