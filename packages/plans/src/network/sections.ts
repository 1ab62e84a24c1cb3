import type { CivilDate } from '@duban/calendar/civil-date';
import type { Activity } from './activity.ts';
import type { Schedule, ScheduledActivity } from './schedule.ts';

/** A section 分项 of a project (拆迁, 绿化, 管网 …) as its activities make it: each section has a state of its own. */
export type SectionSpan = {
  /** null: the activities that belong to none */
  readonly section: string | null;
  readonly activities: number;
  readonly finished: number;
  readonly earliestStart: CivilDate;
  readonly earliestFinish: CivilDate;
  readonly latestFinish: CivilDate;
  /** the smallest total float among what is not finished; null when everything is */
  readonly float: number | null;
  readonly state: 'to_do' | 'begun' | 'finished';
};

/** In the order in which the sections first appear. @param activities those that the schedule was computed from */
export function sectionSpans(activities: readonly Activity[], { activities: rows }: Schedule): readonly SectionSpan[] {
  const scheduled = new Map(rows.map((row) => [row.id, row]));
  const groups = new Map<string | null, ScheduledActivity[]>();
  for (const { id, section = null } of activities) {
    const row = scheduled.get(id);
    if (!row) continue;
    const group = groups.get(section);
    if (group) group.push(row);
    else groups.set(section, [row]);
  }
  return [...groups].map(([section, group]) => sectionSpan(section, group));
}

function sectionSpan(section: string | null, rows: readonly ScheduledActivity[]): SectionSpan {
  const open = rows.filter(({ state }) => state !== 'finished');
  const started = rows.some(({ state }) => state !== 'to_do');
  return {
    section,
    activities: rows.length,
    finished: rows.length - open.length,
    earliestStart: rows.reduce((first, row) => (row.earliestStart < first ? row.earliestStart : first), '9999-12-31'),
    earliestFinish: rows.reduce((last, row) => (row.earliestFinish > last ? row.earliestFinish : last), ''),
    latestFinish: rows.reduce((last, row) => (row.latestFinish > last ? row.latestFinish : last), ''),
    float: open.length === 0 ? null : Math.min(...open.map(({ totalFloat }) => totalFloat)),
    state: open.length === 0 ? 'finished' : started ? 'begun' : 'to_do',
  };
}
