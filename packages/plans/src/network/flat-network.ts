import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import { assertNever } from '@duban/kit/assert-never';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { LINK_KINDS, type Activity, type FixedDate, type Link, type LinkKind } from './activity.ts';
import { type DayTable, dayTable } from './day-table.ts';
import { whyNotNetwork } from './faults.ts';
import type { Network } from './network.ts';
import { type LinkEnds, type LinksByRow, linksByRow, orderOf } from './order.ts';
import { dayNumberOf } from './plan-calendar.ts';
import { wholeNetwork } from './whole-network.ts';

/**
 * The network as flat arrays, one place per activity (row) and per link: what the passes walk over. Rows stand in the
 * order of the input; moments are day numbers (`day-table.ts`). Editing copies only the array that changes.
 */
export type FlatNetwork = {
  readonly activities: readonly Activity[];
  readonly links: readonly Link[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly tables: readonly DayTable[];
  /** index of the day table of each calendar */
  readonly tableOf: ReadonlyMap<string, number>;
  readonly office: WorkingCalendar;
  /** the moment before which nothing can begin */
  readonly today: number;
  /** the moment by which everything must be finished, or NONE */
  readonly deadline: number;
  readonly rows: FlatRows;
  readonly ends: LinkEnds;
  readonly timing: FlatTiming;
  readonly leaving: LinksByRow;
  readonly arriving: LinksByRow;
  /** rows, predecessors before successors, and the place of each row in it */
  readonly order: Int32Array;
  readonly rankOf: Int32Array;
};

export type FlatRows = {
  /** working days still to be done; 0 for milestones and for what is finished */
  readonly work: Int32Array;
  /** the fewest days a repair may leave of them */
  readonly leastWork: Int32Array;
  /** index of the day table */
  readonly table: Int32Array;
  readonly limits: FlatLimits;
  /** facts: the moment of the beginning and of the end, or NONE */
  readonly startedAt: Int32Array;
  readonly finishedAt: Int32Array;
};

/** Fixed dates as moments, or NONE. */
export type FlatLimits = {
  readonly startFloor: Int32Array;
  readonly startCeiling: Int32Array;
  readonly finishFloor: Int32Array;
  readonly finishCeiling: Int32Array;
};

export type FlatTiming = {
  /** index in LINK_KINDS */
  readonly kind: Int32Array;
  readonly lag: Int32Array;
  /** the day table in which the lag is counted, or NONE for calendar days */
  readonly lagTable: Int32Array;
};

export const NONE = -1;

export const FINISH_START = LINK_KINDS.indexOf('finish_start');
export const START_START = LINK_KINDS.indexOf('start_start');
export const FINISH_FINISH = LINK_KINDS.indexOf('finish_finish');
export const START_FINISH = LINK_KINDS.indexOf('start_finish');

export function kindIndex(kind: LinkKind): number {
  return LINK_KINDS.indexOf(kind);
}

/** @param office the territory's working calendar, on which plan calendars are laid */
export function flatNetwork(network: Network, office: WorkingCalendar): FlatNetwork | Refusal {
  const rowOf = new Map<string, number>();
  const fault = whyNotNetwork(network, rowOf);
  if (fault) return fault;
  const tables = network.calendars.map((calendar) => dayTable(calendar, office));
  const idle = tables.findIndex(({ days }) => days.length === 0);
  if (idle >= 0)
    return refuse('network.calendar_never_works', { row: idle + 1, calendar: network.calendars[idle]!.id });
  const { activities, links } = wholeNetwork(network);
  const tableOf = new Map(network.calendars.map(({ id }, index) => [id, index]));
  // Behind the rows that people entered stand the steps of the gates.
  for (let row = rowOf.size; row < activities.length; row++) rowOf.set(activities[row]!.id, row);
  const today = dayNumberOf(network.today);
  const table = column(activities, ({ calendar }) => (calendar === undefined ? 0 : tableOf.get(calendar)!));
  const linked = linkedNetwork({ activities, links, rowOf, table, typed: network.links.length });
  if ('refused' in linked) return linked;
  return {
    activities,
    rowOf,
    tables,
    tableOf,
    office,
    today,
    deadline: network.finishBy === undefined ? NONE : dayNumberOf(network.finishBy) + 1,
    ...linked,
    rows: flatRows(activities, { tables, table, arriving: linked.arriving, today }),
  };
}

/** One number per row. A loop, because `Int32Array.from` goes through an iterator and takes ten times as long. */
function column<Row>(rows: readonly Row[], read: (row: Row, at: number) => number): Int32Array {
  const numbers = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) numbers[at] = read(rows[at]!, at);
  return numbers;
}

/** What is known of each row, as moments and days. Also what an edit of an activity computes anew. */
export function flatRows(
  activities: readonly Activity[],
  around: Pick<FlatNetwork, 'tables' | 'arriving' | 'today'> & { readonly table: Int32Array },
): FlatRows {
  const { tables, table, today } = around;
  const work = column(activities, (activity, row) => workLeft(activity, tables[table[row]!]!, today));
  return {
    work,
    leastWork: column(activities, (activity, row) => leastWork(activity, work[row]!)),
    table,
    limits: limitsOf(activities, around),
    startedAt: column(activities, ({ progress }) => (progress ? dayNumberOf(progress.started) : NONE)),
    finishedAt: column(activities, finishedMoment),
  };
}

