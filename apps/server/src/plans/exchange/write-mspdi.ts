import { type CivilDate, addDays, epochDayOf } from '@duban/calendar/civil-date';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Activity, FixedDate, Link } from '@duban/plans/network/activity';
import { type CrewNeeds } from '@duban/plans/network/crew-project';
import type { Network } from '@duban/plans/network/network';
import type { Schedule, ScheduledActivity } from '@duban/plans/network/schedule';
import { wholeNetwork } from '@duban/plans/network/whole-network';
import { calendarElements } from './write-mspdi-calendars.ts';
import type { ImportNote } from './imported-plan.ts';
import {
  CONSTRAINTS,
  FORMAT_DAYS,
  FORMAT_ELAPSED_DAYS,
  LINK_TYPES,
  MINUTES_PER_DAY,
  durationText,
} from './mspdi-units.ts';
import { type XmlNode, node, writeXml } from './xml-text.ts';

/**
 * Writes a plan as Microsoft Project XML (MSPDI), elements in the order of the schema. Sections become summary tasks.
 * Start and Finish are the earliest dates, because Project schedules forward; the latest stand in LateStart and
 * LateFinish, latest fixed dates and the plan's own deadline in Deadline, which Project shows without being moved by it.
 */
export type ProjectXml = { readonly xml: string; readonly notes: readonly ImportNote[] };

export function writeMspdi(
  plan: { readonly name: string; readonly network: Network; readonly needs?: CrewNeeds | null },
  schedule: Schedule,
  office: WorkingCalendar,
): ProjectXml {
  const { name, network, needs } = plan;
  const notes: ImportNote[] = [];
  const whole = wholeNetwork(network);
  const rows = tableRows(whole.activities);
  const uidOf = new Map(rows.flatMap(({ activity }, at) => (activity ? [[activity.id, at + 1]] : [])));
  const dates = new Map(schedule.activities.map((row) => [row.id, row]));
  const linksTo = Map.groupBy(whole.links, ({ to }) => to);
  const first = schedule.activities.reduce((a, { earliestStart: b }) => (a < b ? a : b), network.today);
  const last = [schedule.finish, network.finishBy ?? ''].reduce((a, b) => (a > b ? a : b));
  const calendarUid = new Map(network.calendars.map(({ id }, at) => [id, at + 1]));
  const tasks = rows.map((row, at) =>
    row.activity
      ? activityTask(row.activity, {
          uid: at + 1,
          outline: row.outline,
          dates: dates.get(row.activity.id)!,
          calendarUid: row.activity.calendar === undefined ? -1 : calendarUid.get(row.activity.calendar)!,
          links: linksTo.get(row.activity.id) ?? [],
          uidOf,
          notes,
        })
      : sectionTask(row, at + 1, rows, dates),
  );
  const xml = writeXml(
    node('Project', [
      node('SaveVersion', 14),
      node('Name', name),
      node('Title', name),
      node('ScheduleFromStart', 1),
      node('StartDate', morning(first)),
      node('FinishDate', evening(schedule.finish)),
      node('CriticalSlackLimit', 0),
      node('CalendarUID', 1),
      node('DefaultStartTime', '08:00:00'),
      node('DefaultFinishTime', '17:00:00'),
      node('MinutesPerDay', MINUTES_PER_DAY),
      node('MinutesPerWeek', MINUTES_PER_DAY * 5),
      node('DaysPerMonth', 20),
      node('DurationFormat', FORMAT_DAYS),
      node('CurrentDate', morning(network.today)),
      node('Calendars', calendarElements(network.calendars, office, first, last)),
      node('Tasks', [wholeTask(name, network.finishBy, first, schedule.finish), ...tasks]),
      node('Resources', resources(needs)),
      node('Assignments', assignments(needs, uidOf)),
    ]),
  );
  return { xml, notes };
}

const morning = (date: CivilDate) => `${date}T08:00:00`;
const evening = (date: CivilDate) => `${date}T17:00:00`;

type Row = { readonly activity: Activity | null; readonly name: string; readonly outline: string };

