import { refuse, type Refusal } from '@duban/kit/refusal';
import { GREATEST_HORIZON, GREATEST_NUMBER, GREATEST_SIZE } from './limits.ts';
import { GREATEST_CAPACITY } from './packing.ts';
import type { CrewProject } from './project.ts';
import { horizonOf } from './working-masks.ts';

/**
 * What is wrong with the entries of a project, before any scheduling: the first fault, named by its field as a path and
 * its row (from 1). Chains, capacities and money are judged by `whyNotFeasible`.
 */
export function whyNotProject(project: CrewProject): Refusal | null {
  return (
    whyNotSizes(project) ??
    whyNotCalendars(project) ??
    whyNotCrews(project) ??
    whyNotActivities(project) ??
    whyNotLinks(project) ??
    whyNotBudget(project) ??
    whyNotHorizon(project)
  );
}

function whyNotSizes({ activities, crews, links, calendars = [], budget }: CrewProject): Refusal | null {
  const sizes = [
    ['activities', activities.length, GREATEST_SIZE],
    ['links', links.length, 10 * GREATEST_SIZE],
    ['crews', crews.length, 200],
    ['calendars', calendars.length, 200],
    ['budget.releases', budget?.releases.length ?? 0, GREATEST_SIZE],
    ['crews.changes', crews.reduce((sum, { changes = [] }) => sum + changes.length, 0), GREATEST_SIZE],
    ['calendars.stops', calendars.reduce((sum, { stops = [] }) => sum + stops.length, 0), GREATEST_SIZE],
    ['calendars.extra', calendars.reduce((sum, { extra = [] }) => sum + extra.length, 0), GREATEST_SIZE],
    ['calendars.week', calendars.reduce((longest, { week = [] }) => Math.max(longest, week.length), 0), 366],
  ] as const;
  const over = sizes.find(([, count, most]) => count > most);
  if (over) return refuse('crew_schedule.too_large', { field: over[0], count: over[1], most: over[2] });
  return activities.length === 0 ? refuse('crew_schedule.empty') : null;
}

function whyNotActivities({ activities, crews, calendars = [] }: CrewProject): Refusal | null {
  const crewIds = new Set(crews.map(({ id }) => id));
  const calendarIds = new Set(calendars.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [index, activity] of activities.entries()) {
    const at = place('activities', index);
    const wrong =
      whyNotId(at, activity.id, seen) ??
      whyNotWhole(at, 'duration', activity.duration, 0, GREATEST_NUMBER) ??
      whyNotWhole(at, 'notBefore', activity.notBefore ?? 0, 0, GREATEST_NUMBER) ??
      whyNotWhole(at, 'cost', activity.cost ?? 0, 0, Number.MAX_SAFE_INTEGER / GREATEST_SIZE) ??
      whyNotOneOf(at, 'costFalls', activity.costFalls ?? 'at_start', ['at_start', 'evenly']) ??
      whyNotKnown(at, 'calendar', activity.calendar, calendarIds);
    if (wrong) return wrong;
    for (const [crew, amount] of Object.entries(activity.demands ?? {})) {
      const bad =
        whyNotKnown(at, 'demands', crew, crewIds) ??
        whyNotWhole(at, `demands.${crew}`, amount, 0, GREATEST_NUMBER * 10_000);
      if (bad) return bad;
    }
  }
  return null;
}

function whyNotLinks({ activities, links, calendars = [] }: CrewProject): Refusal | null {
  const ids = new Set(activities.map(({ id }) => id));
  const calendarIds = new Set(calendars.map(({ id }) => id));
  const kinds = ['finish_start', 'start_start', 'finish_finish', 'start_finish'];
  for (const [index, link] of links.entries()) {
    const at = place('links', index);
    const { row } = at;
    if (link.from === link.to && ids.has(link.from))
      return refuse('crew_schedule.self_link', { row, activity: link.from });
    if (link.maximum) return refuse('crew_schedule.maximum_lag', { row, from: link.from, to: link.to });
    const wrong =
      whyNotKnown(at, 'from', link.from, ids) ??
      whyNotKnown(at, 'to', link.to, ids) ??
      whyNotOneOf(at, 'kind', link.kind ?? 'finish_start', kinds) ??
      whyNotWhole(at, 'lag', link.lag ?? 0, -GREATEST_NUMBER, GREATEST_NUMBER) ??
      whyNotKnown(at, 'lagCalendar', link.lagCalendar, calendarIds);
    if (wrong) return wrong;
  }
  return null;
}

