import type { Calendars } from './model.ts';
import type { CrewCalendar, CrewLink, CrewProject } from './project.ts';

export type MaskTable = {
  readonly calendars: Calendars;
  readonly used: boolean;
  readonly lagMaskOf: (link: CrewLink) => number;
};

/**
 * One mask of working periods for each combination of calendars that an activity must respect: its own and those of the
 * crews that it takes.
 */
export function compileCalendars(project: CrewProject, horizon: number): MaskTable {
  const byId = new Map((project.calendars ?? []).map((calendar) => [calendar.id, calendar]));
  const masks: Uint8Array[] = [];
  const known = new Map<string, number>();
  const maskFor = (ids: readonly string[]): number => {
    const key = JSON.stringify(ids);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, masks.length);
    masks.push(
      maskOf(
        ids.map((id) => byId.get(id)!),
        horizon,
      ),
    );
    return masks.length - 1;
  };
  const maskOfActivity = combinationsOf(project).map((ids) => (ids.length === 0 ? -1 : maskFor(ids)));
  const interruptible = Uint8Array.from(project.activities, (activity) => (activity.interruptible === false ? 0 : 1));
  const lagMaskOf = (link: CrewLink) => (link.lagCalendar === undefined ? -1 : maskFor([link.lagCalendar]));
  const usesLagCalendars = project.links.some(({ lagCalendar }) => lagCalendar !== undefined);
  const used = usesLagCalendars || maskOfActivity.some((mask) => mask >= 0);
  return { calendars: { masks, maskOf: Int16Array.from(maskOfActivity), interruptible }, used, lagMaskOf };
}

/** By activity: the calendars that it must respect, sorted. */
export function combinationsOf({ activities, crews }: CrewProject): string[][] {
  const calendarOfCrew = new Map(crews.map(({ id, calendar }) => [id, calendar]));
  return activities.map(({ calendar, demands, duration }) => {
    if (duration === 0) return [];
    const taken = Object.entries(demands ?? {}).filter(([, amount]) => amount > 0);
    const ids = [calendar, ...taken.map(([crew]) => calendarOfCrew.get(crew))];
    return [...new Set(ids.filter((id) => id !== undefined))].sort();
  });
}

function maskOf(calendars: readonly CrewCalendar[], periods: number): Uint8Array {
  const mask = new Uint8Array(periods + 1).fill(1);
  for (const { week = [true], stops = [], extra = [] } of calendars) {
    const works = new Uint8Array(periods + 1);
    for (let period = 0; period <= periods; period++) works[period] = week[period % week.length] ? 1 : 0;
    for (const period of extra) if (period <= periods) works[period] = 1;
    for (const { from, until } of stops) works.fill(0, Math.min(from, periods + 1), Math.min(until, periods + 1));
    for (let period = 0; period <= periods; period++) mask[period]! &= works[period]!;
  }
  return mask;
}

/**
 * Periods that must be looked at: after the last change of any kind all patterns repeat, and from there the activities
 * one after the other, each with its lags, always find room if they find any.
 */
export function horizonOf(project: CrewProject): number {
  const { activities, crews, links, calendars = [], budget } = project;
  const settled = Math.max(
    0,
    ...activities.map(({ notBefore }) => notBefore ?? 0),
    ...crews.flatMap(({ changes = [] }) => changes.map(({ from }) => from)),
    ...calendars.flatMap(({ stops = [] }) => stops.map(({ until }) => until)),
    ...calendars.flatMap(({ extra = [] }) => extra.map((period) => period + 1)),
    ...(budget?.releases.map(({ from }) => from) ?? []),
  );
  const cycle = calendars.reduce((length, { week = [true] }) => leastCommonMultiple(length, week.length), 1);
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const elapsed = new Map<string, number>();
  const longest = (ids: readonly string[], worked: number): number => {
    if (ids.length === 0) return worked;
    const key = JSON.stringify(ids);
    let working = elapsed.get(key);
    if (working === undefined) {
      const patterns = ids.map((id) => ({ id, week: byId.get(id)!.week ?? [true] }));
      working = maskOf(patterns, cycle - 1).reduce((sum, works) => sum + works, 0);
      elapsed.set(key, working);
    }
    return working === 0 ? worked : (Math.ceil(worked / working) + 2) * cycle;
  };
  let needed = settled + cycle;
  combinationsOf(project).forEach((ids, at) => (needed += longest(ids, activities[at]!.duration)));
  for (const { lag = 0, lagCalendar } of links) {
    needed += longest(lagCalendar === undefined ? [] : [lagCalendar], Math.max(0, lag));
  }
  return needed + 1;
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Whether all of the calendars work in the period. */
export function worksIn({ calendars = [] }: CrewProject, ids: readonly string[], period: number): boolean {
  return ids.every((id) => {
    const { week = [true], stops = [], extra = [] } = calendars.find((calendar) => calendar.id === id)!;
    if (stops.some(({ from, until }) => period >= from && period < until)) return false;
    return week[period % week.length]! || extra.includes(period);
  });
}