/** Each section as a summary where its first activity stands, its activities below it. */
function tableRows(activities: readonly Activity[]): readonly Row[] {
  const rows: Row[] = [];
  const groups = Map.groupBy(activities, ({ section, id }) => section ?? `\n${id}`);
  for (const [at, group] of [...groups.values()].entries()) {
    const outline = String(at + 1);
    const { section } = group[0]!;
    if (section === undefined) rows.push({ activity: group[0]!, name: group[0]!.name, outline });
    else {
      rows.push({ activity: null, name: section, outline });
      for (const [below, activity] of group.entries()) {
        rows.push({ activity, name: activity.name, outline: `${outline}.${below + 1}` });
      }
    }
  }
  return rows;
}

function activityTask(
  activity: Activity,
  of: {
    readonly uid: number;
    readonly outline: string;
    readonly dates: ScheduledActivity;
    readonly calendarUid: number;
    readonly links: readonly Link[];
    readonly uidOf: ReadonlyMap<string, number>;
    readonly notes: ImportNote[];
  },
): XmlNode {
  const { duration, progress, name, id } = activity;
  const { dates } = of;
  const milestone = duration === 0;
  const opens = milestone && of.links.length === 0;
  const minutes = duration * MINUTES_PER_DAY;
  const start = (date: CivilDate) => (milestone && !opens ? evening(date) : morning(date));
  const finish = (date: CivilDate) => (opens ? morning(date) : evening(date));
  const constraint = constraintOf(activity, of.notes);
  const remaining = progress?.finished ? 0 : (progress?.remaining ?? duration) * MINUTES_PER_DAY;
  return node('Task', [
    ...heading(of.uid, name === '' ? id : name, of.outline),
    node('Start', start(dates.earliestStart)),
    node('Finish', finish(dates.earliestFinish)),
    node('Duration', durationText(minutes)),
    node('DurationFormat', FORMAT_DAYS),
    node('Work', durationText(0)),
    node('Milestone', milestone ? 1 : 0),
    node('Summary', 0),
    node('Critical', dates.critical ? 1 : 0),
    node('EarlyStart', start(dates.earliestStart)),
    node('EarlyFinish', finish(dates.earliestFinish)),
    node('LateStart', start(dates.latestStart)),
    node('LateFinish', finish(dates.latestFinish)),
    node('FreeSlack', dates.freeFloat * MINUTES_PER_DAY * 10),
    node('TotalSlack', dates.totalFloat * MINUTES_PER_DAY * 10),
    node('PercentComplete', progress ? percentDone(duration, remaining) : 0),
    ...(progress ? [node('ActualStart', morning(progress.started))] : []),
    ...(progress?.finished ? [node('ActualFinish', evening(progress.finished))] : []),
    ...(progress ? [node('RemainingDuration', durationText(remaining))] : []),
    node('ConstraintType', constraint.type),
    node('CalendarUID', of.calendarUid),
    ...(constraint.date ? [node('ConstraintDate', constraint.date)] : []),
    ...(constraint.deadline ? [node('Deadline', evening(constraint.deadline))] : []),
    ...of.links.map((link) => linkElement(link, of.uidOf)),
  ]);
}

function percentDone(duration: number, remaining: number): number {
  if (duration === 0 || remaining === 0) return 100;
  return Math.max(0, Math.floor(100 - (remaining / (duration * MINUTES_PER_DAY)) * 100));
}

function heading(uid: number, name: string, outline: string): readonly XmlNode[] {
  return [
    node('UID', uid),
    node('ID', uid),
    node('Name', name),
    node('Type', 1),
    node('IsNull', 0),
    node('WBS', outline),
    node('OutlineNumber', outline),
    node('OutlineLevel', outline === '0' ? 0 : outline.split('.').length),
    node('Priority', 500),
  ];
}

