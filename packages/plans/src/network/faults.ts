import type { CivilDate } from '@duban/calendar/civil-date';
import { type Refusal, refuse } from '@duban/kit/refusal';
import { FIXED_DATE_KINDS, LAG_TIMES, LINK_KINDS, type Activity, type Link } from './activity.ts';
import { GATE_STEPS } from './gates.ts';
import { NETWORK_LIMITS, type Network } from './network.ts';
import { isInHorizon, outOfCalendar, whyNotPlanCalendar } from './plan-calendar.ts';
import type { NetworkList } from './words.ts';

/**
 * What is wrong with a network row by row, before anything is computed. Rows count from 1 in their list, as in a
 * table. Cycles are found later, by the order of the activities (`order.ts`), because they are nobody's single row.
 */
const MOST_FAULTS = 100;

/** @returns at most a hundred refusals, in the order of the rows; the empty list when every row can be used */
export function networkFaults(network: Network): readonly Refusal[] {
  const tooLarge = whyTooLarge(network);
  if (tooLarge) return [tooLarge];
  const faults: Refusal[] = [];
  for (const fault of faultsOf(network, new Map())) {
    faults.push(fault);
    if (faults.length === MOST_FAULTS) break;
  }
  return faults;
}

/**
 * The first fault alone, for whoever only needs to know that there is one.
 *
 * @param rowOf is filled with the row of each activity, counted from 0, so that a large plan is gone through once
 */
export function whyNotNetwork(network: Network, rowOf: Map<string, number>): Refusal | null {
  return whyTooLarge(network) ?? faultsOf(network, rowOf).next().value ?? null;
}

function whyTooLarge({ activities, links, calendars, gates = [], pairs = [] }: Network): Refusal | null {
  const counts = {
    activities: activities.length + gates.length * GATE_STEPS.length,
    links: links.length + gates.length * GATE_STEPS.length + pairs.length,
    calendars: calendars.length,
  };
  for (const list of ['activities', 'links', 'calendars'] as const) {
    const most = NETWORK_LIMITS[list];
    if (counts[list] > most) return refuse('network.too_large', { network_list: list, count: counts[list], most });
  }
  return null;
}

function* faultsOf(network: Network, rows: Map<string, number>): Generator<Refusal, undefined> {
  if (network.calendars.length === 0) yield refuse('network.calendar_missing');
  const calendars = new Map<string, number>();
  for (const [at, calendar] of network.calendars.entries()) {
    const fault = idFault('calendars', at + 1, calendar.id, calendars) ?? whyNotPlanCalendar(calendar, at + 1);
    if (fault) yield fault;
  }
  for (const [name, date] of [
    ['today', network.today],
    ['finishBy', network.finishBy],
  ] as const) {
    if (date !== undefined && !isInHorizon(date)) yield outOfCalendar('network', 1, name, date);
  }
  for (const [at, activity] of network.activities.entries()) {
    const row = at + 1;
    const fault =
      idFault('activities', row, activity.id, rows) ??
      calendarFault('activities', row, activity.id, activity.calendar, calendars) ??
      activityFault(activity, row, network.today);
    if (fault) yield fault;
  }
  yield* linkFaults(network.links, rows);
  yield* gateFaults(network, rows, calendars);
  yield* pairFaults(network, rows);
}

function idFault(list: NetworkList, row: number, id: string, seen: Map<string, number>): Refusal | null {
  if (typeof id !== 'string' || id.trim() === '') return refuse('network.id_missing', { network_list: list, row });
  if (id.length > NETWORK_LIMITS.text) {
    return refuse('network.id_too_long', {
      network_list: list,
      row,
      id: `${id.slice(0, 20)}…`,
      most: NETWORK_LIMITS.text,
    });
  }
  const other = seen.get(id);
  if (other !== undefined) return refuse('network.id_duplicate', { network_list: list, row, id, other: other + 1 });
  seen.set(id, row - 1);
  return null;
}

function calendarFault(
  list: NetworkList,
  row: number,
  id: string,
  calendar: string | undefined,
  known: ReadonlyMap<string, number>,
): Refusal | null {
  if (calendar === undefined || known.has(calendar)) return null;
  return refuse('network.calendar_unknown', { network_list: list, row, id, calendar });
}

function daysFault(list: NetworkList, row: number, id: string, days: number): Refusal | null {
  if (typeof days !== 'number' || !Number.isInteger(days)) {
    return refuse('network.days_not_whole', { network_list: list, row, id, days: String(days) });
  }
  if (days < 0) return refuse('network.days_negative', { network_list: list, row, id, days });
  if (days > NETWORK_LIMITS.days)
    return refuse('network.days_too_many', { network_list: list, row, id, days, most: MOST_DAYS });
  return null;
}

const MOST_DAYS = NETWORK_LIMITS.days;

/** What is wrong with an activity whose id and calendar are known. */
export function activityFault(activity: Activity, row: number, today: CivilDate): Refusal | null {
  return (
    daysFault('activities', row, activity.id, activity.duration) ??
    shortestFault(activity, row) ??
    fixedFault(activity, row) ??
    progressFault(activity, row, today)
  );
}

