import type { CivilDate } from '@duban/calendar/civil-date';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Refusal } from '@duban/kit/refusal';
import type { LinkKind } from './activity.ts';
import { chainTo, lastRow } from './chain.ts';
import { dateOfDay } from './day-table.ts';
import { type Draft, openDraft } from './draft.ts';
import { type FlatNetwork, NONE, opensItsDay } from './flat-network.ts';
import { floatBetween, freeFloat } from './float.ts';
import { finishMoment, startMoment } from './moments.ts';
import type { Network } from './network.ts';
import { BY_FIXED_DATE, BY_TODAY } from './passes.ts';

/** The answer to a network, in dates. All rows in the order of the input, then the steps of the gates. */
export type Schedule = {
  /** when everything is finished at the earliest */
  readonly finish: CivilDate;
  /** the deadline; null when the network has none */
  readonly finishBy: CivilDate | null;
  readonly activities: readonly ScheduledActivity[];
  /** the critical chain 关键线路, first activity first */
  readonly chain: readonly ChainLink[];
  /** ids of the activities that cannot make the date any more, in the order of the rows */
  readonly infeasible: readonly string[];
  /** rests on a year whose holidays are not published yet 暂定 */
  readonly provisional: boolean;
};

export type ScheduledActivity = {
  readonly id: string;
  /** first and last day worked; for a milestone both are its day */
  readonly earliestStart: CivilDate;
  readonly earliestFinish: CivilDate;
  /** the last days on which it may begin and end and the deadline still be kept 最迟开始、最迟完成 */
  readonly latestStart: CivilDate;
  readonly latestFinish: CivilDate;
  /** in working days of its calendar; negative: so many days are missing */
  readonly totalFloat: number;
  readonly freeFloat: number;
  /** has no float against the plan's own end */
  readonly critical: boolean;
  readonly state: 'to_do' | 'begun' | 'finished';
};

export type ChainLink = {
  readonly id: string;
  /** what kept it from being earlier */
  readonly because: 'today' | 'fixed_date' | LinkKind;
};

/** @param office the territory's working calendar @returns the first fault when the network cannot be computed */
export function schedule(network: Network, office: WorkingCalendar): Schedule | Refusal {
  const draft = openDraft(network, office);
  return 'refused' in draft ? draft : scheduleOf(draft);
}

export function scheduleOf(draft: Draft): Schedule {
  const { flat, end } = draft;
  const activities = flat.activities.map((_, row) => scheduledActivity(draft, row));
  const last = lastRow(flat, draft.early.places);
  return {
    finish: last === null ? dateOfDay(flat.today) : activities[last]!.earliestFinish,
    finishBy: flat.deadline === NONE ? null : dateOfDay(flat.deadline - 1),
    activities,
    chain: criticalChain(draft),
    infeasible: infeasibleRows(draft).map((row) => flat.activities[row]!.id),
    provisional: isProvisionalUntil(flat, Math.max(end, flat.deadline)),
  };
}

/** One row of the answer: what a page asks for the rows that it shows. */
export function scheduledActivity(draft: Draft, row: number): ScheduledActivity {
  const { flat, early, late, lateOwn, end } = draft;
  const { places } = early;
  const { startedAt, finishedAt } = flat.rows;
  const state = finishedAt[row] !== NONE ? 'finished' : startedAt[row] !== NONE ? 'begun' : 'to_do';
  const finished = state === 'finished';
  const soonest = daysOf(flat, places, row);
  const latest = daysOf(flat, late, row);
  return {
    id: flat.activities[row]!.id,
    earliestStart: soonest.start,
    earliestFinish: soonest.finish,
    latestStart: latest.start,
    latestFinish: latest.finish,
    totalFloat: finished ? 0 : floatBetween(flat, row, places[row]!, late[row]!),
    freeFloat: freeFloat(flat, places, late, row, Math.max(end, flat.deadline)),
    critical: !finished && floatBetween(flat, row, places[row]!, lateOwn[row]!) <= 0,
    state,
  };
}

function daysOf(flat: FlatNetwork, places: Int32Array, row: number): { start: CivilDate; finish: CivilDate } {
  const begins = startMoment(flat, places, row);
  const ends = finishMoment(flat, places, row);
  if (begins < ends) return { start: dateOfDay(begins), finish: dateOfDay(ends - 1) };
  const day = dateOfDay(opensItsDay(flat.arriving, row) ? begins : begins - 1);
  return { start: day, finish: day };
}

/** Rows whose earliest place lies after their latest one. */
export function infeasibleRows({ flat, early, late }: Draft): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < late.length; row++) {
    if (flat.rows.finishedAt[row] === NONE && late[row]! < early.places[row]!) rows.push(row);
  }
  return rows;
}

function criticalChain({ flat, early }: Draft): readonly ChainLink[] {
  const last = lastRow(flat, early.places);
  if (last === null) return [];
  return chainTo(flat, early, last).map(({ row, driver }) => ({
    id: flat.activities[row]!.id,
    because: driver === BY_TODAY ? 'today' : driver === BY_FIXED_DATE ? 'fixed_date' : flat.links[driver]!.kind,
  }));
}

function isProvisionalUntil({ office, today }: FlatNetwork, until: number): boolean {
  const { provisionalBefore } = office.index;
  return provisionalBefore[until]! > provisionalBefore[today]!;
}
