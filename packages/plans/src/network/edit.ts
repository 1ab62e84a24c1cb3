import { assertNever } from '@duban/kit/assert-never';
import { type Refusal, refuse } from '@duban/kit/refusal';
import type { CivilDate } from '@duban/calendar/civil-date';
import type { Activity, Link } from './activity.ts';
import { dateOfDay } from './day-table.ts';
import { type Draft, beforeCalendar, beyondCalendar } from './draft.ts';
import { activityFault, lagFault, linkFault } from './faults.ts';
import { type FlatNetwork, NONE, flatRows, limitsOf, linkedNetwork } from './flat-network.ts';
import { backwardPass, lastFinish } from './passes.ts';
import { dayNumberOf, isInHorizon, outOfCalendar } from './plan-calendar.ts';
import { backwardAgain, forwardAgain } from './repass.ts';

/** One thing a person changes in a plan. Links are named by their row in the plan's list, counted from 0. */
export type PlanChange =
  /** everything about the activity except its id */
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'lag'; readonly link: number; readonly lag: number }
  | { readonly kind: 'add_link'; readonly link: Link }
  | { readonly kind: 'remove_link'; readonly link: number }
  | { readonly kind: 'deadline'; readonly finishBy: CivilDate | null };

/** @returns the next draft; the given one stays as it is */
export function edit(draft: Draft, change: PlanChange): Draft | Refusal {
  switch (change.kind) {
    case 'activity':
      return editActivity(draft, change.activity);
    case 'lag':
      return editLag(draft, change.link, change.lag);
    case 'add_link':
      return addLink(draft, change.link);
    case 'remove_link':
      return removeLink(draft, change.link);
    case 'deadline':
      return editDeadline(draft, change.finishBy);
    default:
      return assertNever(change);
  }
}

function editActivity(draft: Draft, activity: Activity): Draft | Refusal {
  const { flat } = draft;
  const row = flat.rowOf.get(activity.id);
  if (row === undefined) return refuse('network.activity_unknown', { id: activity.id });
  const fault = activityFault(activity, row + 1, dateOfDay(flat.today));
  if (fault) return fault;
  const calendar = activity.calendar === undefined ? 0 : flat.tableOf.get(activity.calendar);
  if (calendar === undefined) {
    const { id, calendar: unknown = '' } = activity;
    return refuse('network.calendar_unknown', { network_list: 'activities', row: row + 1, id, calendar: unknown });
  }
  const activities = flat.activities.with(row, activity);
  const { tables, arriving, today } = flat;
  const table = flat.rows.table.with(row, calendar);
  const rows = flatRows(activities, { tables, table, arriving, today });
  return recompute(draft, { ...flat, activities, rows, timing: timingOn(flat, row, calendar) }, [row]);
}

/** Lags in working time are counted by the successor's calendar. */
function timingOn({ timing, arriving }: FlatNetwork, row: number, calendar: number): FlatNetwork['timing'] {
  const lagTable = timing.lagTable.slice();
  for (let next = arriving.begin[row]!; next < arriving.begin[row + 1]!; next++) {
    const link = arriving.link[next]!;
    if (lagTable[link] !== NONE) lagTable[link] = calendar;
  }
  return { ...timing, lagTable };
}

function editLag(draft: Draft, link: number, lag: number): Draft | Refusal {
  const { flat } = draft;
  const standing = flat.links[link];
  if (!standing) return refuse('network.link_unknown', { row: link + 1 });
  const fault = lagFault(lag, link + 1, standing.from, standing.to);
  if (fault) return fault;
  const links = flat.links.with(link, { ...standing, lag });
  const timing = { ...flat.timing, lag: flat.timing.lag.with(link, lag) };
  return recompute(draft, { ...flat, links, timing }, [flat.ends.from[link]!, flat.ends.to[link]!]);
}

function addLink(draft: Draft, link: Link): Draft | Refusal {
  const { flat } = draft;
  const fault = linkFault(link, flat.links.length + 1, flat.rowOf.get(link.from), flat.rowOf.get(link.to));
  if (fault) return fault;
  const other = flat.links.findIndex(
    ({ from, to, kind }) => from === link.from && to === link.to && kind === link.kind,
  );
  if (other >= 0) {
    return refuse('network.link_duplicate', {
      row: flat.links.length + 1,
      other: other + 1,
      from: link.from,
      to: link.to,
    });
  }
  return relink(draft, [...flat.links, link], [link.from, link.to]);
}

function removeLink(draft: Draft, link: number): Draft | Refusal {
  const standing = draft.flat.links[link];
  if (!standing) return refuse('network.link_unknown', { row: link + 1 });
  const { early } = draft;
  // The links behind the removed one move up; a row that it drove is computed anew.
  const drivers = early.drivers.map((driver) => (driver > link ? driver - 1 : driver));
  const moved = { ...draft, early: { ...early, drivers } };
  return relink(moved, draft.flat.links.toSpliced(link, 1), [standing.from, standing.to]);
}

function relink(draft: Draft, links: readonly Link[], ends: readonly string[]): Draft | Refusal {
  const { flat } = draft;
  const { activities, rowOf, rows, tables } = flat;
  const linked = linkedNetwork({ activities, links, rowOf, table: rows.table, typed: links.length });
  if ('refused' in linked) return linked;
  const limits = limitsOf(activities, { tables, table: rows.table, arriving: linked.arriving });
  return recompute(
    draft,
    { ...flat, ...linked, rows: { ...rows, limits } },
    ends.map((id) => rowOf.get(id)!),
  );
}

function editDeadline(draft: Draft, finishBy: CivilDate | null): Draft | Refusal {
  if (finishBy !== null && !isInHorizon(finishBy)) return outOfCalendar('network', 1, 'finishBy', finishBy);
  const flat = { ...draft.flat, deadline: finishBy === null ? NONE : dayNumberOf(finishBy) + 1 };
  const late = flat.deadline === NONE ? draft.lateOwn : backwardPass(flat, flat.deadline);
  return 'offCalendar' in late ? beforeCalendar(flat, late) : { ...draft, flat, late };
}

/** @param changed the rows that the change touches itself */
function recompute(draft: Draft, flat: FlatNetwork, changed: readonly number[]): Draft | Refusal {
  const early = forwardAgain(flat, draft.early, changed);
  if ('offCalendar' in early) return beyondCalendar(flat, early);
  const end = lastFinish(flat, early.places);
  const lateOwn = end === draft.end ? backwardAgain(flat, draft.lateOwn, changed, end) : backwardPass(flat, end);
  if ('offCalendar' in lateOwn) return beforeCalendar(flat, lateOwn);
  if (flat.deadline === NONE) return { flat, early, late: lateOwn, lateOwn, end };
  const late = backwardAgain(flat, draft.late, changed, flat.deadline);
  return 'offCalendar' in late ? beforeCalendar(flat, late) : { flat, early, late, lateOwn, end };
}