function shortestFault({ id, duration, shortest }: Activity, row: number): Refusal | null {
  if (shortest === undefined) return null;
  const fault = daysFault('activities', row, id, shortest);
  if (fault) return fault;
  return shortest > duration ? refuse('network.shortest_above_duration', { row, id, shortest, duration }) : null;
}

function fixedFault({ id, fixed = [] }: Activity, row: number): Refusal | null {
  for (const { kind, date } of fixed) {
    if (!FIXED_DATE_KINDS.includes(kind)) return refuse('network.fixed_kind_unknown', { row, id, kind: String(kind) });
    if (!isInHorizon(date)) return outOfCalendar('activities', row, id, date);
  }
  return null;
}

function progressFault({ id, duration, progress }: Activity, row: number, today: CivilDate): Refusal | null {
  if (!progress) return null;
  const { started, finished, remaining } = progress;
  for (const date of [started, finished]) {
    if (date === undefined) continue;
    if (!isInHorizon(date)) return outOfCalendar('activities', row, id, date);
    if (date > today) return refuse('network.progress_in_future', { row, id, date, today });
  }
  if (finished !== undefined && finished < started) {
    return refuse('network.progress_out_of_order', { row, id, started, finished });
  }
  if (remaining === undefined) return null;
  const fault = daysFault('activities', row, id, remaining);
  if (fault) return fault;
  const rests = finished === undefined && duration > 0;
  return rests !== remaining > 0 ? refuse('network.remaining_contradicts', { row, id, remaining }) : null;
}

function* linkFaults(links: readonly Link[], rows: ReadonlyMap<string, number>): Generator<Refusal, undefined> {
  const seen = new Map<number, number>();
  for (let at = 0; at < links.length; at++) {
    const link = links[at]!;
    const from = rows.get(link.from);
    const to = rows.get(link.to);
    const fault = linkFault(link, at + 1, from, to);
    if (fault) {
      yield fault;
      continue;
    }
    const key = (from! * NETWORK_LIMITS.activities + to!) * 4 + LINK_KINDS.indexOf(link.kind);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, at + 1);
    else yield refuse('network.link_duplicate', { row: at + 1, other, from: link.from, to: link.to });
  }
}

/**
 * What is wrong with one link as it stands in the given row.
 *
 * @param before @param after rows of the activities it names; undefined where there is none
 */
export function linkFault(
  link: Link,
  row: number,
  before: number | undefined,
  after: number | undefined,
): Refusal | null {
  const { from, to, kind, lag = 0, lagTime = 'working' } = link;
  if (before === undefined) return refuse('network.link_end_unknown', { row, from, to, id: from });
  if (after === undefined) return refuse('network.link_end_unknown', { row, from, to, id: to });
  if (before === after) return refuse('network.link_to_itself', { row, id: from });
  if (!LINK_KINDS.includes(kind)) return refuse('network.link_kind_unknown', { row, from, to, kind: String(kind) });
  if (!LAG_TIMES.includes(lagTime)) {
    return refuse('network.lag_unit_unknown', { row, from, to, unit: String(lagTime) });
  }
  return lagFault(lag, row, from, to);
}

export function lagFault(lag: number, row: number, from: string, to: string): Refusal | null {
  if (typeof lag === 'number' && Number.isInteger(lag) && Math.abs(lag) <= MOST_DAYS) return null;
  return refuse('network.lag_out_of_range', { row, from, to, lag: String(lag), most: MOST_DAYS });
}

function* gateFaults(
  { gates = [] }: Network,
  rows: ReadonlyMap<string, number>,
  calendars: ReadonlyMap<string, number>,
): Generator<Refusal, undefined> {
  const seen = new Map<string, number>();
  for (const [at, { before, calendar, steps }] of gates.entries()) {
    const row = at + 1;
    if (!rows.has(before)) yield refuse('network.gate_activity_unknown', { row, id: before });
    const fault =
      idFault('gates', row, before, seen) ??
      calendarFault('gates', row, before, calendar, calendars) ??
      GATE_STEPS.map((step) => daysFault('gates', row, before, steps[step])).find((refusal) => refusal !== null);
    if (fault) yield fault;
    for (const step of GATE_STEPS) {
      const id = `${before}/${step}`;
      const other = rows.get(id);
      if (other !== undefined) {
        yield refuse('network.id_duplicate', { network_list: 'gates', row, id, other: other + 1 });
      }
    }
  }
}

function* pairFaults({ pairs = [] }: Network, rows: ReadonlyMap<string, number>): Generator<Refusal, undefined> {
  for (const [at, { removal, replacement, daysBefore = 1 }] of pairs.entries()) {
    const row = at + 1;
    const unknown = [removal, replacement].find((id) => !rows.has(id));
    if (unknown !== undefined) yield refuse('network.pair_activity_unknown', { row, id: unknown });
    if (removal === replacement) yield refuse('network.pair_with_itself', { row, id: removal });
    const fault = daysFault('pairs', row, removal, daysBefore);
    if (fault) yield fault;
    else if (daysBefore === 0) yield refuse('network.pair_not_earlier', { row, removal, replacement });
  }
}