function whyNotCrews({ crews, calendars = [] }: CrewProject): Refusal | null {
  const calendarIds = new Set(calendars.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [index, crew] of crews.entries()) {
    const at = place('crews', index);
    const wrong =
      whyNotId(at, crew.id, seen) ??
      whyNotWhole(at, 'capacity', crew.capacity, 0, GREATEST_CAPACITY) ??
      whyNotKnown(at, 'calendar', crew.calendar, calendarIds);
    if (wrong) return wrong;
    for (const [step, change] of (crew.changes ?? []).entries()) {
      const bad =
        whyNotWhole(at, `changes[${step}].from`, change.from, 0, GREATEST_NUMBER) ??
        whyNotWhole(at, `changes[${step}].capacity`, change.capacity, 0, GREATEST_CAPACITY);
      if (bad) return bad;
    }
  }
  return null;
}

function whyNotCalendars({ calendars = [] }: CrewProject): Refusal | null {
  const seen = new Set<string>();
  for (const [index, { id, week, stops = [], extra = [] }] of calendars.entries()) {
    const at = place('calendars', index);
    const empty = week?.length === 0 ? wrongValue(at, 'week', '[]') : null;
    const wrong = whyNotId(at, id, seen) ?? empty;
    if (wrong) return wrong;
    for (const [stop, { from, until }] of stops.entries()) {
      const bad =
        whyNotWhole(at, `stops[${stop}].from`, from, 0, GREATEST_NUMBER) ??
        whyNotWhole(at, `stops[${stop}].until`, until, from + 1, GREATEST_NUMBER);
      if (bad) return bad;
    }
    for (const [step, period] of extra.entries()) {
      const bad = whyNotWhole(at, `extra[${step}]`, period, 0, GREATEST_NUMBER);
      if (bad) return bad;
    }
  }
  return null;
}

function whyNotBudget({ budget }: CrewProject): Refusal | null {
  for (const [index, { from, amount }] of (budget?.releases ?? []).entries()) {
    const at = place('budget.releases', index);
    const bad =
      whyNotWhole(at, 'from', from, 0, GREATEST_NUMBER) ??
      whyNotWhole(at, 'amount', amount, 0, Number.MAX_SAFE_INTEGER / GREATEST_SIZE);
    if (bad) return bad;
  }
  return null;
}

function whyNotHorizon(project: CrewProject): Refusal | null {
  const periods = horizonOf(project);
  if (periods <= GREATEST_HORIZON) return null;
  return refuse('crew_schedule.too_large', { field: 'periods', count: periods, most: GREATEST_HORIZON });
}

type Place = { readonly path: string; readonly row: number };

const place = (list: string, index: number): Place => ({ path: `${list}[${index}]`, row: index + 1 });

function wrongValue({ path, row }: Place, field: string, value: unknown): Refusal {
  return refuse('crew_schedule.wrong_value', { row, field: `${path}.${field}`, value: String(value).slice(0, 60) });
}

function whyNotWhole(at: Place, field: string, value: number, least: number, most: number): Refusal | null {
  return Number.isSafeInteger(value) && value >= least && value <= most ? null : wrongValue(at, field, value);
}

function whyNotOneOf(at: Place, field: string, value: string, known: readonly string[]): Refusal | null {
  return known.includes(value) ? null : wrongValue(at, field, value);
}

function whyNotId(at: Place, id: string, seen: Set<string>): Refusal | null {
  if (typeof id !== 'string' || id === '' || id.length > 200) return wrongValue(at, 'id', id);
  if (seen.has(id)) return refuse('crew_schedule.repeated', { row: at.row, field: `${at.path}.id`, id });
  seen.add(id);
  return null;
}

function whyNotKnown(
  { path, row }: Place,
  field: string,
  id: string | undefined,
  known: ReadonlySet<string>,
): Refusal | null {
  if (id === undefined || known.has(id)) return null;
  return refuse('crew_schedule.unknown_name', { row, field: `${path}.${field}`, id: String(id).slice(0, 60) });
}