/** Project has one constraint and one deadline per task. */
function constraintOf(
  { id, name, fixed = [] }: Activity,
  notes: ImportNote[],
): { readonly type: number; readonly date: string | null; readonly deadline: CivilDate | null } {
  const deadlines = fixed.filter(({ kind }) => kind === 'finish_no_later').map(({ date }) => date);
  const others = fixed.filter(({ kind }) => kind !== 'finish_no_later');
  for (const lost of others.slice(1))
    notes.push({ code: 'constraint_lost', id, name, value: `${lost.kind} ${lost.date}` });
  const [first] = others;
  return {
    type: first ? constraintType(first) : 0,
    date: first ? (first.kind.startsWith('start') ? morning(first.date) : evening(first.date)) : null,
    deadline: deadlines.length === 0 ? null : deadlines.reduce((a, b) => (a < b ? a : b)),
  };
}

function constraintType({ kind }: FixedDate): number {
  if (kind === 'start_on') return CONSTRAINTS.must_start_on;
  return kind === 'finish_on' ? CONSTRAINTS.must_finish_on : CONSTRAINTS[kind];
}

function linkElement({ from, kind, lag = 0, lagTime }: Link, uidOf: ReadonlyMap<string, number>): XmlNode {
  const elapsed = lagTime === 'calendar';
  return node('PredecessorLink', [
    node('PredecessorUID', uidOf.get(from)!),
    node('Type', LINK_TYPES.indexOf(kind)),
    node('CrossProject', 0),
    node('LinkLag', lag * (elapsed ? 24 * 60 : MINUTES_PER_DAY) * 10),
    node('LagFormat', elapsed ? FORMAT_ELAPSED_DAYS : FORMAT_DAYS),
  ]);
}

function sectionTask(
  { name, outline }: Row,
  uid: number,
  rows: readonly Row[],
  dates: ReadonlyMap<string, ScheduledActivity>,
): XmlNode {
  const below = rows.flatMap((row) =>
    row.activity && row.outline.startsWith(`${outline}.`) ? [dates.get(row.activity.id)!] : [],
  );
  const start = below.reduce((a, { earliestStart: b }) => (a < b ? a : b), '9999-12-31');
  const finish = below.reduce((a, { earliestFinish: b }) => (a > b ? a : b), '');
  return summaryTask(uid, name, outline, start, finish, null);
}

/** Task 0 is the project itself; it carries the plan's deadline. */
function wholeTask(name: string, finishBy: CivilDate | undefined, start: CivilDate, finish: CivilDate): XmlNode {
  return summaryTask(0, name, '0', start, finish, finishBy ?? null);
}

function summaryTask(
  uid: number,
  name: string,
  outline: string,
  start: CivilDate,
  finish: CivilDate,
  deadline: CivilDate | null,
): XmlNode {
  const days = epochDayOf(addDays(finish, 1)) - epochDayOf(start);
  return node('Task', [
    ...heading(uid, name, outline),
    node('Start', morning(start)),
    node('Finish', evening(finish)),
    node('Duration', durationText(days * MINUTES_PER_DAY)),
    node('DurationFormat', FORMAT_DAYS),
    node('Work', durationText(0)),
    node('Milestone', 0),
    node('Summary', 1),
    node('ConstraintType', 0),
    node('CalendarUID', -1),
    ...(deadline ? [node('Deadline', evening(deadline))] : []),
  ]);
}

function resources(needs: CrewNeeds | null | undefined): readonly XmlNode[] {
  return (needs?.crews ?? []).map(({ id, capacity }, at) =>
    node('Resource', [
      node('UID', at + 1),
      node('ID', at + 1),
      node('Name', id),
      node('Type', 1),
      node('IsNull', 0),
      node('MaxUnits', capacity),
    ]),
  );
}

function assignments(needs: CrewNeeds | null | undefined, uidOf: ReadonlyMap<string, number>): readonly XmlNode[] {
  if (!needs) return [];
  const crewUid = new Map(needs.crews.map(({ id }, at) => [id, at + 1]));
  const all = [...needs.demands].flatMap(([id, demand]) =>
    Object.entries(demand).map(([crew, units]) => ({ task: uidOf.get(id)!, crew: crewUid.get(crew)!, units })),
  );
  return all.map(({ task, crew, units }, at) =>
    node('Assignment', [node('UID', at + 1), node('TaskUID', task), node('ResourceUID', crew), node('Units', units)]),
  );
}