export type LinkedNetwork = Pick<
  FlatNetwork,
  'links' | 'ends' | 'timing' | 'leaving' | 'arriving' | 'order' | 'rankOf'
>;

/** Everything that depends on which links there are. Also what an edit of the links computes anew. */
export function linkedNetwork({
  activities,
  links,
  rowOf,
  table,
  typed,
}: {
  readonly activities: readonly Activity[];
  readonly links: readonly Link[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly table: Int32Array;
  /** how many of the links stand in the list that people see; the rest are of gates and pairs */
  readonly typed: number;
}): LinkedNetwork | Refusal {
  const ends = {
    from: column(links, ({ from }) => rowOf.get(from)!),
    to: column(links, ({ to }) => rowOf.get(to)!),
  };
  const leaving = linksByRow(activities.length, ends.from);
  const order = orderOf(activities.length, ends, leaving);
  if (order.kind === 'cycle') return cycleRefusal(order.links, links, typed);
  const timing = {
    kind: column(links, ({ kind }) => kindIndex(kind)),
    lag: column(links, ({ lag = 0 }) => lag),
    lagTable: column(links, ({ lagTime }, at) => (lagTime === 'calendar' ? NONE : table[ends.to[at]!]!)),
  };
  const arriving = linksByRow(activities.length, ends.to);
  return { links, ends, timing, leaving, arriving, order: order.rows, rankOf: order.rankOf };
}

function cycleRefusal(cycle: readonly number[], links: readonly Link[], typed: number): Refusal {
  const ids = [links[cycle[0]!]!.from, ...cycle.map((at) => links[at]!.to)];
  return refuse('network.cycle', {
    chain: ids.join(' → '),
    length: cycle.length,
    rows: cycle
      .filter((at) => at < typed)
      .map((at) => at + 1)
      .join(', '),
  });
}

function workLeft({ duration, progress }: Activity, { before }: DayTable, today: number): number {
  if (!progress) return duration;
  if (progress.finished !== undefined) return 0;
  if (progress.remaining !== undefined) return progress.remaining;
  const done = Math.max(0, before[today]! - before[dayNumberOf(progress.started)]!);
  return duration === 0 ? 0 : Math.max(1, duration - done);
}

/** The shortest duration less what is done already, at least one day. */
function leastWork({ duration, shortest = 1, rigid }: Activity, work: number): number {
  return rigid || work === 0 ? work : Math.min(work, Math.max(1, shortest - (duration - work)));
}

function finishedMoment({ duration, progress }: Activity): number {
  if (!progress) return NONE;
  if (progress.finished !== undefined) return dayNumberOf(progress.finished) + 1;
  return duration === 0 ? dayNumberOf(progress.started) + 1 : NONE;
}

/** Fixed dates depend on the links through `opensItsDay`, so an edit of the links computes them anew. */
export function limitsOf(
  activities: readonly Activity[],
  { tables, table, arriving }: { tables: readonly DayTable[]; table: Int32Array; arriving: LinksByRow },
): FlatLimits {
  const none = () => new Int32Array(activities.length).fill(NONE);
  const limits = { startFloor: none(), startCeiling: none(), finishFloor: none(), finishCeiling: none() };
  for (const [row, { fixed, duration }] of activities.entries()) {
    if (!fixed) continue;
    for (const date of fixed) {
      if (duration === 0) limitMilestone(limits, row, date, opensItsDay(arriving, row));
      else limitActivity(limits, row, date, tables[table[row]!]!);
    }
  }
  return limits;
}

/**
 * A milestone that waits for nothing (开工) stands at the beginning of its day, any other (竣工) at the end of it.
 */
export function opensItsDay(arriving: LinksByRow, row: number): boolean {
  return arriving.begin[row] === arriving.begin[row + 1];
}

function limitMilestone(limits: FlatLimits, row: number, { kind, date }: FixedDate, opens: boolean): void {
  const moment = dayNumberOf(date) + (opens ? 0 : 1);
  if (!kind.endsWith('later')) raise(limits.startFloor, row, moment);
  if (!kind.endsWith('earlier')) lower(limits.startCeiling, row, moment);
}

function limitActivity(limits: FlatLimits, row: number, { kind, date }: FixedDate, { before, days }: DayTable): void {
  const day = dayNumberOf(date);
  switch (kind) {
    case 'start_on': {
      const worked = days[before[day]!] ?? day;
      raise(limits.startFloor, row, worked);
      lower(limits.startCeiling, row, worked);
      return;
    }
    case 'finish_on': {
      const worked = days[before[day + 1]! - 1] ?? day;
      raise(limits.finishFloor, row, worked + 1);
      lower(limits.finishCeiling, row, worked + 1);
      return;
    }
    case 'start_no_earlier':
      return raise(limits.startFloor, row, day);
    case 'start_no_later':
      return lower(limits.startCeiling, row, day);
    case 'finish_no_earlier':
      return raise(limits.finishFloor, row, day + 1);
    case 'finish_no_later':
      return lower(limits.finishCeiling, row, day + 1);
    default:
      return assertNever(kind);
  }
}

function raise(floor: Int32Array, row: number, moment: number): void {
  floor[row] = Math.max(floor[row]!, moment);
}

function lower(ceiling: Int32Array, row: number, moment: number): void {
  ceiling[row] = ceiling[row] === NONE ? moment : Math.min(ceiling[row]!, moment);
}
