import type { CivilDate } from '@duban/calendar/civil-date';
import type { Refusal } from '@duban/kit/refusal';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Crew, CrewActivity, CrewCalendar, CrewLink, CrewProject } from '../crews/project.ts';
import { type DayTable, LAST_MOMENT } from './day-table.ts';
import { type FlatNetwork, NONE, flatNetwork } from './flat-network.ts';
import type { Network } from './network.ts';
import { dayNumberOf, isInHorizon, outOfCalendar } from './plan-calendar.ts';

/**
 * The network for the search with limited crews: its periods are calendar days and period 0 is today. What is finished
 * takes nothing any more; what has begun takes what is left of it. Latest dates do not bind this search: whoever asks
 * compares its dates with them afterwards.
 */
export type CrewNeeds = {
  readonly crews: readonly DatedCrew[];
  /** by the id of the activity */
  readonly demands: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly costs: ReadonlyMap<string, Pick<CrewActivity, 'cost' | 'costFalls'>>;
  readonly releases?: readonly { readonly from: CivilDate; readonly amount: number }[];
};

export type DatedCrew = Omit<Crew, 'changes'> & {
  readonly changes?: readonly { readonly from: CivilDate; readonly capacity: number }[];
};

export function crewProject(network: Network, office: WorkingCalendar, needs: CrewNeeds): CrewProject | Refusal {
  const flat = flatNetwork(network, office);
  if ('refused' in flat) return flat;
  const fault = whyNotNeeds(needs);
  if (fault) return fault;
  const until = lastDayNeeded(flat);
  const periodOf = (date: CivilDate) => Math.max(0, dayNumberOf(date) - flat.today);
  return {
    calendars: network.calendars.map(({ id }, at) => maskOf(id, flat.tables[at]!, flat.today, until)),
    crews: needs.crews.map(({ changes = [], ...crew }) => ({
      ...crew,
      changes: changesFrom(changes, network.today).map(({ from, capacity }) => ({ from: periodOf(from), capacity })),
    })),
    activities: flat.activities.map((_, row) => crewActivity(flat, network, row, needs)),
    links: flat.links.flatMap((_, link) => crewLink(flat, network, link) ?? []),
    budget: needs.releases && {
      releases: needs.releases.map(({ from, amount }) => ({ from: periodOf(from), amount })),
    },
  };
}

function whyNotNeeds({ crews, releases = [] }: CrewNeeds): Refusal | null {
  for (const [at, { id, changes = [] }] of crews.entries()) {
    const wrong = changes.find(({ from }) => !isInHorizon(from));
    if (wrong) return outOfCalendar('crews', at + 1, id, wrong.from);
  }
  const row = releases.findIndex(({ from }) => !isInHorizon(from));
  return row < 0 ? null : outOfCalendar('budget', row + 1, 'releases', releases[row]!.from);
}

/** Of the changes that lie behind only the last one still counts. */
function changesFrom(changes: NonNullable<DatedCrew['changes']>, today: CivilDate): NonNullable<DatedCrew['changes']> {
  const inOrder = changes.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const past = inOrder.findLastIndex(({ from }) => from <= today);
  return past < 0 ? inOrder : inOrder.slice(past);
}

function crewActivity(flat: FlatNetwork, network: Network, row: number, needs: CrewNeeds): CrewActivity {
  const { id } = flat.activities[row]!;
  const { work, table, limits, finishedAt } = flat.rows;
  if (finishedAt[row] !== NONE) return { id, duration: 0 };
  const earliest = Math.max(flat.today, limits.startFloor[row]!, finishFloorStart(flat, row));
  return {
    id,
    duration: work[row]!,
    calendar: work[row] === 0 ? undefined : network.calendars[table[row]!]!.id,
    demands: needs.demands.get(id),
    notBefore: earliest - flat.today,
    ...needs.costs.get(id),
  };
}

/** The first day on which work begins that may not be finished before its date. */
function finishFloorStart(flat: FlatNetwork, row: number): number {
  const floor = flat.rows.limits.finishFloor[row]!;
  if (floor === NONE) return NONE;
  const { before, days } = flat.tables[flat.rows.table[row]!]!;
  return days[Math.max(0, before[floor - 1]! + 1 - flat.rows.work[row]!)] ?? floor;
}

/** Links from what is finished reach at most to today; the rest keep their kind and lag. */
function crewLink(flat: FlatNetwork, network: Network, link: number): CrewLink | null {
  const { from, to, kind, lag = 0, lagTime } = flat.links[link]!;
  const { finishedAt, startedAt, table } = flat.rows;
  const [before, after] = [flat.ends.from[link]!, flat.ends.to[link]!];
  if (finishedAt[before] !== NONE || finishedAt[after] !== NONE) return null;
  if (startedAt[before] !== NONE && !kind.startsWith('finish')) return null;
  if (startedAt[after] !== NONE && kind === 'start_start') return null;
  const lagCalendar = lagTime === 'calendar' || lag === 0 ? undefined : network.calendars[table[after]!]!.id;
  return { from, to, kind, lag, lagCalendar };
}

/** Even one after the other, with all waiting, everything is done by then. */
function lastDayNeeded(flat: FlatNetwork): number {
  let days = flat.timing.lag.reduce((sum, lag) => sum + Math.abs(lag), 0);
  for (const work of flat.rows.work) days += work;
  const ends = flat.tables.map(({ before, days: worked }) => worked[before[flat.today]! + days] ?? LAST_MOMENT);
  return Math.max(...ends, flat.today + 1);
}

function maskOf(id: string, { before }: DayTable, today: number, until: number): CrewCalendar {
  const stops: { from: number; until: number }[] = [];
  for (let day = today; day < until; day++) {
    if (before[day + 1]! > before[day]!) continue;
    const last = stops.at(-1);
    if (last && last.until === day - today) last.until++;
    else stops.push({ from: day - today, until: day - today + 1 });
  }
  return { id, stops };
}
